import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Network, parameterCount } from '../../src/core/network.ts';
import { BLOCK_ROWS, type Kernel, parameterCountOf } from '../../src/kernel/kernel.ts';
import { freshKernel } from '../helpers/engines.ts';
import { relativeError } from '../helpers/golden.ts';
import { batchOf, caseArbitrary, gradientSum, type KernelCase } from '../helpers/kernelCases.ts';

const kernel = await freshKernel();

function forAll(check: (example: KernelCase) => void, numRuns = 60, seed = 1): void {
  fc.assert(fc.property(caseArbitrary, check), { numRuns, seed });
}

/** Gradient and loss of all rows, or of pieces that end at the cuts. */
function gradientOf(
  by: Kernel,
  { network, parameters, x, y }: ReturnType<typeof batchOf>,
  cuts: readonly number[] = [],
): { gradient: Float32Array; loss: number } {
  const gradient = new Float32Array(parameters.length);
  let loss = 0;
  let from = 0;
  for (const to of [...cuts, x.length]) {
    loss = by.accumulate(network, parameters, x, y, from, to, gradient, loss);
    from = to;
  }
  return { gradient, loss };
}

test('it counts parameters as core/network does', () => {
  forAll(({ network }) => {
    expect(parameterCountOf(network)).toBe(parameterCount(network));
  });
});

test('loss and gradient agree with the float64 reference for any shape and any number of rows', () => {
  forAll((example) => {
    const batch = batchOf(example);
    const { gradient, loss } = gradientOf(kernel, batch);
    const reference = gradientSum(batch.network, batch.parameters, batch.x, batch.y);
    const scale = Math.max(Math.abs(reference.loss), batch.x.length * 0.1);
    expect(Math.abs(loss - reference.loss) / scale).toBeLessThan(1e-5);
    expect(relativeError(gradient, reference.gradient)).toBeLessThan(2e-5);
  }, 100);
});

test('the gradient is added to what was there', () => {
  forAll((example) => {
    const batch = batchOf(example);
    const { gradient } = gradientOf(kernel, batch);
    const twice = gradient.slice();
    const { network, parameters, x, y } = batch;
    kernel.accumulate(network, parameters, x, y, 0, x.length, twice);
    expect(
      relativeError(
        twice,
        gradient.map((g) => 2 * g),
      ),
    ).toBeLessThan(1e-5);
  }, 20);
});

test('cutting a batch at whole blocks leaves the same bits', () => {
  forAll((example) => {
    const batch = batchOf({ ...example, rows: example.rows + 200 });
    const cuts: number[] = [];
    for (let cut = BLOCK_ROWS; cut < batch.x.length; cut += BLOCK_ROWS) cuts.push(cut);
    const whole = gradientOf(kernel, batch);
    expect(gradientOf(kernel, batch, cuts)).toEqual(whole);
    expect(gradientOf(kernel, batch, cuts.slice(1))).toEqual(whole);
  }, 20);
});

test('many thousands of rows, more than stand in memory at once, leave the same bits too', () => {
  const example = {
    network: { hidden: [5], activation: 'tanh', components: 2, varianceFloor: 0 } as const,
    rows: 5000,
    seed: 3,
  };
  const batch = batchOf(example);
  const { network, parameters, x, y } = batch;
  const whole = gradientOf(kernel, batch);
  expect(gradientOf(kernel, batch, [BLOCK_ROWS * 7, BLOCK_ROWS * 40])).toEqual(whole);
  expect(kernel.loss(network, parameters, x, y, 0, x.length)).toBe(whole.loss);
  const reference = gradientSum(network, parameters, x, y);
  expect(relativeError(whole.gradient, reference.gradient)).toBeLessThan(2e-5);
});

test('a batch that starts anywhere gives the bits of the same rows on their own', () => {
  forAll((example) => {
    const { network, parameters, x, y } = batchOf(example);
    const from = x.length >> 1;
    const gradient = new Float32Array(parameters.length);
    const loss = kernel.accumulate(network, parameters, x, y, from, x.length, gradient);
    const alone = { network, parameters, x: x.slice(from), y: y.slice(from) };
    expect({ gradient, loss }).toEqual(gradientOf(kernel, alone));
  }, 20);
});

