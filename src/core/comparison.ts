import { type Estimate, estimate } from './estimate.ts';

/** The losses of the very same points, which add up: the model's mean is the truth's and the excess. */
export interface Comparison {
  /** The model's own. */
  readonly loss: Estimate;
  /** The truth's mean; null where it has none. */
  readonly truth: number | null;
  /**
   * The differences, with their own standard error, which is smaller than that
   * of either loss. For −log densities on fresh data it is an unbiased estimate
   * of the expected Kullback–Leibler divergence. Null where the truth has none.
   */
  readonly excess: Estimate | null;
}

/**
 * Compares a model's losses with the truth's, [n] each. Points at which the
 * truth's loss is not finite, such as the spiral's very start, are left out of
 * all three, as `count` shows; where it is finite nowhere, there is no truth to
 * compare with, and all points count.
 */
export function compare(losses: Float64Array, truthLosses: Float64Array): Comparison {
  const known = (_: number, i: number) => Number.isFinite(truthLosses[i]!);
  const own = losses.filter(known);
  if (own.length === 0) return { loss: estimate(losses), truth: null, excess: null };
  const best = truthLosses.filter(known);
  return {
    loss: estimate(own),
    truth: estimate(best).mean,
    excess: estimate(own.map((loss, i) => loss - best[i]!)),
  };
}
