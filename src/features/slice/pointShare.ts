import type { Points } from '../../core/data/points.ts';
import { type Mixture, responsibilities } from '../../core/mixture.ts';
import { pointLoss } from '../../core/scores.ts';

/** Rows that are worked through between two looks at the clock. */
const ROWS = 20;

/** The loss of all points together; a generator, as many points take long. */
export function* lossSum(
  { x, y }: Points,
  squared: boolean,
  mixtures: (x: Float64Array) => Mixture[] | null,
): Generator<undefined, number | null> {
  let sum = 0;
  for (let from = 0; from < x.length; from += ROWS) {
    const found = mixtures(x.subarray(from, from + ROWS));
    if (!found) return null;
    found.forEach((mixture, i) => {
      sum += pointLoss(mixture, y[from + i]!, squared);
    });
    yield;
  }
  return sum;
}

/** Who answers for a point: the components with their responsibility, the greatest first. */
export function responsible(mixture: Mixture, y: number, least = 0.01) {
  return Array.from(responsibilities(mixture, y), (share, component) => ({ component, share }))
    .filter(({ share }) => share >= least)
    .sort((a, b) => b.share - a.share);
}
