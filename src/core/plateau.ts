import type { ModelKind } from './experiment.ts';

/** How far the test loss has come: the last that was clearly better than those before it. */
export interface Best {
  /** Whole epochs done at it. */
  readonly epoch: number;
  /** In the target's own unit. */
  readonly loss: number;
  /** Whole epochs done at the last test loss looked at. */
  readonly seen: number;
}

/** An MSE must fall by this share, an NLL by as many nats: the same in likelihood. */
const CLEARLY = 0.001;

/** A plateau is at least so long, in epochs and in optimizer steps. */
const PATIENCE = { epochs: 20, steps: 400 } as const;

/**
 * Takes in the test loss after `epoch` epochs.
 *
 * @param loss in the target's own unit; one that is no number is no improvement
 */
export function bestAfter(
  before: Best | null,
  epoch: number,
  loss: number,
  model: ModelKind,
): Best | null {
  if (!before) return Number.isFinite(loss) ? { epoch, loss, seen: epoch } : null;
  const least = model === 'mdn' ? CLEARLY : CLEARLY * before.loss;
  if (loss < before.loss - least) return { epoch, loss, seen: epoch };
  return { ...before, seen: epoch };
}

/** True if the test loss has not clearly improved for 20 epochs and 400 optimizer steps. */
export function isPlateau(best: Best | null, stepsPerEpoch: number): boolean {
  if (!best) return false;
  const patience = Math.max(PATIENCE.epochs, Math.ceil(PATIENCE.steps / stepsPerEpoch));
  return best.seen - best.epoch >= patience;
}
