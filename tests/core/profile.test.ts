import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOf } from '../../src/core/answers.ts';
import { cdf } from '../../src/core/mixture.ts';
import {
  centralRegion,
  densestRegion,
  gridMixture,
  highestDensityRank,
  peaks,
  profileOf,
} from '../../src/core/profile.ts';
import { randomStream } from '../../src/core/random.ts';
import { cumulated } from '../../src/core/uniformity.ts';
import { gaussian, modes, sample } from '../helpers/mixtures.ts';
import { centralInterval, highestDensityRegion } from '../helpers/regions.ts';

/** Two to four components well apart, so that every mode is a plain one. */
const mixtures = fc
  .array(
    fc.record({
      weight: fc.double({ min: 0.2, max: 1, noNaN: true }),
      deviation: fc.double({ min: 0.05, max: 1.5, noNaN: true }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => {
    const total = parts.reduce((sum, { weight }) => sum + weight, 0);
    return {
      weights: Float64Array.from(parts, ({ weight }) => weight / total),
      means: Float64Array.from(parts, (_, k) => 9 * k),
      deviations: Float64Array.from(parts, ({ deviation }) => deviation),
    };
  });

describe('the polygon of a density', () => {
  it('peaks at the modes', () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const exact = modes(mixture).map(({ y }) => y);
        const found = peaks(profileOf(mixture)).map(({ y }) => y);
        expect(found).toHaveLength(exact.length);
        for (const [i, y] of exact.toSorted((a, b) => a - b).entries()) {
          expect(Math.abs(found[i]! - y)).toBeLessThan(0.02);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('shares its mass out among its peaks as the exact basins do', () => {
    const mixture = {
      weights: Float64Array.of(0.25, 0.4, 0.35),
      means: Float64Array.of(-6, 5, 6),
      deviations: Float64Array.of(1.5, 0.8, 0.7),
    };
    const exact = answersOf(mixture).toSorted((a, b) => a.y - b.y);
    const found = peaks(profileOf(mixture));
    expect(found).toHaveLength(exact.length);
    for (const [i, { share }] of exact.entries()) expect(found[i]!.share).toBeCloseTo(share, 2);
  });

  it('ranks the edges of the exact region of probability 0.9 there', () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const profile = profileOf(mixture);
        for (const edge of highestDensityRegion(mixture, 0.9).flat()) {
          expect(Math.abs(highestDensityRank(profile, edge) - 0.9)).toBeLessThan(0.04);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gives ranks to its draws that are uniform, whatever its peaks', () => {
    const random = randomStream(4, 'samples');
    for (const [mixture] of fc.sample(fc.tuple(mixtures), { numRuns: 5, seed: 4 })) {
      const profile = profileOf(mixture);
      const ranks = Float64Array.from({ length: 1000 }, () =>
        highestDensityRank(profile, sample(mixture, random)),
      );
      cumulated(ranks, 50).forEach((count, i) => {
        // Four standard errors of a share, and a hundredth that the polygon may be off by.
        const share = (i + 1) / 50;
        const error = 4 * Math.sqrt((share * (1 - share)) / 1000) + 0.01;
        expect(Math.abs(count / 1000 - share)).toBeLessThan(error);
      });
    }
  });

  it('ranks the highest peak first, and what is beyond everything last', () => {
    const profile = profileOf(gaussian(3, 0.5));
    expect(highestDensityRank(profile, 3)).toBeLessThan(0.01);
    expect(highestDensityRank(profile, 30)).toBe(1);
    expect(highestDensityRank(profile, -30)).toBe(1);
  });

  it.each([0.5, 0.9])('has regions that hold a probability of %f', (p) => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const profile = profileOf(mixture);
        for (const region of [densestRegion(profile, p), centralRegion(profile, p)]) {
          const mass = region.reduce(
            (sum, [low, high]) => sum + cdf(mixture, high) - cdf(mixture, low),
            0,
          );
          expect(mass).toBeCloseTo(p, 1.7);
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each([0.5, 0.9])('has regions that hold %f also where σ has collapsed', (p) => {
    const deviations = fc.array(fc.double({ min: -7, max: 1, noNaN: true }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(deviations, (powers) => {
        const mixture = {
          weights: Float64Array.from(powers, () => 1 / powers.length),
          means: Float64Array.from(powers, (_, k) => (k % 3) - 1 + 0.1 * k),
          deviations: Float64Array.from(powers, (power) => 10 ** power),
        };
        const mass = densestRegion(profileOf(mixture), p).reduce(
          (sum, [low, high]) => sum + cdf(mixture, high) - cdf(mixture, low),
          0,
        );
        expect(Math.abs(mass - p)).toBeLessThan(0.02);
      }),
      { numRuns: 200 },
    );
  });

  it('agrees with the exact regions', () => {
    const mixture = {
      weights: Float64Array.of(0.3, 0.7),
      means: Float64Array.of(-3, 4),
      deviations: Float64Array.of(0.5, 1.2),
    };
    const profile = profileOf(mixture);
    const exact = highestDensityRegion(mixture, 0.9);
    const found = densestRegion(profile, 0.9);
    expect(found).toHaveLength(2);
    found.forEach(([low, high], i) => {
      expect(low).toBeCloseTo(exact[i]![0], 1.5);
      expect(high).toBeCloseTo(exact[i]![1], 1.5);
    });
    const central = centralInterval(mixture, 0.5);
    expect(centralRegion(profile, 0.5)[0]![0]).toBeCloseTo(central[0], 1);
    expect(centralRegion(profile, 0.5)[0]![1]).toBeCloseTo(central[1], 1);
  });

  it('is empty while the deviation is not known', () => {
    const profile = profileOf(gaussian(3, Number.NaN));
    expect([densestRegion(profile, 0.5), centralRegion(profile, 0.5), peaks(profile)]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe('a row of a grid', () => {
  const grid = {
    x: Float64Array.of(0, 1),
    components: 3,
    weights: Float32Array.of(0.5, 0.4999, 0.0001, 0.25, 0.5, 0.25),
    means: Float32Array.of(1, 2, 3, 4, 5, 6),
    deviations: Float32Array.of(1, 1, 1, 2, 2, 2),
  };

  it('is a mixture of all its components, however light', () => {
    expect(Array.from(gridMixture(grid, 0)!.means)).toEqual([1, 2, 3]);
    expect(Array.from(gridMixture(grid, 1)!.means)).toEqual([4, 5, 6]);
  });

  it('is nothing while its deviations are not known', () => {
    expect(
      gridMixture({ ...grid, deviations: new Float32Array(6).fill(Number.NaN) }, 0),
    ).toBeNull();
  });
});
