import type { Points } from '../core/data/points.ts';
import type { Fitted, Forward } from '../core/model.ts';
import { lossOn, truthLoss } from '../core/scores.ts';
import type { Truth } from '../core/truth/truth.ts';

/**
 * The loss on fresh points, the truth's own on the very same points, and the
 * difference. The truth's is null where it has none, as for a density model on
 * data without noise; all three are null where there are no fresh points.
 */
export function score(fitted: Fitted, fresh: Points | null, truth: Truth | null, forward: Forward) {
  if (!fresh) return { freshLoss: null, truthLoss: null, excess: null };
  const squared = fitted.task.network.components === 0;
  const sum = fresh.x.reduce((total, x, i) => total + truthLoss(truth, x, fresh.y[i]!, squared), 0);
  const mean = sum / fresh.x.length;
  const best = Number.isFinite(mean) ? mean : null;
  const freshLoss = lossOn(fitted, fresh, forward);
  return { freshLoss, truthLoss: best, excess: best === null ? null : freshLoss - best };
}
