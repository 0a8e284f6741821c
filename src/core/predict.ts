import { NEGLIGIBLE } from './mixture.ts';
import { type Fitted, type Forward, mixtureGrid, mixtureGridInParts, rawOutputs } from './model.ts';
import {
  type DensityField,
  type MixtureGrid,
  PREDICTION_LIMITS,
  type PredictionRequest,
  type Predictions,
  type SamplePoints,
} from './predictions.ts';
import { randomStream } from './random.ts';
import { evenly, type Range } from './range.ts';
import { type Temperature, temper } from './temperature.ts';
import { thin } from './thin.ts';

/** Deviations from a component's mean at which its density no longer shows. */
const REACH = 5;
/** Training inputs over which the components' use is averaged. */
const USAGE_POINTS = 500;

/**
 * What a network answers, as it was asked for.
 *
 * @param seed of the experiment, for the samples
 */
export function predict(
  fitted: Fitted,
  request: PredictionRequest,
  seed: number,
  forward: Forward = rawOutputs,
): Predictions {
  const grid = mixtureGrid(fitted, columnsOf(request), forward);
  return completed(grid, usageOf(fitted, forward), fitted, request, seed, forward);
}

/** The same in parts, for a page that must not wait. */
export function* predictInParts(
  fitted: Fitted,
  request: PredictionRequest,
  seed: number,
): Generator<void, Predictions> {
  const grid = yield* mixtureGridInParts(fitted, columnsOf(request));
  const usage = meanWeights(yield* mixtureGridInParts(fitted, usageInputs(fitted)));
  return completed(grid, usage, fitted, request, seed, rawOutputs);
}

const columnsOf = ({ range, columns }: PredictionRequest) => evenly(range, columns);

function completed(
  grid: MixtureGrid,
  usage: Float32Array,
  fitted: Fitted,
  { samplesPerPoint, temperature, density }: PredictionRequest,
  seed: number,
  forward: Forward,
): Predictions {
  return {
    grid,
    samples:
      samplesPerPoint > 0 ? samples(fitted, samplesPerPoint, temperature, seed, forward) : null,
    density: density && densityField(grid, density.range, density.rows),
    usage,
  };
}

/** The density over the grid's inputs and `rows` targets; components that do not count are left out. */
export function densityField(
  { x, components, weights, means, deviations }: MixtureGrid,
  range: Range,
  rows: number,
): DensityField {
  const y = evenly(range, rows);
  const columns = x.length;
  const density = new Float32Array(rows * columns);
  const spacing = (range[1] - range[0]) / (rows - 1);
  for (let column = 0; column < columns; column++) {
    for (let k = column * components; k < (column + 1) * components; k++) {
      const deviation = deviations[k]!;
      if (!(weights[k]! >= NEGLIGIBLE) || !(deviation > 0)) continue;
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
export function usageOf(fitted: Fitted, forward: Forward = rawOutputs): Float32Array {
  return meanWeights(mixtureGrid(fitted, usageInputs(fitted), forward));
}

const usageInputs = ({ task }: Fitted) => thin(task.data.train.x, USAGE_POINTS);

function meanWeights({ components, weights }: MixtureGrid): Float32Array {
  const rows = weights.length / components;
  const result = new Float32Array(components);
  for (let i = 0; i < weights.length; i++) result[i % components]! += weights[i]! / rows;
  return result;
}

/**
 * Predictions drawn by first choosing k by π and then y ~ N(μ_k, σ_k²), both at a
 * temperature, at each test point, or at evenly chosen ones where there are too many.
 * Every view of a run draws with the same random numbers, so that the samples move
 * with the network and the temperature, and do not flicker.
 */
function samples(
  fitted: Fitted,
  count: number,
  temperature: Temperature,
  seed: number,
  forward: Forward,
): SamplePoints | null {
  const { network, data } = fitted.task;
  if (network.components === 0) return null;
  const x = thin(data.test.x, Math.floor(PREDICTION_LIMITS.samples / count));
  const { components, weights, means, deviations } = mixtureGrid(fitted, x, forward);
  for (let row = 0; row < x.length; row++) {
    temper(weights.subarray(row * components, (row + 1) * components), temperature.weights);
  }
  const stretch = Math.sqrt(temperature.widths);
  const random = randomStream(seed, 'samples');
  const total = x.length * count;
  const drawn = {
    x: new Float32Array(total),
    y: new Float32Array(total),
    component: new Uint8Array(total),
  };
  for (let i = 0; i < total; i++) {
    const row = Math.floor(i / count);
    const from = row * components;
    let left = random.uniform();
    let k = 0;
    while (k < components - 1 && left >= weights[from + k]!) left -= weights[from + k++]!;
    drawn.x[i] = x[row]!;
    drawn.component[i] = k;
    drawn.y[i] = means[from + k]! + stretch * deviations[from + k]! * random.normal();
  }
  return drawn;
}
