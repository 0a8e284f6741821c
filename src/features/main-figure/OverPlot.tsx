import type { Ranges } from '../../charts/ranges.ts';
import type { Split } from '../../core/data/points.ts';
import type { Range } from '../../core/range.ts';
import type { ChosenPoint } from '../../core/view.ts';
import styles from './OverPlot.module.css';

const percent = (share: number) => `${100 * share}%`;

/** Narrower than this share of the figure a stretch is not worth shading. */
const LEAST_SHARE = 0.004;
/** So much of the figure is left free at either side of an input that all points share. */
const SINGLE_SHARE = 0.01;

interface NoDataProps {
  readonly range: Range;
  /** The inputs about which the data say anything. */
  readonly known: Range;
  /** Stretches between them without data. */
  readonly gaps: readonly Range[];
  /** What is said of all others. */
  readonly label: string;
}

/** Shades the inputs where there are no data: what the model answers there is a guess. */
export function NoData({ range: [min, max], known, gaps, label }: NoDataProps) {
  const share = (x: number) => Math.min(1, Math.max(0, (x - min) / (max - min)));
  // Where there is but one input, that is left free.
  const free = known[0] < known[1] ? 0 : SINGLE_SHARE;
  const strips = [
    { side: 'left', from: 0, to: share(known[0]) - free },
    ...gaps.map(([from, to]) => ({ side: 'between', from: share(from), to: share(to) })),
    { side: 'right', from: share(known[1]) + free, to: 1 },
  ];
  return (
    <div aria-hidden="true">
      {strips
        .filter(({ from, to }) => to - from > LEAST_SHARE)
        .map(({ side, from, to }) => (
          <div
            key={from}
            className={styles.noData}
            data-side={side}
            style={{ left: percent(from), width: percent(to - from) }}
          >
            <span className={styles.label}>{label}</span>
          </div>
        ))}
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
