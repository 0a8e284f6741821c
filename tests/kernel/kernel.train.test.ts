/** Many steps in one call. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adamUpdate } from '../../src/core/adam.ts';
import { type Batch, BLOCK_ROWS } from '../../src/kernel/kernel.ts';
import { freshKernel } from '../helpers/engines.ts';
import { batchOf, caseArbitrary, type KernelBatch, openBatch } from '../helpers/kernelCases.ts';

const kernel = await freshKernel();

/** A run of `steps` batches of `size` rows, over and over, each at a rate of its own. */
function batchesOf({ x }: KernelBatch, steps: number, size: number): Batch[] {
  const perEpoch = Math.ceil(x.length / size);
  return Array.from({ length: steps }, (_, step) => {
    const from = (step % perEpoch) * size;
    const to = Math.min(x.length, from + size);
    const learningRate = 0.01 / (1 + (step % 7));
    const clipNorm = step % 3 === 0 ? 0.5 : 0;
    const weightDecay = step % 5 === 0 ? 0.01 : 0;
    const update = { scale: 1 / (to - from), learningRate, clipNorm, weightDecay };
    return { from, to, update: adamUpdate(step + 1, update) };
  });
}

test('many steps in one call leave the bits of one call a step, cut into blocks anywhere', () => {
  fc.assert(
    fc.property(
      caseArbitrary,
      fc.integer({ min: 1, max: 300 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 }),
      (example, size, calls) => {
        const batch = batchOf(example);
        // More than the kernel takes in one go.
        const batches = batchesOf(batch, 90, size);
        openBatch(kernel, batch);
        const single = batches.flatMap((one) => kernel.train([one]));
        const state = kernel.state();
        openBatch(kernel, batch);
        const many = [];
        for (let i = 0, call = 0; i < batches.length; call++) {
          const [first, ...rest] = batches.slice(i, i + calls[call % calls.length]!) as [Batch];
          const cut = Math.min(first.to, first.from + BLOCK_ROWS * (call % 3));
          kernel.accumulate(first.from, cut);
          many.push(...kernel.train([{ ...first, from: cut }, ...rest]));
          i += 1 + rest.length;
        }
        expect(many).toEqual(single);
        expect(kernel.state()).toEqual(state);
      },
    ),
    { numRuns: 20 },
  );
});

test('it ends before the step of a batch whose loss is too large, and begins afresh after it', () => {
  const batch = batchOf({
    network: { hidden: [9], activation: 'tanh', components: 2, varianceFloor: 0 },
    rows: 150,
    seed: 4,
  });
  const batches = batchesOf(batch, 20, 40);
  openBatch(kernel, batch);
  const sound = kernel.train(batches);
  expect(sound).toHaveLength(20);
  const largest = Math.max(...sound.slice(0, 12).map(({ loss }) => loss));
  const first = sound.findIndex(({ loss }) => loss === largest);
  openBatch(kernel, batch);
  kernel.train(batches.slice(0, first));
  const before = kernel.state();
  openBatch(kernel, batch);
  const belowIt = largest - 1e-6;
  expect(kernel.train(batches, belowIt)).toEqual(sound.slice(0, first + 1));
  expect(kernel.state()).toEqual(before);
  expect(kernel.gradient().every((g) => g === 0)).toBe(true);
  expect(kernel.train(batches.slice(first))).toEqual(sound.slice(first));
});

test.each([
  ['loss', 0.5, Number.NaN],
  ['loss', 0.5, 1e30],
  // The square of the error still fits float32, its product with the input does not.
  ['gradient', 1e25, 1e19],
] as const)('it takes no step from a %s that is not finite: x %f, y %f', (what, x, y) => {
  const batch = batchOf({
    network: { hidden: [1], activation: 'relu', components: 0, varianceFloor: 0 },
    rows: 100,
    seed: 6,
  });
  batch.parameters.set([1, 0, 1e-10, 0]);
  batch.x[10] = x;
  batch.y[10] = y;
  openBatch(kernel, batch);
  const outcomes = kernel.train(batchesOf(batch, 4, 50));
  expect(outcomes).toHaveLength(1);
  const { loss, gradientNorm } = outcomes[0]!;
  expect(Number.isFinite(loss)).toBe(what !== 'loss');
  if (what === 'gradient') expect(gradientNorm).toBe(Number.POSITIVE_INFINITY);
  expect(kernel.parameters()).toEqual(batch.parameters);
});
