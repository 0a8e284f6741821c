import type { MixtureGrid } from '../core/predictions.ts';

/** Points of the figure with a share of probability each, [n]. */
export interface WeightedPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** From 0 to 1. */
  readonly share: Float64Array;
}

/** Components lighter than this at an input are not drawn there. */
export const LEAST_SEEN = 0.01;

/**
 * Which means are drawn: entries i·K + k of the `most` heaviest components at
 * each input i, of those that are heavy enough to be seen.
 *
 * @param most Infinity for all
 */
export function seenMeans({ x, components, weights }: MixtureGrid, most: number): number[] {
  const seen: number[] = [];
  const order = Array.from({ length: components }, (_, k) => k);
  for (let i = 0; i < x.length; i++) {
    const row = i * components;
    if (most < components) order.sort((a, b) => weights[row + b]! - weights[row + a]! || a - b);
    for (const k of order.slice(0, most)) {
      if (weights[row + k]! >= LEAST_SEEN) seen.push(row + k);
    }
  }
  return seen;
}

/** The means at entries of a grid, as points; their share is the component's weight. */
export function meanPoints(grid: MixtureGrid, entries: readonly number[]): WeightedPoints {
  return {
    x: Float64Array.from(entries, (entry) => grid.x[Math.floor(entry / grid.components)]!),
    y: Float64Array.from(entries, (entry) => grid.means[entry]!),
    share: Float64Array.from(entries, (entry) => grid.weights[entry]!),
  };
}
