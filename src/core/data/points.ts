import type { Range } from '../range.ts';

/** Points in the units of the data set; `x` is the input, `y` the target, [n] each. */
export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The points of an experiment. */
export interface Split {
  /** Those that a run trains on. */
  readonly train: Points;
  readonly test: Points;
  /** Those of the test points that its test loss is of: all, unless it trains on a range of inputs alone. */
  readonly tested: Points;
}

/** The points whose input lies in a range, both ends included; all of them where there is none. */
export function within(points: Points, range: Range | null): Points {
  return range ? filtered(points, (x) => x >= range[0] && x <= range[1]) : points;
}

/** The points whose input lies outside of a range. */
export function beyond(points: Points, range: Range): Points {
  return filtered(points, (x) => x < range[0] || x > range[1]);
}

function filtered({ x, y }: Points, wanted: (x: number) => boolean): Points {
  return { x: x.filter(wanted), y: y.filter((_, i) => wanted(x[i]!)) };
}

/** An empty set of `count` points, to be filled. */
export function emptyPoints(count: number): Points {
  return { x: new Float64Array(count), y: new Float64Array(count) };
}
