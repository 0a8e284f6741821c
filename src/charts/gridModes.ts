import type { MixtureGrid } from '../core/predictions.ts';
import { gridMixture, peaks, profileOf } from '../core/profile.ts';
import type { WeightedPoints } from './means.ts';

/** Modes with less probability about them than this are left out. */
const LEAST_SHARE = 0.01;

/**
 * The modes at every input of a grid, as peaks of the columns' profiles; stops
 * after every column, for whoever runs it in stints. `core/answers.ts` has the
 * exact modes of one mixture, at a hundred times the cost.
 */
export function* gridModes(grid: MixtureGrid): Generator<undefined, WeightedPoints> {
  const [x, y, share]: number[][] = [[], [], []];
  for (let i = 0; i < grid.x.length; i++) {
    const mixture = gridMixture(grid, i);
    for (const peak of mixture ? peaks(profileOf(mixture)) : []) {
      if (peak.share < LEAST_SHARE) continue;
      x!.push(grid.x[i]!);
      y!.push(peak.y);
      share!.push(peak.share);
    }
    yield;
  }
  return {
    x: Float64Array.from(x!),
    y: Float64Array.from(y!),
    share: Float64Array.from(share!),
  };
}
