import type { LossSeries } from './run.ts';

/** The newest stretch of a curve is this share of it, within limits, in losses. */
const SHARE = 0.1;
const [LEAST, MOST] = [5, 200];
/** A change counts once it is this many times its standard error. */
const CERTAIN = 3;

export interface Trend {
  readonly direction: 'falling' | 'rising' | 'level';
  /** From the mean of the stretch's first half to that of its second. */
  readonly change: number;
  /** The epochs that the losses it is told from stretch over. */
  readonly over: number;
}

function statistics(values: Float64Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, errorSquared: squares / (values.length * (values.length - 1)) };
}

/**
 * Whether the newest losses are above or below those just before them, beyond
 * the noise; null while there are too few.
 */
export function trendOf({ epoch, loss }: LossSeries, share = SHARE): Trend | null {
  const half = Math.min(MOST, Math.max(LEAST, Math.round((share * loss.length) / 2)));
  if (loss.length < 2 * half) return null;
  const before = statistics(loss.subarray(-2 * half, -half));
  const now = statistics(loss.subarray(-half));
  const change = now.mean - before.mean;
  if (Number.isNaN(change)) return null;
  const certain = Math.abs(change) > CERTAIN * Math.sqrt(before.errorSquared + now.errorSquared);
  const direction = !certain ? 'level' : change < 0 ? 'falling' : 'rising';
  const spacing = epoch.at(-1)! - epoch.at(-2)!;
  return { direction, change, over: epoch.at(-1)! - epoch.at(-2 * half)! + spacing };
}
