import type { DivergenceCause } from '../core/run.ts';
import type { StepOutcome } from './engine.ts';

/** A loss beyond this many times 1 + |first loss| is an explosion. */
const EXPLOSION = 1000;

/** Weight of the newest norm in the exponential mean. */
const NEWEST = 0.01;

/** The largest loss that is no explosion; any, before there is a first loss to compare it with. */
export function largestLoss(firstLoss: number | null): number {
  if (firstLoss === null || !Number.isFinite(firstLoss)) return Number.POSITIVE_INFINITY;
  return EXPLOSION * (1 + Math.abs(firstLoss));
}

/** Why a batch means that the run has diverged, if it has. */
export function divergenceCause(
  { loss, gradientNorm }: StepOutcome,
  largestLoss: number,
): DivergenceCause | null {
  if (!Number.isFinite(loss)) return 'loss';
  if (!Number.isFinite(gradientNorm)) return 'gradient';
  return loss > largestLoss ? 'explosion' : null;
}

/** The exponential mean of the gradient's norm, to which a recovery clips. */
export function typicalNorm(before: number, norm: number): number {
  return before === 0 ? norm : before + NEWEST * (norm - before);
}
