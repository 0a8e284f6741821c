import { componentVariance, softmax } from './loss.ts';
import { emptyMixture, type Mixture } from './mixture.ts';
import { forward } from './network.ts';
import type { MixtureGrid } from './predictions.ts';
import type { Task } from './task.ts';

/** A network with its parameters: all that an answer needs, wherever and whenever it was trained. */
export interface Fitted {
  readonly task: Task;
  /** The flat vector of `network.ts`. */
  readonly parameters: Float32Array;
  /**
   * σ̂ of a feed-forward network, which answers N(f(x), σ̂²): the root of the
   * training MSE of these very parameters, in the target's own unit. NaN for a
   * mixture, which has deviations of its own.
   */
  readonly deviation: number;
}

/**
 * The raw outputs at inputs x, [n] in the data's own unit: row-major [n][outputs],
 * in the unit of training. An engine has a faster one than `rawOutputs`.
 */
export type Forward = (fitted: Fitted, x: Float64Array) => ArrayLike<number>;

/** The raw outputs in float64. */
export const rawOutputs: Forward = ({ task, parameters }, x) => {
  const { offset, factor } = task.scaling.input;
  return forward(
    task.network,
    parameters,
    x.map((value) => (value - offset) / factor),
  );
};

/** π, μ and σ of mixtures one after the other, [n][K] each. */
type Rows = Readonly<Record<keyof Mixture, Float32Array | Float64Array>>;

/**
 * Writes the mixture that one row of raw outputs stands for, in the target's own
 * unit. Nothing else makes mixtures of raw outputs.
 *
 * @param into its K components are written from index `at` on
 */
function writeMixture(
  { task, deviation }: Fitted,
  raw: ArrayLike<number>,
  row: number,
  into: Rows,
  at = 0,
): void {
  const { components, varianceFloor } = task.network;
  const { offset, factor } = task.scaling.target;
  if (components === 0) {
    into.weights[at] = 1;
    into.means[at] = offset + factor * raw[row]!;
    into.deviations[at] = deviation;
    return;
  }
  const from = 3 * components * row;
  softmax(raw, from, from + components, into.weights, at);
  for (let k = 0; k < components; k++) {
    into.means[at + k] = offset + factor * raw[from + components + k]!;
    const variance = componentVariance(raw[from + 2 * components + k]!, varianceFloor);
    into.deviations[at + k] = factor * Math.sqrt(variance);
  }
}

/** How many Gaussians an answer consists of: K, 1 of a feed-forward network. */
function gaussianCount({ task }: Fitted): number {
  return Math.max(1, task.network.components);
}

/** What a network answers at each input, [n], in the data's own units. */
export function mixturesAt(
  fitted: Fitted,
  x: Float64Array,
  forward: Forward = rawOutputs,
): Mixture[] {
  const raw = forward(fitted, x);
  return Array.from(x, (_, row) => {
    const mixture = emptyMixture(gaussianCount(fitted));
    writeMixture(fitted, raw, row, mixture);
    return mixture;
  });
}

/** The same packed in float32, to be drawn and sent. */
export function mixtureGrid(
  fitted: Fitted,
  x: Float64Array,
  forward: Forward = rawOutputs,
): MixtureGrid {
  const grid = emptyGrid(fitted, x);
  fill(grid, fitted, forward, 0, x.length);
  return grid;
}

/** Inputs that a grid made in parts is given in one. */
const PART = 32;

/** The same in parts, for a page that must not wait. */
export function* mixtureGridInParts(fitted: Fitted, x: Float64Array): Generator<void, MixtureGrid> {
  const grid = emptyGrid(fitted, x);
  for (let from = 0; from < x.length; from += PART) {
    fill(grid, fitted, rawOutputs, from, Math.min(x.length, from + PART));
    yield;
  }
  return grid;
}

function emptyGrid(fitted: Fitted, x: Float64Array): MixtureGrid {
  const components = gaussianCount(fitted);
  const size = x.length * components;
  return {
    x,
    components,
    weights: new Float32Array(size),
    means: new Float32Array(size),
    deviations: new Float32Array(size),
  };
}

/** Writes the mixtures at the inputs from one index up to before another. */
function fill(grid: MixtureGrid, fitted: Fitted, forward: Forward, from: number, to: number): void {
  const raw = forward(fitted, grid.x.subarray(from, to));
  for (let row = from; row < to; row++) {
    writeMixture(fitted, raw, row - from, grid, row * grid.components);
  }
}
