import { useId, useMemo } from 'react';
import { wayEpochs } from '../../core/way.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { showsBest } from '../../store/run.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useLab, useRun, useShownExperiment } from '../lab.ts';
import { useThrottledFrame } from '../useThrottledFrame.ts';
import { type Mark, marksOf, placeOf, ticksOf } from './marks.ts';
import styles from './Timeline.module.css';
import { usePlayback } from './usePlayback.ts';

/** How often the marks follow a run that trains, in milliseconds. */
const EVERY_MS = 200;
/** How long it may take to watch a run's way, in seconds. */
const DURATIONS = [5, 15, 60];

/** The way of the run: a scrubber through what it was, and ways to go on from there. */
export function Timeline() {
  const t = useText();
  const lab = useLab();
  const { controller, feed } = lab;
  const experiment = useShownExperiment();
  const total = useRun((run) => run.epochs) || experiment.training.epochs;
  const shown = useRun((run) => run.shownEpoch);
  const sight = useRun((run) => run.sight);
  const epoch = useRun((run) => run.epoch);
  const events = useRun((run) => run.events);
  const best = useRun(showsBest);
  useThrottledFrame(EVERY_MS);
  const playback = usePlayback(lab);
  const id = useId();

  const parameters = feed.frame?.parameters.length ?? 0;
  const epochs = useMemo(() => wayEpochs(total, Math.max(1, parameters)), [total, parameters]);
  const ticks = useMemo(() => ticksOf(epochs), [epochs]);
  const marks = marksOf(experiment, feed.losses().test, events);
  // The thumb follows the hand at once, the figures with the next frame.
  const at = typeof sight === 'number' ? sight : shown;
  const first = feed.way.states[0]?.epoch ?? epoch;
  const place = Math.round(placeOf(at, epochs) * (epochs.length - 1));
  const newest = Math.round(placeOf(epoch, epochs) * (epochs.length - 1));

  const go = (to: number) => {
    playback.stop();
    void controller.look(to >= newest ? null : epochs[Math.max(0, to)]!);
  };
  const words = () => {
    if (epoch === 0) return t('timeline.none');
    if (best) return t('timeline.best', { epoch: fixed(shown) });
    return t(sight === null ? 'timeline.newest' : 'timeline.at', { epoch: fixed(shown) });
  };
  const told = (mark: Mark) => t(`timeline.${mark.kind}Mark`, { epoch: fixed(mark.epoch) });

  return (
    <section aria-label={t('timeline.name')} className={styles.timeline}>
      <div className={styles.track}>
        {marks.map((mark) => (
          <span
            key={`${mark.kind} ${mark.epoch}`}
            className={styles.mark}
            data-kind={mark.kind}
            style={{ '--at': placeOf(mark.epoch, epochs) } as object}
            title={told(mark)}
          />
        ))}
        <input
          type="range"
          className={styles.range}
          style={{ '--done': newest / (epochs.length - 1) } as object}
          aria-label={t('timeline.name')}
          aria-valuetext={t('timeline.value', { epoch: fixed(at) })}
          aria-describedby={id}
          disabled={epoch === 0}
          min={0}
          max={epochs.length - 1}
          step={1}
          value={place}
          onChange={({ target }) => go(Number(target.value))}
        />
        <span id={id} className="visually-hidden">
          {marks.map(told).join('. ')}
        </span>
      </div>
      {/* The beginning has more room than the end. */}
      <div aria-hidden="true" className={styles.ticks}>
        {ticks.map((tick) => (
          <span key={tick} style={{ '--at': placeOf(tick, epochs) } as object}>
            {fixed(tick)}
          </span>
        ))}
      </div>
      <div className={styles.line}>
        <span className={styles.words}>
          <span>{words()}</span>
          {first > 0 && epoch > 0 && (
            <>
              {' '}
              <span>{t('timeline.heldFrom', { epoch: fixed(first) })}</span>{' '}
              <Button
                look="link"
                title={t('timeline.retraceHint')}
                onClick={() => void controller.retrace()}
              >
                {t('timeline.retrace')}
              </Button>
            </>
          )}
        </span>
        <span className={styles.buttons}>
          <Button look="link" disabled={epoch === 0} onClick={() => void controller.look('best')}>
            {t('timeline.toBest')}
          </Button>
          <Button look="link" disabled={sight === null} onClick={() => go(newest)}>
            {t('timeline.toNewest')}
          </Button>
          <Button
            look="link"
            title={t('timeline.branchHint')}
            disabled={sight === null || playback.playing}
            onClick={() => void lab.branch(at)}
          >
            {t('timeline.branch')}
          </Button>
          {playback.playing ? (
            <Button look="link" onClick={playback.stop}>
              {t('timeline.stop')}
            </Button>
          ) : (
            <Menu
              trigger={
                <Button look="link" disabled={epoch === 0}>
                  {t('timeline.watch')}
                </Button>
              }
              actions={DURATIONS.map((count) => ({
                label: t('timeline.seconds', { count: String(count) }),
                onSelect: () => playback.play(count),
              }))}
            />
          )}
        </span>
      </div>
    </section>
  );
}
