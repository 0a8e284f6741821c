import type { Points } from '../core/data/points.ts';

/** CSS pixels that one data unit takes up. */
export interface PixelScale {
  readonly x: number;
  readonly y: number;
}

export interface Near {
  readonly index: number;
  /** In CSS pixels. */
  readonly distance: number;
}

/** The point nearest to a place of the figure, at most `reach` pixels away; null if there is none. */
export function nearestPoint(
  points: Points,
  at: { readonly x: number; readonly y: number },
  scale: PixelScale,
  reach: number,
): Near | null {
  let index = -1;
  let least = reach * reach;
  for (let i = 0; i < points.x.length; i++) {
    const dx = (points.x[i]! - at.x) * scale.x;
    const dy = (points.y[i]! - at.y) * scale.y;
    const square = dx * dx + dy * dy;
    if (square > least) continue;
    least = square;
    index = i;
  }
  return index < 0 ? null : { index, distance: Math.sqrt(least) };
}
