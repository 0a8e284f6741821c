import type { Scale } from '../core/data/standardise.ts';
import {
  type DensityField,
  type MixtureGrid,
  PREDICTION_LIMITS,
  type PredictionRequest,
  type Predictions,
  type SamplePoints,
} from '../core/predictions.ts';
import { randomStream } from '../core/random.ts';
import { evenly } from '../core/range.ts';
import { thin } from './thin.ts';
import type { Trainer } from './trainer.ts';

/** Components of less weight do not show in a density. */
const LEAST_WEIGHT = 1e-5;
/** Deviations from a component's mean at which its density no longer shows. */
const REACH = 5;
/** Training inputs over which the components' use is averaged. */
const USAGE_POINTS = 500;

/** What the page wants to see of a trainer, from its present parameters. */
export function predict(trainer: Trainer, request: PredictionRequest): Predictions {
  const { columns, range, samplesPerPoint, density } = request;
  const grid = mixtures(trainer, evenly(range, columns));
  return {
    grid,
    samples: samplesPerPoint > 0 ? samples(trainer, samplesPerPoint) : null,
    density: density && densityField(grid, density.range, density.rows),
    usage: usage(trainer),
  };
}

/** The density over the grid's inputs and `rows` targets; components that do not count are left out. */
export function densityField(
  { x, components, weights, means, deviations }: MixtureGrid,
  range: readonly [number, number],
  rows: number,
): DensityField {
  const y = evenly(range, rows);
  const columns = x.length;
  const density = new Float32Array(rows * columns);
  const spacing = (range[1] - range[0]) / (rows - 1);
  for (let column = 0; column < columns; column++) {
    for (let k = column * components; k < (column + 1) * components; k++) {
      const deviation = deviations[k]!;
      if (!(weights[k]! > LEAST_WEIGHT) || !(deviation > 0)) continue;
      const height = weights[k]! / (deviation * Math.sqrt(2 * Math.PI));
      const from = Math.max(0, Math.ceil((means[k]! - REACH * deviation - range[0]) / spacing));
      const to = Math.min(rows - 1, (means[k]! + REACH * deviation - range[0]) / spacing);
      for (let row = from; row <= to; row++) {
        const z = (y[row]! - means[k]!) / deviation;
        density[row * columns + column]! += height * Math.exp(-0.5 * z * z);
      }
    }
  }
  return { y, density };
}

/** Mean π_k over the training inputs, or over evenly chosen ones where there are many. */
export function usage(trainer: Trainer): Float32Array {
  const { components, weights } = mixtures(trainer, thin(trainer.data.train.x, USAGE_POINTS));
  const rows = weights.length / components;
  const result = new Float32Array(components);
  for (let i = 0; i < weights.length; i++) result[i % components]! += weights[i]! / rows;
  return result;
}

/** The conditional mixtures at inputs `x`, in the data's own units. */
export function mixtures(trainer: Trainer, x: Float64Array): MixtureGrid {
  const raw = trainer.forward(x);
  const { components, varianceFloor } = trainer.network;
  const { target } = trainer.scaling;
  return components === 0
    ? gaussians(x, raw, target, trainer.trainLoss)
    : gaussianMixtures(x, raw, target, components, varianceFloor);
}

/**
 * A feed-forward network as a conditional density: N(f(x), σ̂²) with σ̂² its
 * training MSE, the Gaussian that least squares stands for.
 */
function gaussians(
  x: Float64Array,
  raw: Float32Array,
  { offset, factor }: Scale,
  trainMse: number | null,
): MixtureGrid {
  return {
    x,
    components: 1,
    weights: new Float32Array(x.length).fill(1),
    means: raw.map((value) => offset + factor * value),
    deviations: new Float32Array(x.length).fill(Math.sqrt(trainMse ?? Number.NaN)),
  };
}

function gaussianMixtures(
  x: Float64Array,
  raw: Float32Array,
  { offset, factor }: Scale,
  components: number,
  varianceFloor: number,
): MixtureGrid {
  const size = x.length * components;
  const weights = new Float32Array(size);
  const means = new Float32Array(size);
  const deviations = new Float32Array(size);
  for (let row = 0; row < x.length; row++) {
    const from = row * components;
    const logits = raw.subarray(3 * from, 3 * from + components);
    const top = logits.reduce((max, value) => Math.max(max, value), -Infinity);
    let sum = 0;
    for (let k = 0; k < components; k++) {
      const weight = Math.exp(logits[k]! - top);
      weights[from + k] = weight;
      sum += weight;
    }
    for (let k = 0; k < components; k++) {
      weights[from + k]! /= sum;
      means[from + k] = offset + factor * raw[3 * from + components + k]!;
      const variance = Math.exp(raw[3 * from + 2 * components + k]!) + varianceFloor;
      deviations[from + k] = factor * Math.sqrt(variance);
    }
  }
  return { x, components, weights, means, deviations };
}

/**
 * Predictions drawn by first choosing k by π and then y ~ N(μ_k, σ_k²), at each
 * test point, or at evenly chosen ones where there are too many. Every view of
 * a run draws with the same random numbers, so that the samples move with the
 * network and do not flicker.
 */
function samples(trainer: Trainer, count: number): SamplePoints | null {
  if (trainer.network.components === 0) return null;
  const x = thin(trainer.data.test.x, Math.floor(PREDICTION_LIMITS.samples / count));
  const { components, weights, means, deviations } = mixtures(trainer, x);
  const random = randomStream(trainer.experiment.seed, 'samples');
  const drawn = { x: new Float32Array(x.length * count), y: new Float32Array(x.length * count) };
  for (let i = 0; i < drawn.x.length; i++) {
    const row = Math.floor(i / count);
    const from = row * components;
    let left = random.uniform();
    let k = 0;
    while (k < components - 1 && left >= weights[from + k]!) left -= weights[from + k++]!;
    drawn.x[i] = x[row]!;
    drawn.y[i] = means[from + k]! + deviations[from + k]! * random.normal();
  }
  return drawn;
}
