import { type Fitted, type Forward, mixturesAt } from './model.ts';
import { thin } from './thin.ts';

/** A component of less weight answers for nothing at an input; its width is not looked at. */
const LEAST_WEIGHT = 0.01;

/** Training inputs at which widths are looked at. */
const POINTS = 2000;

/**
 * The smallest σ of a component that counts at some training input, in the
 * target's own units; null where no mixture has finite numbers.
 */
export function smallestDeviation(fitted: Fitted, forward: Forward): number | null {
  let smallest = Number.POSITIVE_INFINITY;
  const x = thin(fitted.task.data.train.x, POINTS);
  for (const { weights, deviations } of mixturesAt(fitted, x, forward)) {
    deviations.forEach((deviation, k) => {
      if (weights[k]! >= LEAST_WEIGHT && deviation < smallest) smallest = deviation;
    });
  }
  return Number.isFinite(smallest) ? smallest : null;
}
