import fc from 'fast-check';
import { density, type Mixture, sampleAt } from '../../src/core/mixture.ts';
import type { RandomStream } from '../../src/core/random.ts';
import { stationaryPoints } from '../../src/core/stationaryPoints.ts';

/** Arbitrary mixtures of 1 to 6 components, means in ±5, deviations from 0.05 to 3. */
export const mixtures: fc.Arbitrary<Mixture> = fc
  .array(
    fc.record({
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
      mean: fc.double({ min: -5, max: 5, noNaN: true }),
      deviation: fc.double({ min: 0.05, max: 3, noNaN: true }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((components) => mixture(components.map((c) => [c.weight, c.mean, c.deviation])));

/** A mixture of [weight, mean, deviation]; the weights are made to sum to 1. */
export function mixture(components: readonly (readonly [number, number, number])[]): Mixture {
  const total = components.reduce((sum, [weight]) => sum + weight, 0);
  return {
    weights: Float64Array.from(components, ([weight]) => weight / total),
    means: Float64Array.from(components, ([, mean]) => mean),
    deviations: Float64Array.from(components, ([, , deviation]) => deviation),
  };
}

/** The one-component mixture N(mean, deviation²). */
export function gaussian(mean: number, deviation: number): Mixture {
  return {
    weights: Float64Array.of(1),
    means: Float64Array.of(mean),
    deviations: Float64Array.of(deviation),
  };
}

/** The modes of a mixture with their densities q(y), the highest first. */
export function modes(m: Mixture): { y: number; density: number }[] {
  return stationaryPoints(m)
    .filter(({ kind }) => kind === 'maximum')
    .map(({ y }) => ({ y, density: density(m, y) }))
    .sort((a, b) => b.density - a.density || a.y - b.y);
}

/** ∫ f over (low, high) by the midpoint rule with `count` points. */
export function integral(
  f: (y: number) => number,
  low: number,
  high: number,
  count = 4000,
): number {
  const width = (high - low) / count;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += f(low + (i + 0.5) * width);
  return sum * width;
}

/** One draw: first a uniform for the component, then a normal. */
export function sample(mixture: Mixture, random: RandomStream): number {
  const u = random.uniform();
  return sampleAt(mixture, u, random.normal());
}
