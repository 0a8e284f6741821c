import type { LossSeries } from './run.ts';

/** The smallest loss of a trained network and when it was reached; null before the first epoch. */
export function lowest({ epoch, loss }: LossSeries): { epoch: number; loss: number } | null {
  let best = -1;
  for (let i = 0; i < loss.length; i++) {
    if (epoch[i]! >= 1 && (best < 0 || loss[i]! < loss[best]!)) best = i;
  }
  return best < 0 ? null : { epoch: epoch[best]!, loss: loss[best]! };
}
