import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Network, parameterCount } from '../../src/core/network.ts';
import { randomStream, shuffle } from '../../src/core/random.ts';
import { BLOCK_ROWS, type Kernel } from '../../src/kernel/kernel.ts';
import { freshKernel } from '../helpers/engines.ts';
import { relativeError } from '../helpers/golden.ts';
import {
  batchOf,
  caseArbitrary,
  gradientOf,
  gradientSum,
  type KernelCase,
  openBatch,
  STILL,
} from '../helpers/kernelCases.ts';

const kernel = await freshKernel();

function forAll(check: (example: KernelCase) => void, numRuns = 60, seed = 1): void {
  fc.assert(fc.property(caseArbitrary, check), { numRuns, seed });
}

test('it counts parameters as core/network does', () => {
  forAll(({ network }) => {
    const points = { x: Float32Array.of(1), y: Float32Array.of(2) };
    kernel.open(network, points, points);
    expect(kernel.parameters()).toHaveLength(parameterCount(network));
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
    openBatch(kernel, batch);
    kernel.accumulate(0, batch.x.length);
    kernel.accumulate(0, batch.x.length);
    expect(
      relativeError(
        kernel.gradient(),
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
  expect(kernel.testLoss(0, x.length)).toBe(whole.loss);
  const reference = gradientSum(network, parameters, x, y);
  expect(relativeError(whole.gradient, reference.gradient)).toBeLessThan(2e-5);
});

test('a batch that starts anywhere gives the bits of the same rows on their own', () => {
  forAll((example) => {
    const batch = batchOf(example);
    const { x, y } = batch;
    const from = x.length >> 1;
    const among = gradientOf(kernel, batch, [], [from, x.length]);
    expect(among).toEqual(gradientOf(kernel, { ...batch, x: x.slice(from), y: y.slice(from) }));
  }, 20);
});

test('the loss alone has the bits of the loss with the gradient, however it is cut', () => {
  forAll((example) => {
    const batch = batchOf(example);
    const rows = batch.x.length;
    const { loss } = gradientOf(kernel, batch);
    expect(kernel.testLoss(0, rows)).toBe(loss);
    const cut = Math.min(BLOCK_ROWS, rows);
    expect(kernel.testLoss(cut, rows, kernel.testLoss(0, cut))).toBe(loss);
  });
});

test('a row weighs the same alone as among others', () => {
  forAll((example) => {
    const batch = batchOf({ ...example, rows: 1 + (example.rows % 9) });
    const sum = new Float64Array(batch.parameters.length);
    for (let row = 0; row < batch.x.length; row++) {
      gradientOf(kernel, batch, [], [row, row + 1]).gradient.forEach((g, i) => {
        sum[i] = sum[i]! + g;
      });
    }
    const { gradient } = gradientOf(kernel, batch);
    const largest = sum.reduce((a, b) => Math.max(a, Math.abs(b)), 0.1);
    gradient.forEach((g, i) => {
      expect(Math.abs(g - sum[i]!) / largest).toBeLessThan(1e-5);
    });
  });
});

test('the raw output has one row a point and agrees with the rows one by one, bit by bit', () => {
  forAll((example) => {
    const batch = batchOf(example);
    const { network, parameters, x } = batch;
    const outputs = network.components === 0 ? 1 : 3 * network.components;
    openBatch(kernel, batch);
    const all = kernel.forward(x, parameters);
    expect(all).toHaveLength(x.length * outputs);
    for (let row = 0; row < x.length; row += 7) {
      const one = kernel.forward(x.slice(row, row + 1), parameters);
      expect(all.slice(row * outputs, (row + 1) * outputs)).toEqual(one);
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

test('other parameters can be looked at in the middle of a batch, and leave it as it was', () => {
  forAll((example) => {
    const batch = batchOf({ ...example, rows: example.rows + BLOCK_ROWS });
    const others = batch.parameters.map((p) => p / 2 + 0.1);
    const rows = batch.x.length;
    openBatch(kernel, batch);
    kernel.accumulate(0, BLOCK_ROWS);
    const there = kernel.forward(batch.x, others);
    kernel.accumulate(BLOCK_ROWS, rows);
    const gradient = kernel.gradient();
    expect(kernel.parameters()).toEqual(batch.parameters);
    expect(gradient).toEqual(gradientOf(kernel, batch).gradient);
    openBatch(kernel, { ...batch, parameters: others });
    expect(kernel.forward(batch.x, others)).toEqual(there);
  }, 20);
});

test('an order lays the training points in their rows, and leaves the test points', () => {
  forAll((example) => {
    const batch = batchOf(example);
    const { x, y } = batch;
    const order = shuffle(Int32Array.from(x.keys()), randomStream(example.seed, 'batches'));
    const laid = { x: x.map((_, i) => x[order[i]!]!), y: y.map((_, i) => y[order[i]!]!) };
    const expected = gradientOf(kernel, { ...batch, ...laid });
    openBatch(kernel, batch);
    const test = kernel.testLoss(0, x.length);
    kernel.setOrder(order);
    kernel.accumulate(0, x.length);
    expect(kernel.gradient()).toEqual(expected.gradient);
    expect(kernel.testLoss(0, x.length)).toBe(test);
  }, 20);
});

test('shapes and arrays that do not fit are refused', () => {
  const network: Network = { hidden: [4], activation: 'relu', components: 2, varianceFloor: 0 };
  const batch = batchOf({ network, rows: 5, seed: 1 });
  const open = (changed: Partial<Network>) =>
    openBatch(kernel, { ...batch, network: { ...network, ...changed } });
  expect(() => open({ hidden: [] })).toThrow('one to four');
  expect(() => open({ hidden: [1, 1, 1, 1, 1] })).toThrow('one to four');
  expect(() => open({ hidden: [257] })).toThrow('256 units');
  expect(() => open({ components: 101 })).toThrow('100 components');
  expect(() => open({ varianceFloor: -1 })).toThrow('floor');
  expect(() => open({ hidden: [5] })).toThrow('one value a parameter');
  expect(() => kernel.open(network, { x: batch.x, y: batch.y.slice(1) }, batch)).toThrow('y');
  open({});
  expect(() => kernel.accumulate(0, 6)).toThrow('outside');
  expect(() => kernel.train([{ from: 3, to: 2, update: STILL }])).toThrow('outside');
  expect(() => kernel.testLoss(0, 6)).toThrow('outside');
  expect(() => kernel.setOrder(new Int32Array(4))).toThrow('one number a point');
  expect(() => kernel.setOrder(Int32Array.of(0, 1, 2, 3, 5))).toThrow('no such point');
  expect(() => kernel.forward(batch.x, new Float32Array(3))).toThrow('one value a parameter');
  const state = kernel.state();
  expect(() => kernel.setState({ ...state, secondMoment: new Float32Array(2) })).toThrow(
    'one value a parameter',
  );
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
