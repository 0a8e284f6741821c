/** Raw outputs as extreme as a diverging run makes them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/core/network.ts';
import { freshKernel } from '../helpers/engines.ts';
import { relativeError } from '../helpers/golden.ts';
import { gradientOf, gradientSum } from '../helpers/kernelCases.ts';

const kernel = await freshKernel();

/** A network with one dead unit, so that the raw outputs are the last layer's biases. */
function withRawOutputs(raw: readonly number[], varianceFloor = 0) {
  const network: Network = {
    hidden: [1],
    activation: 'relu',
    components: raw.length / 3,
    varianceFloor,
  };
  const parameters = Float32Array.from([0, 0, ...raw.map(() => 0), ...raw]);
  return { network, parameters, biases: 2 + raw.length };
}

/** Loss and gradient by the raw outputs, of the kernel and of the reference. */
function both(raw: readonly number[], y: number, varianceFloor = 0) {
  const { network, parameters, biases } = withRawOutputs(raw, varianceFloor);
  const x = Float32Array.of(0);
  const target = Float32Array.of(y);
  const { loss, gradient } = gradientOf(kernel, { network, parameters, x, y: target });
  const reference = gradientSum(network, parameters, x, target);
  return {
    loss,
    gradient: gradient.subarray(biases),
    expected: { loss: reference.loss, gradient: reference.gradient.subarray(biases) },
  };
}

function expectAgreement(raw: readonly number[], y: number, varianceFloor = 0): void {
  const { loss, gradient, expected } = both(raw, y, varianceFloor);
  expect(Math.abs(loss - expected.loss) / Math.max(1, Math.abs(expected.loss))).toBeLessThan(1e-5);
  expect(relativeError(gradient, expected.gradient)).toBeLessThan(1e-4);
}

