import type { Points } from './data/points.ts';
import { toTrainingUnit } from './data/standardise.ts';
import { type Estimate, estimate } from './estimate.ts';
import { outputLoss } from './loss.ts';
import { logDensity, type Mixture } from './mixture.ts';
import type { Fitted, Forward } from './model.ts';
import { lossInTargetUnit } from './task.ts';
import type { Truth } from './truth/truth.ts';

/** A network's mean loss on points, in the target's own unit. */
export function lossOn(fitted: Fitted, { x, y }: Points, forward: Forward): number {
  const { task } = fitted;
  const targets = toTrainingUnit(y, task.scaling.target);
  return lossInTargetUnit(task, outputLoss(task.network, forward(fitted, x), targets));
}

/** A point's own loss: −log q(y given x) in nats, or the squared distance from the mean of one Gaussian. */
export function pointLoss(mixture: Mixture, y: number, squared: boolean): number {
  return squared ? (y - mixture.means[0]!) ** 2 : -logDensity(mixture, y);
}

/**
 * The loss of the truth itself at a point, which no model can be expected to go
 * below: −log p(y given x) in nats, or the squared distance from the true
 * conditional mean. NaN where there is none: no truth, or no density without noise.
 */
export function truthLoss(truth: Truth | null, x: number, y: number, squared: boolean): number {
  const conditional = truth?.at(x);
  if (!conditional) return Number.NaN;
  if (squared) return (y - conditional.mean) ** 2;
  return -(conditional.logDensity?.(y) ?? Number.NaN);
}

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
