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

/** By how much one model's mean loss is above another's on the same points. */
export interface Difference {
  readonly by: number;
  /** What its standard error is at most. */
  readonly error: number;
}

/** Standard errors by which two models have to differ before one is called better. */
const CERTAIN = 2;

/**
 * How far model a's loss is above b's, from what is known of each by itself: on the same
 * points their losses may go together in any way, but the standard error of a difference
 * is never above the sum of both (Minkowski), be they those of the losses or, which are
 * smaller, those of what is above the truth's.
 */
export function difference(a: Comparison, b: Comparison): Difference {
  const ofLosses = a.loss.standardError + b.loss.standardError;
  const ofExcesses =
    a.excess && b.excess
      ? a.excess.standardError + b.excess.standardError
      : Number.POSITIVE_INFINITY;
  return { by: a.loss.mean - b.loss.mean, error: Math.min(ofLosses, ofExcesses) };
}

/** Whether chance alone is no likely reason for the difference. */
export function isCertain({ by, error }: Difference): boolean {
  return Math.abs(by) > CERTAIN * error;
}
