import { articleData } from '../../../src/core/article.ts';
import { generate } from '../../../src/core/data/data.ts';
import type { Split } from '../../../src/core/data/points.ts';
import { inverted } from '../../../src/core/datasets/inverted.ts';
import { type Mixture, mean, responsibilities } from '../../../src/core/mixture.ts';
import type { MixtureGrid, SamplePoints } from '../../../src/core/predictions.ts';
import { gridMixture } from '../../../src/core/profile.ts';
import { randomStream } from '../../../src/core/random.ts';
import { evenly, type Range } from '../../../src/core/range.ts';
import type { LossSeries } from '../../../src/core/run.ts';
import { sample } from '../mixtures.ts';

/** Inputs of the gallery's figures: fixed, seeded, and like what a trained network gives. */

export interface GallerySize {
  readonly points: number;
  /** Columns of grids. */
  readonly columns: number;
  /** Rows of densities. */
  readonly rows: number;
  readonly epochs: number;
}

const NOISE = 1;
const SEED = 7;
/** Components, three of which are used. */
const COMPONENTS = 6;

export function galleryData({ points }: GallerySize): Split {
  return generate({ ...articleData('inverted'), points, noise: NOISE }, SEED);
}

/** The branches of the inverted data as a mixture: one component each, about as wide as the data. */
function branches(x: number): Mixture {
  const values: number[] = [];
  const noiseless = inverted.truth(0).at(Math.max(-10.7, Math.min(10.7, x)));
  // The noiseless distribution is a staircase; its steps are the branches.
  const steps = 300;
  for (let i = 0; noiseless && i < steps; i++) {
    const [low, high] = [-15 + (30 * i) / steps, -15 + (30 * (i + 1)) / steps];
    if (noiseless.cdf(high) - noiseless.cdf(low) > 1e-9) values.push(0.5 * (low + high));
  }
  const means = Float64Array.from({ length: COMPONENTS }, (_, k) => values[k] ?? 3 * (k - 3));
  const weights = Float64Array.from(means, (_, k) => (k < values.length ? 1 - 0.2 * k : 0.004));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    weights: weights.map((weight) => weight / total),
    means,
    deviations: Float64Array.from(means, (_, k) => 0.7 + 0.15 * k),
  };
}

/** A grid over the inputs, as a mixture density network answers. */
export function galleryGrid(range: Range, columns: number): MixtureGrid {
  const x = evenly(range, columns);
  const mixtures = Array.from(x, branches);
  const flat = (pick: (mixture: Mixture) => Float64Array) =>
    Float32Array.from(mixtures.flatMap((mixture) => Array.from(pick(mixture))));
  return {
    x,
    components: COMPONENTS,
    weights: flat(({ weights }) => weights),
    means: flat(({ means }) => means),
    deviations: flat(({ deviations }) => deviations),
  };
}

/** A grid as a feed-forward network answers: the mean of the mixture, with one width. */
export function galleryPrediction(grid: MixtureGrid): MixtureGrid {
  const { x } = grid;
  return {
    x,
    components: 1,
    weights: new Float32Array(x.length).fill(1),
    means: Float32Array.from(x, (_, i) => mean(gridMixture(grid, i)!)),
    deviations: new Float32Array(x.length).fill(6.4),
  };
}

/** One draw at every test input, from the nearest column's mixture. */
export function gallerySamples({ test }: Split, grid: MixtureGrid): SamplePoints {
  const random = randomStream(SEED, 'samples');
  const [first, last] = [grid.x[0]!, grid.x.at(-1)!];
  const mixtures = Array.from(test.x, (x) => {
    const column = Math.round(((x - first) / (last - first)) * (grid.x.length - 1));
    return gridMixture(grid, column)!;
  });
  const y = Float32Array.from(mixtures, (mixture) => sample(mixture, random));
  return {
    x: Float32Array.from(test.x),
    y,
    // The likeliest of those that may have drawn it.
    component: Uint8Array.from(mixtures, (mixture, i) => {
      const shares = responsibilities(mixture, y[i]!);
      return shares.indexOf(Math.max(...shares));
    }),
  };
}

/** A loss that falls to `end` with some noise. */
export function galleryLoss({ epochs }: GallerySize, end: number, seed: number): LossSeries {
  const random = randomStream(seed, 'data');
  const epoch = Float64Array.from({ length: epochs + 1 }, (_, i) => i);
  const loss = epoch.map((e) => end + 2.3 * Math.exp(-e / 40) + 0.02 * random.uniform());
  return { epoch, loss };
}
