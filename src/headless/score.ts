import type { Points } from '../core/data/points.ts';
import { truthOf } from '../core/datasets/truthOf.ts';
import type { Trainer } from '../engine/trainer.ts';

/**
 * The loss on fresh points, the best that any model can reach on the very same
 * points, and the difference. For a mixture the best is the mean of
 * −log p_true, so that the excess is an unbiased estimate of the expected
 * Kullback–Leibler divergence; for a feed-forward network it is the squared
 * distance from the true conditional mean. Null where there is no best, as for a
 * density model on data without noise; all of it null where there are no fresh points.
 */
export function score(trainer: Trainer, fresh: Points | null) {
  if (!fresh) return { freshLoss: null, truthLoss: null, excess: null };
  const freshLoss = trainer.lossOn(fresh);
  const truthLoss = best(trainer, fresh);
  return { freshLoss, truthLoss, excess: truthLoss === null ? null : freshLoss - truthLoss };
}

function best(trainer: Trainer, { x, y }: Points): number | null {
  const { data } = trainer.experiment;
  const truth = truthOf(data.name, data.noise);
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const conditional = truth?.at(x[i]!);
    if (!conditional) return null;
    if (trainer.network.components === 0) {
      const difference = y[i]! - conditional.mean;
      sum += difference * difference;
    } else if (conditional.logDensity) {
      sum -= conditional.logDensity(y[i]!);
    } else {
      return null;
    }
  }
  return sum / x.length;
}