describe.each([0, 1e-5])('with a variance floor of %f', (floor) => {
  test('logits of any size keep loss and gradient right', () => {
    expectAgreement([1000, -1000, 0, 0.5, 0.2, 1, 0, 0, 0], 0.3, floor);
    expectAgreement([-3e5, -3e5, 1, 2, 0, 0.5], 1.5, floor);
    expectAgreement([3e30, 0, 0.1, 0.2, 0, 0], 0, floor);
  });

  test('a row far from every component has the right loss and gradient', () => {
    // Each likelihood is exp(−5 · 10⁵) and less: nothing, in any float.
    expectAgreement([0, 1, 2, 0, 1, 2, 0, 0.1, -0.1], 1000, floor);
    expectAgreement([0, 0, 0, 1, 0, 0], -1e6, floor);
  });

  test('the component that explains the row best may have the smallest π', () => {
    expectAgreement([0, -70, 50, 0, 0, 0], 0, floor);
  });

  test('log variances from −80 to 80 keep loss and gradient right', () => {
    expectAgreement([0, 0, 1, 2, -80, 80], 1, floor);
    expectAgreement([0, 0, 0, 1e-3, 1, 0, 80, 80, 80], 1e5, floor);
    expectAgreement([0, 0, 1, 2, -60, 0], 1.0000001, floor);
  });

  test('anything finite within these bounds gives numbers and no NaN', () => {
    const raw = fc
      .integer({ min: 1, max: 6 })
      .chain((k) =>
        fc.tuple(
          fc.array(fc.float({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: k, maxLength: k }),
          fc.array(fc.float({ noNaN: true, min: -100, max: 100 }), { minLength: k, maxLength: k }),
          fc.array(fc.float({ noNaN: true, min: -80, max: 80 }), { minLength: k, maxLength: k }),
        ),
      );
    fc.assert(
      fc.property(raw, fc.float({ noNaN: true, min: -100, max: 100 }), (parts, y) => {
        const { loss, gradient } = both(parts.flat(), y, floor);
        expect(loss).not.toBeNaN();
        for (const g of gradient) expect(g).not.toBeNaN();
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

/** ±10⁻⁸ to ±10⁸. */
const size = fc
  .tuple(fc.double({ min: -8, max: 8, noNaN: true }), fc.constantFrom(-1, 1))
  .map(([exponent, sign]) => sign * 10 ** exponent);

/** Raw outputs and a target of up to five components, as extreme as float32 can make them. */
const extreme = fc.integer({ min: 1, max: 5 }).chain((k) => {
  const each = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: k, maxLength: k });
  const near = fc.oneof(size, fc.integer({ min: -5, max: 5 }));
  return fc.record({
    logits: each(fc.integer({ min: -10_000, max: 10_000 })),
    means: each(near),
    logVariances: each(
      fc.oneof(
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: -10, max: 10 }),
        fc.constantFrom(-89, -87, 87, 88.72, 88.73, 89, 103, 600),
      ),
    ),
    y: near,
  });
});

/**
 * Where float64 gives more, float32 has overflowed, or the kernel has held d²/σ²
 * or exp(s) below the overflow: of the number only its sign is still right.
 */
const OVERFLOW = 1e15;

/**
 * A term ℓ of this size is rounded so much that two components that explain a
 * row about as badly cannot be told apart.
 */
const UNRESOLVED = 1e4;

/** What is wrong with the kernel's number, or an empty text. */
function mismatch(actual: number, exact: number, tolerance: number): string {
  const right =
    Math.abs(exact) > OVERFLOW
      ? Math.sign(actual) === Math.sign(exact) && Math.abs(actual) > OVERFLOW / 2
      : Math.abs(actual - exact) <= tolerance;
  return right ? '' : `${actual} for ${exact}`;
}

describe.each([0, 1e-5, 0.01, 0.3])('with a variance floor of %f', (floor) => {
  test('raw outputs and targets of any size give the loss and the gradient of the core', () => {
    fc.assert(
      fc.property(extreme, ({ logits, means, logVariances, y }) => {
        // Further out the core, and with a floor the kernel, no longer tell them apart.
        const limit = floor === 0 ? 600 : 1000;
        const held = logVariances.map((s) => Math.max(-limit, Math.min(limit, s)));
        const { loss, gradient, expected } = both([...logits, ...means, ...held], y, floor);
        const tolerance = 1e-5 * Math.max(1, Math.abs(expected.loss));
        expect(mismatch(loss, expected.loss, tolerance)).toBe('');
        for (const g of gradient) expect(g).not.toBeNaN();
        if (logits.length > 1 && Math.abs(expected.loss) > UNRESOLVED) return;
        const largest = expected.gradient.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-3);
        gradient.forEach((g, i) => {
          expect(mismatch(g, expected.gradient[i]!, 1e-3 * largest)).toBe('');
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('log variances beyond ±600 leave no NaN', () => {
    fc.assert(
      fc.property(extreme, ({ logits, means, logVariances, y }) => {
        const { loss, gradient } = both([...logits, ...means, ...logVariances], y, floor);
        expect([loss, ...gradient].filter(Number.isNaN)).toEqual([]);
      }),
    );
  });
});

test('with a floor, a log variance whose exponential float32 does not hold is no divergence', () => {
  const { loss, gradient, expected } = both([0, 0, 0, 0, 0, 89], 1, 0.01);
  expect(loss).toBeCloseTo(expected.loss, 5);
  expect(expected.gradient[5]).toBeCloseTo(0, 18);
  expect(relativeError(gradient, expected.gradient)).toBeLessThan(1e-6);
  expect(gradient[5]! / expected.gradient[5]!).toBeCloseTo(1, 5);
});

test('a floor that float32 cannot divide by counts as none', () => {
  for (const s of [-1000, -88, 0]) {
    const { loss, gradient } = both([0, 0, s], 0, 1e-40);
    expect([loss, ...gradient].every(Number.isFinite)).toBe(true);
  }
});

test('a component too narrow to reach the row leaves no NaN behind', () => {
  // d²/σ² of the first is beyond float32.
  const { loss, gradient, expected } = both([0, 0, 1000, 1, -80, 0], 0);
  expect(Math.abs(loss / expected.loss - 1)).toBeLessThan(1e-6);
  expect(relativeError(gradient, expected.gradient)).toBeLessThan(1e-5);
});

test('whatever is not finite shows in the loss, and nothing hangs or throws', () => {
  const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
  for (const bad of [nan, inf, -inf]) {
    for (let place = 0; place < 6; place++) {
      const raw = [0.1, 0.2, 1, 2, 0.3, 0.4];
      raw[place] = bad;
      const { loss } = both(raw, 0.5);
      if (Number.isNaN(bad)) expect(loss).toBeNaN();
      else expect(typeof loss).toBe('number');
    }
  }
  const { network, parameters } = withRawOutputs([0, 0, 0, 0, 0, 0]);
  const [x, y] = [Float32Array.of(1), Float32Array.of(nan)];
  const { loss, gradient } = gradientOf(kernel, { network, parameters, x, y });
  expect(loss).toBeNaN();
  expect(gradient.some(Number.isNaN)).toBe(true);
});

test('rows that fill up a vector count for nothing, even where the last row is the worst', () => {
  const { network, parameters } = withRawOutputs([0, 0, 0, 0, 0, 0]);
  for (const rows of [1, 2, 3, 5, 95, 97]) {
    const x = new Float32Array(rows).fill(1);
    const y = new Float32Array(rows);
    y[rows - 1] = 1e6;
    const { loss, gradient } = gradientOf(kernel, { network, parameters, x, y });
    const reference = gradientSum(network, parameters, x, y);
    expect(Math.abs(loss / reference.loss - 1)).toBeLessThan(1e-6);
    expect(relativeError(gradient, reference.gradient)).toBeLessThan(1e-6);
  }
});
