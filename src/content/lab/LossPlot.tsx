import { drawnLosses } from '../../charts/lossCurves.ts';
import { lossRange } from '../../charts/lossRange.ts';
import { stepsPerEpoch } from '../../core/experiment.ts';
import { useExperiment, useLab, useRun } from '../../features/lab.ts';
import { lossCurves } from '../../features/loss-figure/curves.ts';
import { LossTable } from '../../features/loss-figure/LossTable.tsx';
import { useBestReachable } from '../../features/loss-figure/useBestReachable.ts';
import { useText } from '../../i18n/index.ts';
import { fixed, loss } from '../../i18n/numbers.ts';
import { lossesNow } from '../../store/foreseen.ts';
import { Numbers } from '../parts/FigureFrame.tsx';
import { type Frame, linePath } from '../plot/frame.ts';
import { Clipped, Plot } from '../plot/Plot.tsx';
import living from './Living.module.css';
import styles from './LossPlot.module.css';

/** How a curve of each colour is drawn. */
const LOOK = { train: styles.train, test: styles.test } as const;

/** The losses against the epoch. */
export function LossPlot({ height }: { readonly height: number }) {
  const t = useText();
  const lab = useLab();
  const experiment = useExperiment();
  const { model, training } = experiment;
  useRun((run) => `${run.frame} ${run.step}`);
  const epochs = useRun((run) => run.epochs) || training.epochs;
  const failures = useRun((run) => run.events);
  const reachable = useBestReachable();
  const best = reachable ?? null;
  const { train, test } = lossesNow(lab);
  const curves = lossCurves(t, lab).map((one) => ({ ...one, series: drawnLosses(one.losses) }));
  const range = lossRange(
    curves.map(({ series }) => series),
    best,
  );
  return (
    <>
      <div className={living.loss}>
        <Numbers
          entries={[
            [t('loss.test'), loss(test.loss.at(-1))],
            [t('loss.train'), loss(train.loss.at(-1))],
            ...(best === null ? [] : [[t('loss.best'), fixed(best, best < 10 ? 3 : 2)] as const]),
          ]}
        />
        <LossTable best={reachable} />
      </div>
      <Plot
        name={t('figures.living.lossPlot')}
        x={[0, epochs]}
        y={range}
        xTitle={t('loss.epoch')}
        yTitle={t(model.kind === 'mdn' ? 'figures.living.nll' : 'figures.living.error')}
        height={height}
      >
        {(frame) => (
          <Clipped>
            {best !== null && (
              <path className={styles.best} d={`M${frame.left} ${frame.y(best)}H${frame.right}`} />
            )}
            {failures.map(({ number, step }) => (
              <Failure key={number} frame={frame} epoch={step / stepsPerEpoch(experiment)} />
            ))}
            {curves.map(({ name, color, series }) => (
              <path key={name} className={LOOK[color]} d={linePath(frame, series.x, series.y)} />
            ))}
          </Clipped>
        )}
      </Plot>
    </>
  );
}

/** Where the run diverged: a cross at the upper edge, where the loss has left the plot. */
function Failure({ frame, epoch }: { readonly frame: Frame; readonly epoch: number }) {
  const x = frame.x(epoch);
  return (
    <g className={styles.failure}>
      <path d={`M${x} ${frame.top}V${frame.bottom}`} />
      <text x={x} y={frame.top + 12} textAnchor="middle">
        ×
      </text>
    </g>
  );
}
