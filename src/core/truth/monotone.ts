import type { Range } from '../range.ts';
import { root } from '../roots.ts';

/** A stretch on which a function of one variable rises or falls throughout. */
export interface Piece {
  readonly low: number;
  readonly high: number;
  /** The function's values at the two ends. */
  readonly atLow: number;
  readonly atHigh: number;
}

/** The pieces of `f` between successive breaks, which are its turning points and its ends. */
export function monotonePieces(f: (t: number) => number, breaks: readonly number[]): Piece[] {
  const values = breaks.map(f);
  return breaks.slice(1).map((high, i) => ({
    low: breaks[i]!,
    high,
    atLow: values[i]!,
    atHigh: values[i + 1]!,
  }));
}

/**
 * The t in the piece with f(t) = value, to within `tolerance`; null if the
 * piece does not reach it.
 */
export function preimage(
  f: (t: number) => number,
  piece: Piece,
  value: number,
  tolerance = 0,
): number | null {
  const { low, high, atLow, atHigh } = piece;
  if (value < Math.min(atLow, atHigh) || value > Math.max(atLow, atHigh)) return null;
  return root((t) => f(t) - value, low, high, tolerance, atLow - value, atHigh - value);
}

/**
 * {t in the piece: from < f(t) < to}, which is one span, its ends to within
 * `tolerance`; null if it is empty.
 */
export function preimageOfSpan(
  f: (t: number) => number,
  piece: Piece,
  from: number,
  to: number,
  tolerance = 0,
): Range | null {
  const rising = piece.atHigh >= piece.atLow;
  const [least, most] = rising ? [piece.atLow, piece.atHigh] : [piece.atHigh, piece.atLow];
  if (from >= most || to <= least) return null;
  const [atLeast, atMost] = rising ? [piece.low, piece.high] : [piece.high, piece.low];
  const start = from <= least ? atLeast : preimage(f, piece, from, tolerance)!;
  const end = to >= most ? atMost : preimage(f, piece, to, tolerance)!;
  return rising ? [start, end] : [end, start];
}

/**
 * Every t, on any piece, at which f has the value of a break: what is asked of
 * all preimages of f(t) together is singular at these t.
 */
export function preimagesOfBreaks(f: (t: number) => number, pieces: readonly Piece[]): number[] {
  const values = new Set(pieces.flatMap(({ atLow, atHigh }) => [atLow, atHigh]));
  const found = pieces.flatMap((piece) =>
    [...values].flatMap((value) => preimage(f, piece, value) ?? []),
  );
  found.sort((a, b) => a - b);
  // A turning point is found from either side, as two numbers that only rounding tells apart.
  return found.filter((t, i) => i === 0 || t - found[i - 1]! > 1e-6);
}
