import { extent, type Range } from '../core/range.ts';
import { atEvenSteps, type Series } from './decimate.ts';
import { niceStep } from './ranges.ts';

const PLACES = 200;
/** Share of the axis along which the curves lie below the range's upper end. */
const SHOWN = 0.95;
/** The first loss is shown too if that makes the range no more than this many times larger. */
const START_FACTOR = 2.5;
/** The range is no smaller than this share of the best loss. */
const LEAST_SPAN = 0.02;
/** Share of the range that is left free under the lowest value, unless its name needs more. */
const BELOW = 0.05;

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/**
 * The part of the loss that is worth seeing: from the best value to where the
 * curves are for 95 % of the axis. A spike, or a start far above the rest,
 * leaves the figure at its top instead of flattening what follows. Rounded to
 * whole ticks, so that the axis seldom moves while the curves grow.
 *
 * @param series losses over epochs
 * @param target a further value to be shown, such as the best reachable loss
 * @param below share of the range to be left free under the lowest value
 * @param position where an epoch lies along the axis
 */
export function lossRange(
  series: readonly Series[],
  target: number | null,
  below = BELOW,
  position?: (epoch: number) => number,
): Range {
  const places = series.map((one) => atEvenSteps(one, PLACES, position));
  const low = extent(...series.map(({ y }) => y), target === null ? [] : [target])?.[0];
  const shown = places.flat();
  if (low === undefined) return [0, 1];
  // Before the first loss there is the target alone.
  let high = shown.length > 0 ? quantile(shown, SHOWN) : low + Math.max(1, Math.abs(low));
  const first = Math.max(...places.map((values) => values[0] ?? -Infinity));
  if (first - low <= START_FACTOR * (high - low)) high = Math.max(high, first);
  const span = Math.max(high - low, LEAST_SPAN * Math.abs(low), 1e-6);
  const step = niceStep(span / 4);
  const clean = (value: number) => Number(value.toPrecision(12));
  const top = Math.ceil((low + 1.04 * span) / step) * step;
  const bottom = Math.floor((low - (below * (top - low)) / (1 - below)) / (step / 5)) * (step / 5);
  return [clean(bottom), clean(top)];
}
