import type { DataSet } from './dataSet.ts';

/** The least number of points that an experiment can ask for; it says nothing of a fixed set. */
const LEAST = 50;

/**
 * Points that were measured: there are no others, and nothing is known of what they
 * were drawn from.
 *
 * @param x inputs, [n]
 * @param y targets, [n]
 */
export function fixedSet(x: ArrayLike<number>, y: ArrayLike<number>): DataSet {
  const points = { x: Float64Array.from(x), y: Float64Array.from(y) };
  return {
    draw: () => points,
    fixedCount: points.x.length,
    fresh: null,
    separateTest: false,
    noise: null,
    defaults: { points: Math.max(LEAST, points.x.length), noise: 0 },
    curves: null,
    picture: null,
    truth: null,
  };
}
