import { compare } from '../core/comparison.ts';
import type { Points } from '../core/data/points.ts';
import type { Fitted, Forward } from '../core/model.ts';
import { lossOn, truthLoss } from '../core/scores.ts';
import type { Truth } from '../core/truth/truth.ts';

/**
 * The loss on fresh points, the truth's own on the very same points, and the
 * difference. Points at which the truth's is not finite are left out, as
 * `freshPoints` tells. The truth's is null where it has none, as for a density
 * model on data without noise; all are null where there are no fresh points.
 */
export function score(fitted: Fitted, fresh: Points | null, truth: Truth | null, forward: Forward) {
  if (!fresh) return { freshPoints: 0, freshLoss: null, truthLoss: null, excess: null };
  const squared = fitted.task.network.components === 0;
  const best = fresh.x.map((x, i) => truthLoss(truth, x, fresh.y[i]!, squared));
  const known = (_: number, i: number) => Number.isFinite(best[i]!);
  const points = best.some(Number.isFinite)
    ? { x: fresh.x.filter(known), y: fresh.y.filter(known) }
    : fresh;
  const freshLoss = lossOn(fitted, points, forward);
  const { truth: truthMean } = compare(best, best);
  return {
    freshPoints: points.x.length,
    freshLoss,
    truthLoss: truthMean,
    excess: truthMean === null ? null : freshLoss - truthMean,
  };
}
