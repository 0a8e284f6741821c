import { compare } from './comparison.ts';
import type { Points } from './data/points.ts';
import type { EngineName, Experiment } from './experiment.ts';
import type { Fitted, Forward } from './model.ts';
import { lossesOn, truthLoss } from './scores.ts';
import type { Truth } from './truth/truth.ts';

/** How good a network is on fresh points, beside the truth; in the target's own unit. */
interface FreshScore {
  /** How many points were used; 0 where there are none. */
  readonly freshPoints: number;
  readonly freshLoss: number | null;
  /** The truth's loss on the very same points. */
  readonly truthLoss: number | null;
  /** The difference of the two. */
  readonly excess: number | null;
  /** Standard error of the excess. */
  readonly excessError: number | null;
}

/** What is known of a run at its end, as the headless command writes it; losses in the target's own unit. */
export interface RunResult extends FreshScore {
  readonly experiment: Experiment;
  /** Of the fresh points outside of the range that is trained on, if there is one; the others are of those inside. */
  readonly outside?: FreshScore;
  /** The one that ran. */
  readonly engine: EngineName;
  readonly epochs: number;
  readonly steps: number;
  /** Spent in training steps, without test losses, scores and set-up. */
  readonly seconds: number;
  /** Null before the first epoch. */
  readonly trainLoss: number | null;
  readonly testLoss: number | null;
  /** True if the run diverged and was not to recover. */
  readonly diverged: boolean;
  readonly recoveries: number;
  /** See `fingerprint.ts`; null where there is no cryptography. */
  readonly parametersHash: string | null;
}

/** A run's result, and the network that has come of it. */
export interface TrainedRun extends Pick<Fitted, 'parameters' | 'deviation'> {
  readonly result: RunResult;
  /** The whole epochs after which it had these parameters: its last, or those of its best. */
  readonly epoch: number;
}

/** The truth's losses on points, which take as long to know as a network takes to score. */
interface Known {
  readonly truth: Truth | null;
  readonly squared: boolean;
  readonly losses: Float64Array;
}

const known = new WeakMap<Points, Known>();

/** The truth's own loss on each point, [n]; computed once for points that are scored on again. */
function truthLosses(points: Points, truth: Truth | null, squared: boolean): Float64Array {
  const before = known.get(points);
  if (before?.truth === truth && before.squared === squared) return before.losses;
  const losses = points.x.map((x, i) => truthLoss(truth, x, points.y[i]!, squared));
  known.set(points, { truth, squared, losses });
  return losses;
}

/**
 * The loss on fresh points beside the truth's. Points at which the truth's is not
 * finite are left out, as `freshPoints` tells. The truth's is null where it has
 * none, as for a density model on data without noise; all are null where there
 * are no fresh points.
 */
export function scoreOnFresh(
  fitted: Fitted,
  fresh: Points | null,
  truth: Truth | null,
  forward: Forward,
): FreshScore {
  if (!fresh || fresh.x.length === 0) {
    return { freshPoints: 0, freshLoss: null, truthLoss: null, excess: null, excessError: null };
  }
  const squared = fitted.task.network.components === 0;
  const best = truthLosses(fresh, truth, squared);
  const { loss, truth: truthMean, excess } = compare(lossesOn(fitted, fresh, forward), best);
  return {
    freshPoints: loss.count,
    freshLoss: loss.mean,
    truthLoss: truthMean,
    excess: excess?.mean ?? null,
    excessError: excess?.standardError ?? null,
  };
}
