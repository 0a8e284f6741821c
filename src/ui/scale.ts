/** How a slider's track stands for numbers: pure, so that it can be tested. */
export interface TrackScale {
  readonly min: number;
  readonly max: number;
  readonly kind: 'linear' | 'log';
  /** What an arrow key adds; values on a linear track are multiples of it. */
  readonly step?: number;
  readonly integer?: boolean;
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** Removes the dust of binary arithmetic: 0.30000000000000004 becomes 0.3. */
function tidy(value: number, digits = 12): number {
  return Number(value.toPrecision(digits));
}

/** Where a value stands on the track, 0 to 1. */
export function toFraction(value: number, { min, max, kind }: TrackScale): number {
  if (max <= min) return 0;
  const at =
    kind === 'log' ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  return clamp(Number.isFinite(at) ? at : 0, 0, 1);
}

/** The round value at a place of the track; both ends are exact. */
export function fromFraction(fraction: number, scale: TrackScale): number {
  const { min, max, kind, integer } = scale;
  const at = clamp(fraction, 0, 1);
  if (at === 0) return min;
  if (at === 1) return max;
  const raw = kind === 'log' ? min * (max / min) ** at : min + at * (max - min);
  const round = kind === 'log' ? tidy(raw, 2) : nearestMultiple(raw, scale.step ?? 0);
  return clamp(integer ? Math.round(round) : round, min, max);
}

function nearestMultiple(value: number, step: number): number {
  return step > 0 ? tidy(Math.round(value / step) * step) : tidy(value, 3);
}

/** The value `count` arrow-key presses away; a press always changes it unless at an end. */
export function stepped(value: number, count: number, scale: TrackScale): number {
  const { min, max, kind, integer } = scale;
  if (kind === 'linear' || scale.step) {
    return clamp(tidy(value + count * (scale.step ?? (integer ? 1 : (max - min) / 100))), min, max);
  }
  const raw = tidy(value * 10 ** (count / 20), 2);
  if (!integer) return clamp(raw, min, max);
  const least = value + Math.sign(count);
  return clamp(
    count > 0 ? Math.max(Math.round(raw), least) : Math.min(Math.round(raw), least),
    min,
    max,
  );
}

/**
 * The value that a key sets a spin button to; undefined for a key that sets none.
 *
 * @param slid as a slider it also follows the left and right arrow keys, which
 *   otherwise move within its text
 */
export function keyed(
  key: string,
  value: number,
  scale: TrackScale,
  slid = false,
): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowLeft':
      return slid ? stepped(value, key === 'ArrowRight' ? 1 : -1, scale) : undefined;
    case 'ArrowUp':
      return stepped(value, 1, scale);
    case 'ArrowDown':
      return stepped(value, -1, scale);
    case 'PageUp':
      return stepped(value, 10, scale);
    case 'PageDown':
      return stepped(value, -10, scale);
    case 'Home':
      return scale.min;
    case 'End':
      return scale.max;
    default:
      return undefined;
  }
}