test('the loss alone has the bits of the loss with the gradient, however it is cut', () => {
  forAll((example) => {
    const batch = batchOf(example);
    const { network, parameters, x, y } = batch;
    const { loss } = gradientOf(kernel, batch);
    expect(kernel.loss(network, parameters, x, y, 0, x.length)).toBe(loss);
    const cut = Math.min(BLOCK_ROWS, x.length);
    const first = kernel.loss(network, parameters, x, y, 0, cut);
    expect(kernel.loss(network, parameters, x, y, cut, x.length, first)).toBe(loss);
  });
});

test('a row weighs the same alone as among others', () => {
  forAll((example) => {
    const { network, parameters, x, y } = batchOf({ ...example, rows: 1 + (example.rows % 9) });
    const sum = new Float64Array(parameters.length);
    for (let row = 0; row < x.length; row++) {
      const gradient = new Float32Array(parameters.length);
      kernel.accumulate(network, parameters, x, y, row, row + 1, gradient);
      gradient.forEach((g, i) => {
        sum[i] = sum[i]! + g;
      });
    }
    const { gradient } = gradientOf(kernel, { network, parameters, x, y });
    const largest = sum.reduce((a, b) => Math.max(a, Math.abs(b)), 0.1);
    gradient.forEach((g, i) => {
      expect(Math.abs(g - sum[i]!) / largest).toBeLessThan(1e-5);
    });
  });
});

test('the raw output has one row a point and agrees with the rows one by one, bit by bit', () => {
  forAll((example) => {
    const { network, parameters, x } = batchOf(example);
    const outputs = network.components === 0 ? 1 : 3 * network.components;
    const all = new Float32Array(x.length * outputs);
    kernel.forward(network, parameters, x, 0, x.length, all);
    const one = new Float32Array(outputs);
    for (let row = 0; row < x.length; row += 7) {
      kernel.forward(network, parameters, x, row, row + 1, one);
      expect(all.subarray(row * outputs, (row + 1) * outputs)).toEqual(one);
    }
  }, 30);
});

test('a kernel that has worked on other shapes gives the bits of a fresh one', async () => {
  const fresh = await Promise.all(Array.from({ length: 12 }, freshKernel));
  let used = 0;
  forAll((example) => {
    const batch = batchOf(example);
    // NaN in every array of the memory that the next call gets.
    const poison = batchOf({ ...example, rows: 250, seed: 5 });
    poison.parameters.fill(Number.NaN);
    poison.x.fill(Number.NaN);
    gradientOf(kernel, { ...poison, network: { ...poison.network, varianceFloor: 0.5 } });
    expect(gradientOf(kernel, batch)).toEqual(gradientOf(fresh[used++] as Kernel, batch));
  }, 12);
});

test('shapes and arrays that do not fit are refused', () => {
  const network: Network = { hidden: [4], activation: 'relu', components: 2, varianceFloor: 0 };
  const { parameters, x, y } = batchOf({ network, rows: 5, seed: 1 });
  const gradient = new Float32Array(parameters.length);
  const run = (changed: Partial<Network>, rows = 5, target = gradient) =>
    kernel.accumulate({ ...network, ...changed }, parameters, x, y, 0, rows, target);
  expect(() => run({ hidden: [] })).toThrow('one to four');
  expect(() => run({ hidden: [1, 1, 1, 1, 1] })).toThrow('one to four');
  expect(() => run({ hidden: [257] })).toThrow('256 units');
  expect(() => run({ components: 101 })).toThrow('100 components');
  expect(() => run({ varianceFloor: -1 })).toThrow('floor');
  expect(() => run({ hidden: [5] })).toThrow('one value a parameter');
  expect(() => run({}, 6)).toThrow('outside');
  expect(() => run({}, 5, new Float32Array(3))).toThrow('one value a parameter');
  expect(run({})).toBeGreaterThan(0);
});

test('the largest shape fits the memory', () => {
  const network: Network = {
    hidden: [256, 256, 256, 256],
    activation: 'relu',
    components: 100,
    varianceFloor: 1e-5,
  };
  const batch = batchOf({ network, rows: 100, seed: 2 });
  const { gradient, loss } = gradientOf(kernel, batch);
  const reference = gradientSum(network, batch.parameters, batch.x, batch.y);
  expect(Math.abs(loss / reference.loss - 1)).toBeLessThan(1e-5);
  expect(relativeError(gradient, reference.gradient)).toBeLessThan(2e-5);
});
