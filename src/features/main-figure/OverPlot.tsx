import type { Ranges } from '../../charts/ranges.ts';
import type { Split } from '../../core/data/points.ts';
import type { Range } from '../../core/range.ts';
import { useText } from '../../i18n/index.ts';
import type { ChosenPoint } from '../../store/view.ts';
import styles from './OverPlot.module.css';

const percent = (share: number) => `${100 * share}%`;

/** Narrower than this share of the figure a stretch is not worth shading. */
const LEAST_SHARE = 0.004;

interface NoDataProps {
  readonly range: Range;
  /** The inputs about which the data say anything. */
  readonly known: Range;
}

/** Shades the inputs that lie outside of the data: what the model answers there is a guess. */
export function NoData({ range: [min, max], known }: NoDataProps) {
  const t = useText();
  const low = (known[0] - min) / (max - min);
  const high = (max - known[1]) / (max - min);
  const label = <span className={styles.label}>{t('figure.noData')}</span>;
  return (
    <div aria-hidden="true">
      {low > LEAST_SHARE && (
        <div className={styles.noData} data-side="left" style={{ left: 0, width: percent(low) }}>
          {label}
        </div>
      )}
      {high > LEAST_SHARE && (
        <div className={styles.noData} data-side="right" style={{ right: 0, width: percent(high) }}>
          {label}
        </div>
      )}
    </div>
  );
}

interface PointRingProps {
  readonly point: ChosenPoint;
  readonly data: Split;
  readonly ranges: Ranges;
}

/** Rings the chosen point. */
export function PointRing({ point, data, ranges }: PointRingProps) {
  const { x, y } = data[point.set];
  const [px, py] = [x[point.index], y[point.index]];
  if (px === undefined || py === undefined) return null;
  const left = (px - ranges.x[0]) / (ranges.x[1] - ranges.x[0]);
  const bottom = (py - ranges.y[0]) / (ranges.y[1] - ranges.y[0]);
  return (
    <div
      aria-hidden="true"
      className={styles.ring}
      style={{ left: percent(left), bottom: percent(bottom) }}
    />
  );
}
