import type { Range } from '../range.ts';
import type { Conditional } from './conditional.ts';
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

/** Bins within the typical width exp(h) of the density, so that its regions can be read off them. */
const BINS_A_WIDTH = 16;
const ROWS = { least: 160, most: 1280 } as const;

/** How many rows of targets show how narrow the density is, at least 160 and at most 1280. */
export function targetRows(truth: Truth, [min, max]: Range): number {
  const width = Math.exp(truth.entropy() ?? 0);
  return Math.max(ROWS.least, Math.min(ROWS.most, Math.ceil((BINS_A_WIDTH * (max - min)) / width)));
}

/**
 * The density averaged over the bins around every y, row-major [rows][columns];
 * NaN in a column where there is no truth.
 *
 * @param y targets, ascending and evenly spaced
 */
export function* trueDensity(
  truth: Truth,
  x: Float64Array,
  y: Float64Array,
): Generator<undefined, Float64Array, undefined> {
  const rows = y.length;
  const bin = y[1]! - y[0]!;
  const field = new Float64Array(x.length * rows).fill(Number.NaN);
  for (let column = 0; column < x.length; column++) {
    const conditional = truth.at(x[column]!);
    if (conditional) {
      binMasses(conditional, y[0]! - bin / 2, bin, rows).forEach((mass, row) => {
        field[row * x.length + column] = mass / bin;
      });
    }
    yield;
  }
  return field;
}

/** The probability of each of `count` bins from `start` on; stretches without any are not looked into. */
function binMasses({ cdf }: Conditional, start: number, bin: number, count: number): Float64Array {
  const masses = new Float64Array(count);
  const divide = (from: number, to: number, below: number, upTo: number) => {
    if (!(upTo > below)) return;
    if (to - from === 1) {
      masses[from] = upTo - below;
      return;
    }
    const middle = (from + to) >> 1;
    const at = cdf(start + middle * bin);
    divide(from, middle, below, at);
    divide(middle, to, at, upTo);
  };
  divide(0, count, cdf(start), cdf(start + count * bin));
  return masses;
}
