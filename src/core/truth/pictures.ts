import { binAverage } from './conditional.ts';
import type { Truth } from './truth.ts';

/**
 * What figures draw of a truth. It takes 50 to 300 ms, so these are generators
 * that stop after every column: whoever runs them decides when to go on.
 */

/** E[target given input] at every x, [n]; NaN where there is no truth. */
export function* trueMeans(
  truth: Truth | null,
  x: Float64Array,
): Generator<undefined, Float64Array, undefined> {
  const means = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    means[i] = truth?.at(x[i]!)?.mean ?? Number.NaN;
    yield;
  }
  return means;
}

/**
 * The density averaged over the bins around every y, row-major [rows][columns];
 * NaN in a column where there is no truth.
 *
 * @param y targets, ascending and evenly spaced
 */
export function* trueDensity(
  truth: Truth | null,
  x: Float64Array,
  y: Float64Array,
): Generator<undefined, Float64Array, undefined> {
  const field = new Float64Array(x.length * y.length).fill(Number.NaN);
  const half = 0.5 * (y[1]! - y[0]!);
  for (let column = 0; column < x.length; column++) {
    const conditional = truth?.at(x[column]!);
    for (let row = 0; conditional && row < y.length; row++) {
      const average = binAverage(conditional, y[row]! - half, y[row]! + half);
      field[row * x.length + column] = average;
    }
    yield;
  }
  return field;
}

/**
 * The stretch of inputs about which the data say anything: within the inputs that
 * the network trains on, and within the truth's support if there is a truth.
 */
export function knownInputs(truth: Truth | null, train: Float64Array): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const x of train) {
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  return truth ? [Math.max(low, truth.support[0]), Math.min(high, truth.support[1])] : [low, high];
}
