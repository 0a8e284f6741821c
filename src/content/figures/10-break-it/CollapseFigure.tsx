import { scaleOf } from '../../../core/data/standardise.ts';
import { extent } from '../../../core/range.ts';
import { rememberedTask } from '../../../core/rememberedTask.ts';
import { useExperiment, useLab, useRun } from '../../../features/lab.ts';
import { useText } from '../../../i18n/index.ts';
import { significant } from '../../../i18n/numbers.ts';
import { Texts } from '../../../i18n/Texts.tsx';
import { Living } from '../../lab/Living.tsx';
import { linePath } from '../../plot/frame.ts';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import shared from '../shared.module.css';
import styles from './CollapseFigure.module.css';
import { narrowest, recordedNarrowest, twelve } from './collapse.ts';

/** Many components on few points, and under the loss the smallest width. */
export function CollapseFigure() {
  return (
    <Texts part="mixtures">
      <Collapsing />
    </Texts>
  );
}

function Collapsing() {
  const t = useText();
  return (
    <Living
      figure={twelve}
      name={t('collapse.name')}
      caption={t('collapse.caption')}
      after={<Narrowest />}
    />
  );
}

/** The least range of σ that is shown, as powers of ten. */
const AT_LEAST = [-2, 1] as const;

/** The smallest σ over the epochs, on a log scale, with the floor if there is one. */
function Narrowest() {
  const t = useText();
  const { feed } = useLab();
  const experiment = useExperiment();
  const { model, training } = experiment;
  useRun((run) => `${run.frame} ${run.step}`);
  const epochs = useRun((run) => run.epochs) || training.epochs;
  const task = rememberedTask(experiment);
  const recorded = twelve.useForeseen() && recordedNarrowest;
  const { epoch: x, loss: y } = recorded || narrowest(task, feed.way.states);
  const powers = y.map((sigma) => Math.log10(sigma));
  const floor =
    model.kind === 'mdn' && model.varianceFloor > 0
      ? Math.sqrt(model.varianceFloor) * scaleOf(task.data.train.y).factor
      : null;
  const [low, high] = extent(powers, AT_LEAST) ?? AT_LEAST;
  const last = y.at(-1);
  return (
    <>
      <p className={shared.count}>
        {last === undefined
          ? t('collapse.noWidth')
          : t('collapse.width', { sigma: significant(last, 2) })}
      </p>
      <Plot
        name={t('collapse.plot')}
        x={[0, epochs]}
        y={[Math.floor(low), Math.ceil(high)]}
        xTitle={t('loss.epoch')}
        yTitle={t('collapse.axis')}
        yTick={(power) => (Number.isInteger(power) ? significant(10 ** power) : '')}
        height={140}
      >
        {(frame) => (
          <Clipped>
            {floor !== null && (
              <path
                className={shared.guide}
                d={`M${frame.left} ${frame.y(Math.log10(floor))}H${frame.right}`}
              />
            )}
            <path className={styles.narrowest} d={linePath(frame, x, powers)} />
          </Clipped>
        )}
      </Plot>
    </>
  );
}
