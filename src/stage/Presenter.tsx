import { useCallback, useEffect, useRef, useState } from 'react';
import { linkValues } from '../core/linkText.ts';
import { SETTINGS, settingIn } from '../core/settings.ts';
import { answerKinds, chosenAnswer } from '../features/drawnAnswer.ts';
import { SpeedSelect } from '../features/run-bar/Speed.tsx';
import { useText } from '../i18n/index.ts';
import { limitText } from '../i18n/limits.ts';
import { Button } from '../ui/Button.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Presenter.module.css';
import { Timer } from './StageTimer.tsx';
import {
  type Asked,
  channelOf,
  parseTold,
  REMOTE_SETTINGS,
  type StageNow,
} from './stageMessages.ts';
import { CLASS_MINUTES } from './stageStore.ts';

/** How often the stage is asked how it is, in milliseconds. */
const HELLO_MS = 2000;

/** The stage that this window belongs to, as it is now; null until it has said so. */
function useStageNow() {
  const [now, setNow] = useState<StageNow | null>(null);
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    const [id = ''] = linkValues(location.hash).get('window') ?? [];
    const own = new BroadcastChannel(channelOf(id));
    channel.current = own;
    own.onmessage = ({ data }) => {
      const told = parseTold(data);
      if (told) setNow(told);
    };
    const hello = () => own.postMessage({ kind: 'hello' } satisfies Asked);
    hello();
    // A stage that is loading hears nothing yet; one that is there says so, however little happens on it.
    const timer = setInterval(hello, HELLO_MS);
    return () => {
      clearInterval(timer);
      own.close();
    };
  }, []);
  const ask = useCallback((asked: Asked) => channel.current?.postMessage(asked), []);
  return { now, ask };
}

/** The time of day, once a second. */
function useClock(): Date {
  const [time, setTime] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setTime(new Date()), 1000);
    return () => clearInterval(timer);
  }, []);
  return time;
}

const two = (number: number) => String(number).padStart(2, '0');

/** Time of day, and how long the lecture has been given. */
function Clock({ minutes }: { readonly minutes: number | null }) {
  const t = useText();
  const time = useClock();
  const [began, setBegan] = useState(() => Date.now());
  const seconds = Math.max(0, Math.floor((time.getTime() - began) / 1000));
  const spent = `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  return (
    <div className={styles.clock}>
      <span className={styles.time}>{`${two(time.getHours())}:${two(time.getMinutes())}`}</span>
      <span className={styles.time}>
        {minutes === null
          ? spent
          : t('stage.presenter.spentOf', { spent, minutes: String(minutes) })}
      </span>
      <Button look="link" onClick={() => setBegan(Date.now())}>
        {t('stage.presenter.fromNow')}
      </Button>
    </div>
  );
}

interface PartProps {
  readonly now: StageNow;
  readonly ask: (asked: Asked) => void;
}

/** The settings that are changed most before a class. */
function Settings({ now, ask }: PartProps) {
  const t = useText();
  const { experiment, view } = now.scene;
  return (
    <div className={styles.settings}>
      {REMOTE_SETTINGS.map((path) => {
        const value = settingIn(experiment, path);
        const { label, allowed } = SETTINGS[path];
        return (
          value !== undefined && (
            <NumberField
              key={path}
              label={t(`controls.${label}`)}
              value={value}
              limit={allowed.limit}
              allowed={limitText(t, allowed.limit)}
              onChange={(next) => ask({ kind: 'set', path, value: next })}
            />
          )
        );
      })}
      <SpeedSelect pace={view.pace} onChange={(pace) => ask({ kind: 'pace', pace })} />
      <Select
        label={t('figure.show')}
        labelled="above"
        value={chosenAnswer(experiment.model, view)}
        options={answerKinds(experiment.model).map((value) => ({
          value,
          label: t(`figure.answers.${value}`),
        }))}
        onChange={(answer) => ask({ kind: 'view', answer })}
      />
    </div>
  );
}

/** The time that the class is given. */
function ClassTimer({ now, ask }: PartProps) {
  const t = useText();
  return (
    <div className={styles.controls}>
      <span>{t('stage.timer.name')}</span>
      {CLASS_MINUTES.map((minutes) => (
        <Button
          key={minutes}
          look="outlined"
          onClick={() => ask({ kind: 'timer', order: minutes })}
        >
          {t('stage.timer.minutes', { minutes })}
        </Button>
      ))}
      {now.timer && (
        <Timer countdown={now.timer} onOrder={(order) => ask({ kind: 'timer', order })} />
      )}
    </div>
  );
}

/** The second screen: what to say, what comes next, the time, and the stage's own controls. */
export function Presenter() {
  const t = useText();
  const { now, ask } = useStageNow();
  if (!now) {
    return (
      <main className={styles.waiting}>
        <p>{t('stage.presenter.waiting')}</p>
      </main>
    );
  }
  const { lecture, at } = now;
  const index = lecture.scenes.findIndex(({ id }) => id === at);
  const scene = lecture.scenes[index];
  const next = lecture.scenes[index + 1];
  const command = (name: Extract<Asked, { kind: 'command' }>['command'], label: string) => (
    <Button look="outlined" onClick={() => ask({ kind: 'command', command: name })}>
      {label}
    </Button>
  );
  return (
    <main className={styles.presenter}>
      <header className={styles.head}>
        <h1 className={styles.title}>{scene?.title || t('stage.presenter.noScene')}</h1>
        <Clock minutes={lecture.minutes} />
      </header>
      <div>
        <p className={styles.note}>{scene?.note}</p>
        <p className={styles.next}>
          {next ? t('stage.presenter.next', { title: next.title }) : t('stage.presenter.last')}
        </p>
      </div>
      <div className={styles.work}>
        <span role="status" className={styles.epoch}>
          {t('run.epoch', { epoch: String(now.epoch), epochs: String(now.epochs) })}
        </span>
        <div className={styles.controls}>
          {command('previous', t('stage.presenter.previous'))}
          {command('next', t(now.scene.view.guessing ? 'guess.reveal' : 'stage.presenter.forward'))}
          {command('play', t(now.running ? 'run.pause' : 'run.play'))}
          {command('step', t('run.step'))}
          {command('reset', t('run.reset'))}
          {command('black', t(now.black ? 'stage.presenter.light' : 'stage.presenter.dark'))}
          {command('freeze', t(now.frozen ? 'stage.presenter.thaw' : 'stage.presenter.freeze'))}
          {command('qr', t(now.qr ? 'stage.presenter.noQr' : 'stage.presenter.qr'))}
        </div>
        <ClassTimer now={now} ask={ask} />
        <Settings now={now} ask={ask} />
      </div>
      <ol className={styles.scenes}>
        {lecture.scenes.map(({ id, title }) => (
          <li key={id} aria-current={id === at ? 'step' : undefined}>
            <Button look="link" onClick={() => ask({ kind: 'enter', id })}>
              {title}
            </Button>
          </li>
        ))}
      </ol>
    </main>
  );
}
