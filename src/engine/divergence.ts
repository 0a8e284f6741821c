import type { DivergenceCause } from '../core/run.ts';
import type { StepOutcome } from './engine.ts';

/** A loss beyond this many times 1 + |first loss| is an explosion. */
const EXPLOSION = 1000;

/** Weight of the newest norm in the exponential mean. */
const NEWEST = 0.01;

/** Why a step means that the run has diverged, if it has. */
export function divergenceCause(
  { loss, gradientNorm }: StepOutcome,
  firstLoss: number,
): DivergenceCause | null {
  if (!Number.isFinite(loss)) return 'loss';
  if (!Number.isFinite(gradientNorm)) return 'gradient';
  if (Number.isFinite(firstLoss) && loss > EXPLOSION * (1 + Math.abs(firstLoss)))
    return 'explosion';
  return null;
}

/** The exponential mean of the gradient's norm, to which a recovery clips. */
export function typicalNorm(before: number, norm: number): number {
  return before === 0 ? norm : before + NEWEST * (norm - before);
}
