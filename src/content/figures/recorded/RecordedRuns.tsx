import { useId, useState } from 'react';
import { FRESH_POINTS } from '../../../core/data/data.ts';
import { SINE_RANGE, sineCurve } from '../../../core/datasets/sine.ts';
import { truthOf } from '../../../core/datasets/truthOf.ts';
import { extent } from '../../../core/range.ts';
import { writeScene } from '../../../core/scene.ts';
import { INITIAL_VIEW } from '../../../core/view.ts';
import timeline from '../../../features/timeline/Timeline.module.css';
import { useText } from '../../../i18n/index.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { Texts } from '../../../i18n/Texts.tsx';
import lossStyles from '../../lab/LossPlot.module.css';
import { FigureFrame, Numbers } from '../../parts/FigureFrame.tsx';
import { curve, linePath } from '../../plot/frame.ts';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import densities from './densities.png';
import styles from './RecordedRuns.module.css';
import {
  COMPONENTS,
  INPUTS,
  PANEL,
  type RecordedRun,
  recordedExperiment,
  SEEDS,
  TARGETS,
} from './recorded.ts';
import { bestPlace, RECORDED } from './runs.ts';

const { epochs, runs } = RECORDED;
const LAST = epochs.length - 1;
/** The most components, with which a run over-fits. */
const FIRST = runs.length - SEEDS.length;
/** Epochs that a logarithmic axis names. */
const DECADES = [10, 100, 1000];
const ENTROPY = truthOf('inverted', 1)?.entropy() ?? null;
/** A run's losses are shown from here to so far above its least test loss: that is where they part. */
const LOWEST = 1.55;
const ABOVE = 0.45;

/** Pixels of a panel from data. */
const across = (x: number) => (PANEL * (x - INPUTS[0])) / (INPUTS[1] - INPUTS[0]);
const down = (y: number) => (PANEL * (TARGETS[1] - y)) / (TARGETS[1] - TARGETS[0]);
const TRUTH = curve(sineCurve, [-SINE_RANGE, SINE_RANGE], 120);
const TRUTH_PATH = `M${Array.from(TRUTH.x, (y, i) => `${across(TRUTH.y[i]!).toFixed(1)} ${down(y).toFixed(1)}`).join('L')}`;

/** Five sizes of the mixture with five seeds each, at any epoch of their recorded training. */
export function RecordedRuns() {
  return (
    <Texts part="lab">
      <Runs />
    </Texts>
  );
}

