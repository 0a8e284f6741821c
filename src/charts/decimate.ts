/** A line through points, [n] each, in data units; a value that is not finite is a gap. */
export interface Series {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export interface DecimatedSeries {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Indices of the smallest and largest finite value in [from, to), in order; missing values stay gaps. */
function extremes(y: ArrayLike<number>, from: number, to: number): number[] {
  let low = -1;
  let high = -1;
  for (let i = from; i < to; i++) {
    if (!Number.isFinite(y[i]!)) continue;
    if (low < 0 || y[i]! < y[low]!) low = i;
    if (high < 0 || y[i]! > y[high]!) high = i;
  }
  if (low < 0) return [from];
  return low === high ? [low] : [Math.min(low, high), Math.max(low, high)];
}

function take({ x, y }: Series, indices: readonly number[]): DecimatedSeries {
  return {
    x: Float64Array.from(indices, (i) => x[i]!),
    y: Float64Array.from(indices, (i) => (Number.isFinite(y[i]!) ? y[i]! : Number.NaN)),
  };
}

/**
 * A series of at most `most` points that looks the same: of each stretch of the
 * axis its smallest and its largest value, and the first and last point.
 *
 * @param position where x lies on the axis, e.g. its logarithm; ascending
 */
export function decimate(
  series: Series,
  most: number,
  position: (x: number) => number = (x) => x,
): DecimatedSeries {
  const { x, y } = series;
  const n = x.length;
  if (n <= most) return take(series, [...Array(n).keys()]);
  const stretches = Math.max(1, Math.floor((most - 2) / 2));
  const start = position(x[0]!);
  const width = (position(x[n - 1]!) - start) / stretches || 1;
  const indices: number[] = [0];
  let from = 0;
  for (let stretch = 0; stretch < stretches && from < n; stretch++) {
    let to = from;
    const last = stretch === stretches - 1;
    while (to < n && (last || position(x[to]!) < start + (stretch + 1) * width)) to++;
    if (to > from) indices.push(...extremes(y, from, to));
    from = to;
  }
  indices.push(n - 1);
  return take(
    series,
    indices.filter((index, i) => i === 0 || index > indices[i - 1]!),
  );
}

/** `count` values of a series at even steps along its axis, each the newest at or before its place. */
export function atEvenSteps(
  { x, y }: Series,
  count: number,
  position: (x: number) => number = (x) => x,
): number[] {
  const n = x.length;
  if (n === 0) return [];
  const start = position(x[0]!);
  const end = position(x[n - 1]!);
  const values: number[] = [];
  let i = 0;
  for (let step = 0; step < count; step++) {
    const place = start + ((end - start) * step) / Math.max(1, count - 1);
    while (i + 1 < n && position(x[i + 1]!) <= place) i++;
    if (Number.isFinite(y[i]!)) values.push(y[i]!);
  }
  return values;
}
