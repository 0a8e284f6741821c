/** The kernel's exp, log and tanh, in units in the last place of float32. */
import { expect, test } from 'vitest';
import { exp, log, tanh } from '../../src/core/math.ts';
import { testExports } from '../helpers/engines.ts';

const COUNT = 1 << 16;
const kernel = await testExports();
// Large enough a network that its parameters leave room for the numbers.
kernel.configure(256, 256, 0, 0, 0, 0, 0, 0, 0);

type ArrayFunction = 'expArray' | 'logArray' | 'tanhArray';

function apply(name: ArrayFunction, values: readonly number[]): Float32Array {
  const at = kernel.parameters();
  const room = new Float32Array(kernel.memory.buffer, at, COUNT);
  room.set(values);
  kernel[name](at, (values.length + 3) & ~3);
  return room.slice(0, values.length);
}

/** The distance from one float32 of x's size to the next. */
function ulpOf(x: number): number {
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(x))), -126);
  return 2 ** (exponent - 23);
}

/** The largest error over float32 evenly spread from..to, in ulp of the exact value. */
function largestUlp(
  name: ArrayFunction,
  exact: (x: number) => number,
  spread: (share: number) => number,
): number {
  let largest = 0;
  for (let round = 0; round < 16; round++) {
    const values = Array.from({ length: COUNT }, (_, i) =>
      Math.fround(spread((i + round / 16) / COUNT)),
    );
    apply(name, values).forEach((result, i) => {
      const expected = exact(values[i]!);
      largest = Math.max(largest, Math.abs(result - expected) / ulpOf(expected));
    });
  }
  return largest;
}

test('exp is within 1 ulp wherever its result is a normal float32', () => {
  const largest = largestUlp('expArray', exp, (t) => -87.3 + t * (88.7 + 87.3));
  expect(largest).toBeLessThan(1);
  expect(largestUlp('expArray', exp, (t) => t - 0.5)).toBeLessThan(1);
});

test('exp overflows to infinity, underflows to 0, and keeps NaN', () => {
  const cases: [number, number][] = [
    [0, 1],
    [-0, 1],
    [88.73, Infinity],
    [1e9, Infinity],
    [3e38, Infinity],
    [Infinity, Infinity],
    [-87.4, 0],
    [-104, 0],
    [-1e9, 0],
    [-3e38, 0],
    [-Infinity, 0],
    [Number.NaN, Number.NaN],
  ];
  expect([
    ...apply(
      'expArray',
      cases.map(([x]) => x),
    ),
  ]).toEqual(cases.map(([, y]) => y));
});

test('log is within 1 ulp over all normal float32', () => {
  expect(largestUlp('logArray', log, (t) => 2 ** (-126 + 253.99 * t))).toBeLessThan(1);
  expect(largestUlp('logArray', log, (t) => 0.5 + 1.5 * t)).toBeLessThan(1);
});

test('log of 1 is 0, of infinity infinity, of NaN NaN', () => {
  expect([...apply('logArray', [1, Infinity, Number.NaN, 3.4028234663852886e38])]).toEqual([
    0,
    Infinity,
    Number.NaN,
    Math.fround(log(3.4028234663852886e38)),
  ]);
});

test('tanh is within 1.4 ulp, near 0 as well', () => {
  expect(largestUlp('tanhArray', tanh, (t) => 40 * t - 20)).toBeLessThan(1.4);
  expect(largestUlp('tanhArray', tanh, (t) => 2 * t - 1)).toBeLessThan(1.4);
  expect(largestUlp('tanhArray', tanh, (t) => 10 ** (-30 + 30 * t))).toBeLessThan(1.4);
});

test('tanh is odd, ends at 1, and keeps NaN', () => {
  const inputs = [0, 0.3, -0.3, 1e9, -1e9, Infinity, -Infinity, Number.NaN];
  const [zero, a, minusA, ...rest] = apply('tanhArray', inputs);
  expect(zero).toBe(0);
  expect(minusA).toBe(-(a as number));
  expect(rest).toEqual([1, -1, 1, -1, Number.NaN]);
});