function Runs() {
  const t = useText();
  const [place, setPlace] = useState(LAST);
  const [chosen, setChosen] = useState(FIRST);
  const run = runs[chosen]!;
  const best = bestPlace(run);
  const at = (one: RecordedRun, set: 'train' | 'test' | 'fresh') => fixed(one[set][place]!, 3);
  const named = { components: fixed(run.components), seed: fixed(run.seed) };
  const epoch = fixed(epochs[place]!);
  const bestWords = t('figures.recorded.best', {
    epoch: fixed(epochs[best]!),
    loss: fixed(run.test[best]!, 3),
  });
  const sizes = COMPONENTS.map((components) => {
    const own = runs.filter((one) => one.components === components);
    const [low, high] = extent(own.map(({ test }) => test[place]!)) ?? [Number.NaN, Number.NaN];
    return t('figures.recorded.saidSize', {
      components: fixed(components),
      low: fixed(low, 2),
      high: fixed(high, 2),
    });
  });
  return (
    <FigureFrame
      name={t('figures.recorded.name')}
      caption={t('figures.recorded.caption', { fresh: fixed(FRESH_POINTS) })}
      description={[
        t('figures.recorded.at', { epoch, epochs: fixed(epochs[LAST]!) }),
        ...sizes,
        t('figures.recorded.said', {
          ...named,
          train: at(run, 'train'),
          test: at(run, 'test'),
          fresh: at(run, 'fresh'),
        }),
        bestWords,
      ].join(' ')}
      more={
        <a href={`#/?${sceneOf(run)}`} aria-label={t('figures.recorded.trainNamed', named)}>
          {t('figures.recorded.train')}
        </a>
      }
    >
      <Scrubber place={place} best={best} onPlace={setPlace} />
      <table className={styles.runs}>
        <thead>
          <tr>
            <td />
            {SEEDS.map((seed) => (
              <th key={seed} scope="col">
                {t('figures.recorded.seed', { seed: fixed(seed) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {COMPONENTS.map((components, row) => (
            <tr key={components}>
              <th scope="row">{t('figures.recorded.size', { components: fixed(components) })}</th>
              {SEEDS.map((seed, column) => {
                const index = row * SEEDS.length + column;
                const test = fixed(runs[index]!.test[place]!, 2);
                return (
                  <td key={seed}>
                    <button
                      type="button"
                      className={styles.run}
                      aria-pressed={index === chosen}
                      aria-label={t('figures.recorded.run', {
                        components: fixed(components),
                        seed: fixed(seed),
                        test,
                      })}
                      onClick={() => setChosen(index)}
                    >
                      <Panel row={index} column={place} />
                      <span>{test}</span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.chosen}>{t('figures.recorded.chosen', named)}</p>
      <Numbers
        entries={[
          [t('loss.train'), at(run, 'train')],
          [t('loss.test'), at(run, 'test')],
          [t('figures.recorded.fresh'), at(run, 'fresh')],
        ]}
      />
      <Losses run={run} place={place} best={best} />
      <p className={styles.best}>{bestWords}</p>
    </FigureFrame>
  );
}

/** The playground with this run, trained from its seed to its end: the same bits. */
function sceneOf({ components, seed }: RecordedRun): string {
  const experiment = recordedExperiment(components, seed);
  const view = { ...INITIAL_VIEW, answer: 'density' } as const;
  return writeScene({ experiment, view, epoch: experiment.training.epochs });
}

interface ScrubberProps {
  readonly place: number;
  readonly best: number;
  readonly onPlace: (place: number) => void;
}

/** The epoch, on a logarithmic scale, with the chosen run's best one marked. */
function Scrubber({ place, best, onPlace }: ScrubberProps) {
  const t = useText();
  const words = t('figures.recorded.at', {
    epoch: fixed(epochs[place]!),
    epochs: fixed(epochs[LAST]!),
  });
  return (
    <div className={styles.scrubber}>
      <span>{words}</span>
      <div className={timeline.track}>
        <span
          className={timeline.mark}
          data-kind="best"
          style={{ '--at': best / LAST } as object}
          title={t('figures.recorded.bestMark')}
        />
        <input
          type="range"
          className={timeline.range}
          style={{ '--done': place / LAST } as object}
          aria-label={t('figures.recorded.epoch')}
          aria-valuetext={words}
          min={0}
          max={LAST}
          value={place}
          onChange={({ target }) => onPlace(Number(target.value))}
        />
      </div>
    </div>
  );
}

/** A run's density at an epoch, out of the one picture of all, in the model's colour. */
function Panel({ row, column }: { readonly row: number; readonly column: number }) {
  const mask = useId();
  return (
    // Half a pixel at the edges would be mixed with the panels beside.
    <svg
      viewBox={`0.5 0.5 ${PANEL - 1} ${PANEL - 1}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <mask id={mask}>
        <image
          href={densities}
          x={-PANEL * column}
          y={-PANEL * row}
          width={PANEL * epochs.length}
          height={PANEL * runs.length}
        />
      </mask>
      <path className={styles.truth} d={TRUTH_PATH} />
      <rect className={styles.density} width={PANEL} height={PANEL} mask={`url(#${mask})`} />
    </svg>
  );
}

interface LossesProps {
  readonly run: RecordedRun;
  readonly place: number;
  readonly best: number;
}

/** The losses of a run, with the epoch that is looked at and the best one. */
function Losses({ run, place, best }: LossesProps) {
  const t = useText();
  const x = epochs.map(Math.log10);
  return (
    <Plot
      name={t('figures.recorded.losses')}
      x={[x[0]!, x[LAST]!]}
      y={[LOWEST, run.test[best]! + ABOVE]}
      xMarks={DECADES.map((epoch) => [Math.log10(epoch), fixed(epoch)])}
      xTitle={t('loss.epoch')}
      yTitle={t('figures.living.nll')}
      height={190}
    >
      {(frame) => (
        <Clipped>
          {ENTROPY !== null && (
            <path
              className={lossStyles.best}
              d={`M${frame.left} ${frame.y(ENTROPY)}H${frame.right}`}
            />
          )}
          <path
            className={styles.epoch}
            d={`M${frame.x(x[place]!)} ${frame.top}V${frame.bottom}`}
          />
          <path className={lossStyles.train} d={linePath(frame, x, run.train)} />
          <path className={styles.fresh} d={linePath(frame, x, run.fresh)} />
          <path className={lossStyles.test} d={linePath(frame, x, run.test)} />
          <circle
            className={styles.least}
            cx={frame.x(x[best]!)}
            cy={frame.y(run.test[best]!)}
            r={5}
          />
        </Clipped>
      )}
    </Plot>
  );
}
