import { componentVariance, softmax } from '../core/loss.ts';

/** A component of less weight answers for nothing at an input; its width is not looked at. */
const LEAST_WEIGHT = 0.01;

/** A mixture's raw output and what makes deviations of it. */
interface RawMixtures {
  /** Row-major [n][3K]: logits, means and log variances. */
  readonly raw: ArrayLike<number>;
  /** K. */
  readonly components: number;
  /** Added to the variances, in the unit of training. */
  readonly varianceFloor: number;
  /** The target's own units in one unit of training. */
  readonly factor: number;
}

/**
 * The smallest σ of a component that counts at some input, in the target's own
 * units; null where no row has finite numbers.
 */
export function smallestDeviation({ raw, components, varianceFloor, factor }: RawMixtures) {
  let smallest = Number.POSITIVE_INFINITY;
  for (let from = 0; from < raw.length; from += 3 * components) {
    const weights = softmax(raw, from, from + components);
    for (let k = 0; k < components; k++) {
      if (!(weights[k]! >= LEAST_WEIGHT)) continue;
      const logVariance = raw[from + 2 * components + k]!;
      const deviation = Math.sqrt(componentVariance(logVariance, varianceFloor));
      if (deviation < smallest) smallest = deviation;
    }
  }
  return Number.isFinite(smallest) ? factor * smallest : null;
}
