import { useStore } from 'zustand';
import { digitsOf } from '../../charts/template.ts';
import type { ThemeName } from '../../charts/theme.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { pointLoss } from '../../core/scores.ts';
import type { ChosenPoint } from '../../core/view.ts';
import { useText } from '../../i18n/index.ts';
import { fixed, loss, percent } from '../../i18n/numbers.ts';
import { mixturesNow } from '../../store/mixturesNow.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { ComponentChip } from '../ComponentChip.tsx';
import { useLab, useShownExperiment } from '../lab.ts';
import { rangesOf } from '../labRanges.ts';
import { targetText } from '../targetText.ts';
import { useStints } from '../useStints.ts';
import { useThrottledFrame } from '../useThrottledFrame.ts';
import { lossSum, responsible } from './pointShare.ts';
import styles from './Slice.module.css';

const PACE_MS = 300;

/** Who answers for the chosen point, and how much of the loss it makes up. */
export function ChosenPointLine({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const point = useStore(useLab().view, (view) => view.point);
  const mixture = useShownExperiment().model.kind === 'mdn';
  if (point) return <PointLine point={point} theme={theme} />;
  return (
    <p className={cx(styles.point, styles.hint)}>
      {mixture ? t('slice.pointHint') : t('slice.pointHintOne')}
    </p>
  );
}

interface PointLineProps {
  readonly point: ChosenPoint;
  readonly theme: ThemeName;
}

function PointLine({ point, theme }: PointLineProps) {
  const t = useText();
  const lab = useLab();
  const task = rememberedTask(useShownExperiment());
  const squared = task.network.components === 0;
  const points = task.data[point.set];
  // All points together take from 20 ms to a second.
  const sum = useStints(points, useThrottledFrame(PACE_MS), () =>
    lossSum(points, squared, (x) => mixturesNow(lab, task, x)),
  );
  const { x: xs, y: ys } = points;
  const [x, y] = [xs[point.index], ys[point.index]];
  if (x === undefined || y === undefined) return null;
  const ranges = rangesOf(lab, task.data);
  const mixture = mixturesNow(lab, task, Float64Array.of(x))?.[0];
  const own = mixture ? pointLoss(mixture, y, squared) : Number.NaN;
  return (
    <div className={styles.point}>
      <span className={styles.which}>
        {t(`slice.point.${point.set}`, {
          x: fixed(x, digitsOf(ranges.x)),
          y: targetText(ranges.y).value(y),
        })}
      </span>
      {!squared &&
        mixture &&
        responsible(mixture, y).map(({ component, share }) => (
          <span key={component} className={styles.responsible}>
            <ComponentChip component={component} theme={theme} />
            <span>
              {t('slice.responsible', { component: String(component + 1), share: percent(share) })}
            </span>
          </span>
        ))}
      <span>
        {[
          squared ? t('slice.squared', { error: loss(own) }) : t('slice.nats', { nats: loss(own) }),
          ...(sum !== null && sum > 0
            ? [t(`slice.share.${point.set}`, { share: percent(own / sum, 2) })]
            : []),
        ].join(', ')}
      </span>
      <Button look="link" onClick={() => lab.show({ point: null })}>
        {t('slice.clear')}
      </Button>
    </div>
  );
}
