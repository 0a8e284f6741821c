import { useEffect, useState } from 'react';
import { runAtOnce, runInStints } from '../../../charts/stints.ts';
import type { Calibration } from '../../../core/calibration.ts';
import type { Foreseen } from '../../../core/foreseen.ts';
import { rememberedTask } from '../../../core/rememberedTask.ts';
import { useExperiment, useLab, useRun } from '../../../features/lab.ts';
import { useText } from '../../../i18n/index.ts';
import { fixed, percent } from '../../../i18n/numbers.ts';
import { Texts } from '../../../i18n/Texts.tsx';
import { fittedNow } from '../../../store/mixturesNow.ts';
import { Button } from '../../../ui/Button.tsx';
import { AnswerPlot } from '../../lab/AnswerPlot.tsx';
import { Living } from '../../lab/Living.tsx';
import { Row } from '../../parts/FigureFrame.tsx';
import type { Frame } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import shared from '../shared.module.css';
import styles from './SureFigure.module.css';
import { calibrationOfEnd, expected, LEVEL, leftOut, sure } from './sure.ts';

/** What a network's region is meant to hold, what the reader expects, and what it holds. */
export function SureFigure() {
  return (
    <Texts part="mixtures">
      <Sure />
    </Texts>
  );
}

function Sure() {
  const t = useText();
  const { answered } = expected.useNow();
  const printed = sure.useForeseen();
  return (
    <Living
      figure={sure}
      name={t('sure.name')}
      caption={t('sure.caption')}
      plot={<Regions />}
      answer={answered || printed !== null}
    />
  );
}

function Regions() {
  const t = useText();
  const lab = useLab();
  const { share, answered } = expected.useNow();
  const { state, step } = useRun((run) => run);
  const running = state === 'running';
  useEffect(() => {
    if (running) expected.set({ answered: true });
  }, [running]);
  // On paper nobody can answer.
  const printed = sure.useForeseen();
  const told = answered || printed !== null;
  const newest = answered && step > 0 ? lab.feed.calibration : null;
  // Of a network at rest nothing is told but what it is now.
  const latest = running || newest?.step === step ? newest : null;
  const calibration = printed ? calibrationOfEnd(printed) : latest;
  const held = calibration?.coverage.find(({ level }) => level === LEVEL)?.highest;
  return (
    <>
      <AnswerPlot height={270} answer={told}>
        {(frame) => told && <LeftOut frame={frame} printed={printed} />}
      </AnswerPlot>
      <Coverage calibration={calibration} />
      <p className={styles.words} aria-live="polite">
        {held
          ? t(answered ? 'sure.held' : 'sure.holdsOnly', {
              meant: percent(LEVEL),
              held: percent(held.mean),
              expected: percent(share),
              count: fixed(held.count),
            })
          : answered
            ? t('sure.measuring')
            : t('sure.expect', { meant: percent(LEVEL), expected: percent(share) })}
      </p>
      <Row>
        {answered ? (
          <Button
            look="link"
            onClick={() => {
              expected.restart();
              void lab.controller.reset();
            }}
          >
            {t('sure.again')}
          </Button>
        ) : (
          <Button look="primary" onClick={() => void lab.controller.play()}>
            {t('sure.train')}
          </Button>
        )}
      </Row>
    </>
  );
}

interface LeftOutProps {
  readonly frame: Frame;
  readonly printed: Foreseen | null;
}

/** The test points outside of the region, once the network rests. */
function LeftOut({ frame, printed }: LeftOutProps) {
  const lab = useLab();
  const task = rememberedTask(useExperiment());
  // At rest, the step whose network it is; scores and calibration bring frames of the same one.
  const step = useRun((run) => (run.state === 'running' ? 0 : run.step));
  const [out, setOut] = useState<readonly number[]>([]);
  useEffect(() => {
    const fitted = step > 0 ? fittedNow(lab, task) : null;
    setOut([]);
    return fitted ? runInStints(leftOut(fitted, task.data.test), setOut) : undefined;
  }, [lab, task, step]);
  const { x, y } = task.data.test;
  const ended = printed && fittedNow(lab, task);
  const shown = ended ? runAtOnce(leftOut(ended, task.data.test)) : out;
  return (
    <Clipped>
      <path
        className={styles.out}
        d={shown.map((i) => `M${frame.x(x[i]!) - 3} ${frame.y(y[i]!) - 3}l6 6m0 -6l-6 6`).join('')}
      />
    </Clipped>
  );
}

const SHARES = [0, 1] as const;
const MARKS = [0, 0.25, 0.5, 0.75, LEVEL].map((share) => [share, percent(share)] as const);

/** How much regions hold against how much they are meant to, and the reader's expectation. */
function Coverage({ calibration }: { readonly calibration: Calibration | null }) {
  const t = useText();
  const { share, answered } = expected.useNow();
  return (
    <Plot
      name={t('sure.plot')}
      x={SHARES}
      y={SHARES}
      xMarks={MARKS}
      xTitle={t('sure.meant')}
      yTitle={t('sure.holds')}
      yTick={(tick) => percent(tick)}
      height={230}
    >
      {(frame) => (
        <>
          <Clipped>
            <path
              className={shared.guide}
              d={`M${frame.x(0)} ${frame.y(0)}L${frame.x(1)} ${frame.y(1)}`}
            />
            {calibration?.coverage.map(({ level, highest }) => (
              <circle
                key={level}
                className={styles.held}
                cx={frame.x(level)}
                cy={frame.y(highest.mean)}
                r={level === LEVEL ? 6 : 4}
              />
            ))}
          </Clipped>
          {answered && (
            <circle className={styles.expected} cx={frame.x(LEVEL)} cy={frame.y(share)} r={6.5} />
          )}
          {!answered && !calibration && (
            <Handle
              frame={frame}
              label={t('sure.handle', { meant: percent(LEVEL) })}
              text={percent(share)}
              x={LEVEL}
              y={share}
              yRange={SHARES}
              step={0.01}
              onMove={(_, next) => expected.set({ share: next })}
            />
          )}
        </>
      )}
    </Plot>
  );
}
