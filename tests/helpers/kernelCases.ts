/** Random networks and batches for the kernel's property tests. */
import fc from 'fast-check';
import { initialParameters, type Network } from '../../src/core/network.ts';
import { randomStream } from '../../src/core/random.ts';
import type { AdamStep } from '../../src/kernel/batch.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { gradient } from './oracle.ts';

export interface KernelCase {
  readonly network: Network;
  readonly rows: number;
  readonly seed: number;
}

export interface KernelBatch {
  readonly network: Network;
  readonly parameters: Float32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Layers and rows of any size, most of them no multiple of a vector, a tile or a block. */
export const caseArbitrary: fc.Arbitrary<KernelCase> = fc.record({
  network: fc.record({
    hidden: fc.array(fc.integer({ min: 1, max: 37 }), { minLength: 1, maxLength: 4 }),
    activation: fc.constantFrom('tanh' as const, 'relu' as const),
    components: fc.integer({ min: 0, max: 20 }),
    varianceFloor: fc.constantFrom(0, 1e-5, 0.3),
  }),
  rows: fc.integer({ min: 1, max: 300 }),
  seed: fc.integer({ min: 0, max: 1e6 }),
});

/** The case's parameters and data: all that follows from its seed. */
export function batchOf({ network, rows, seed }: KernelCase): KernelBatch {
  const random = randomStream(seed, 'weights');
  const uniform = () => Math.fround(6 * random.uniform() - 3);
  return {
    network,
    parameters: initialParameters(network, random),
    x: Float32Array.from({ length: rows }, uniform),
    y: Float32Array.from({ length: rows }, uniform),
  };
}

/** A step that leaves the parameters as they are, and the batch's loss a sum. */
export const STILL: AdamStep = {
  scale: 1,
  learningRate: 0,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  biasCorrection1: 1,
  biasCorrection2: 1,
  clipNorm: 0,
  weightDecay: 0,
};

/** Opens a run on the batch, which is its test set too. */
export function openBatch(kernel: Kernel, { network, parameters, x, y }: KernelBatch): void {
  const zeros = new Float32Array(parameters.length);
  kernel.open(network, { x, y }, { x, y });
  kernel.setState({ parameters, firstMoment: zeros, secondMoment: zeros });
}

/** The sums of loss and gradient of rows from..to, accumulated in pieces that end at the cuts. */
export function gradientOf(
  kernel: Kernel,
  batch: KernelBatch,
  cuts: readonly number[] = [],
  [from, to] = [0, batch.x.length],
): { gradient: Float32Array; loss: number } {
  openBatch(kernel, batch);
  let start = from;
  for (const end of [...cuts, to]) {
    kernel.accumulate(start, end);
    start = end;
  }
  const gradient = kernel.gradient();
  const [outcome] = kernel.train([{ from: to, to, update: STILL }]);
  return { gradient, loss: outcome!.loss };
}

/** The oracle's loss and gradient as sums over the rows, which is what the kernel gives. */
export function gradientSum(
  network: Network,
  parameters: ArrayLike<number>,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): { loss: number; gradient: Float64Array } {
  const mean = gradient(network, parameters, x, y);
  return { loss: mean.loss * x.length, gradient: mean.gradient.map((g) => g * x.length) };
}
