import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AdamStep } from '../../src/kernel/batch.ts';
import { BATCH_NUMBERS, readOutcome, writeBatch } from '../../src/kernel/batch.ts';
import { testExports } from '../helpers/engines.ts';
import { relativeError } from '../helpers/golden.ts';

const kernel = await testExports();

/** One step of the kernel on a gradient of its own; [3h + 1] numbers each. Returns the norm. */
function step(
  p: Float32Array,
  m: Float32Array,
  v: Float32Array,
  g: Float32Array,
  update: AdamStep,
) {
  kernel.configure((p.length - 1) / 3, 0, 0, 0, 0, 0, 0, 0, 0);
  const at = (address: number) => new Float32Array(kernel.memory.buffer, address, p.length);
  const places = [kernel.parameters(), kernel.firstMoment(), kernel.secondMoment()];
  [p, m, v].forEach((values, i) => {
    at(places[i]!).set(values);
  });
  at(kernel.gradient()).set(g);
  const numbers = new Float64Array(kernel.memory.buffer, kernel.steps(), BATCH_NUMBERS);
  writeBatch({ from: 0, to: 0, update }, numbers, 0);
  kernel.train(1, Number.MAX_VALUE);
  [p, m, v].forEach((values, i) => {
    values.set(at(places[i]!));
  });
  return readOutcome(numbers, 0).gradientNorm;
}

interface State {
  p: number[];
  m: number[];
  v: number[];
}

/** PyTorch's clip_grad_norm_ on the mean gradient, then its Adam, in float64. */
function referenceStep({ p, m, v }: State, sum: readonly number[], step: AdamStep) {
  const mean = sum.map((g) => g * step.scale);
  const norm = Math.sqrt(mean.reduce((total, g) => total + g * g, 0));
  const clip = step.clipNorm > 0 && norm > step.clipNorm ? step.clipNorm / norm : 1;
  const g = mean.map((value, i) => value * clip + step.weightDecay * p[i]!);
  const first = m.map((value, i) => step.beta1 * value + (1 - step.beta1) * g[i]!);
  const second = v.map((value, i) => step.beta2 * value + (1 - step.beta2) * g[i]! ** 2);
  const after = p.map((value, i) => {
    const root = Math.sqrt(second[i]! / step.biasCorrection2) + step.epsilon;
    return value - (step.learningRate * (first[i]! / step.biasCorrection1)) / root;
  });
  return { norm, state: { p: after, m: first, v: second } };
}

const base: AdamStep = {
  scale: 1 / 7,
  learningRate: 0.01,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  biasCorrection1: 0.271,
  biasCorrection2: 0.002997001,
  clipNorm: 0,
  weightDecay: 0,
};

/** Numbers from −10 to 10, none of them so small that its square is flushed to 0. */
const value = fc.integer({ min: -10_000, max: 10_000 }).map((i) => Math.fround(i / 1000));
const square = fc.integer({ min: 1, max: 10_000 }).map((i) => Math.fround(i / 1000));

/** Parameters, both moments and a gradient. */
const values = fc.integer({ min: 1, max: 33 }).chain((units) => {
  const n = 3 * units + 1;
  const arrayOf = (element: fc.Arbitrary<number>) =>
    fc.array(element, { minLength: n, maxLength: n });
  return fc.tuple(arrayOf(value), arrayOf(value), arrayOf(square), arrayOf(value));
});

function expectReference(changed: Partial<AdamStep>): void {
  const update = { ...base, ...changed };
  fc.assert(
    fc.property(values, ([p, m, v, g]) => {
      const [P, M, V, G] = [p, m, v, g].map((a) => Float32Array.from(a)) as [
        Float32Array,
        Float32Array,
        Float32Array,
        Float32Array,
      ];
      const { norm, state } = referenceStep({ p, m, v }, g, update);
      expect(step(P, M, V, G, update)).toBeCloseTo(norm, 5);
      expect(relativeError(P, state.p)).toBeLessThan(1e-5);
      expect(relativeError(M, state.m)).toBeLessThan(1e-5);
      expect(relativeError(V, state.v)).toBeLessThan(1e-5);
    }),
    { numRuns: 50, seed: 1 },
  );
}

test('a step of Adam for any number of parameters is that of PyTorch', () => {
  expectReference({});
});

test('a gradient whose norm is above the limit is shortened to it, after the mean is taken', () => {
  expectReference({ clipNorm: 0.1 });
  expectReference({ clipNorm: 1e6 });
});

test('weight decay is added to the clipped gradient', () => {
  expectReference({ weightDecay: 0.3, clipNorm: 0.5 });
});

test('moments never linger as denormals', () => {
  const state = [1, 1e-32, 1e-38, 0].map((value) => new Float32Array(4).fill(value)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  step(...state, base);
  expect(state.map(([value]) => value)).toEqual([1, 0, 0, 0]);
});
