import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cdf, density, gaussian, sample } from '../../src/core/mixture.ts';
import { randomStream } from '../../src/core/random.ts';
import {
  centralInterval,
  highestDensityRank,
  highestDensityRegion,
} from '../../src/core/regions.ts';
import { mixture, mixtures } from '../helpers/mixtures.ts';

const runs = { numRuns: 60 };
const probability = fc.double({ min: 0.02, max: 0.98, noNaN: true });

describe('centralInterval', () => {
  it('leaves the same probability out on either side', () => {
    fc.assert(
      fc.property(mixtures, probability, (m, p) => {
        const { low, high } = centralInterval(m, p);
        expect(cdf(m, low)).toBeCloseTo((1 - p) / 2, 10);
        expect(cdf(m, high)).toBeCloseTo((1 + p) / 2, 10);
      }),
      runs,
    );
  });

  it('refuses what is not between 0 and 1', () => {
    expect(() => centralInterval(gaussian(0, 1), 1)).toThrow(RangeError);
    expect(() => highestDensityRegion(gaussian(0, 1), 0)).toThrow(RangeError);
  });
});

describe('highestDensityRegion', () => {
  it('of a Gaussian is its central interval', () => {
    const [only] = highestDensityRegion(gaussian(2, 3), 0.9);
    expect(only?.low).toBeCloseTo(2 - 3 * 1.6448536269514722, 7);
    expect(only?.high).toBeCloseTo(2 + 3 * 1.6448536269514722, 7);
  });

  it('holds its probability, with one density at every end', () => {
    fc.assert(
      fc.property(mixtures, probability, (m, p) => {
        const region = highestDensityRegion(m, p);
        const held = region.reduce((sum, { low, high }) => sum + cdf(m, high) - cdf(m, low), 0);
        expect(held).toBeCloseTo(p, 6);
        const ends = region.flatMap(({ low, high }) => [low, high]);
        ends.forEach((end, i) => {
          expect(density(m, end) / density(m, ends[0] as number)).toBeCloseTo(1, 6);
          if (i > 0) expect(end).toBeGreaterThan(ends[i - 1]!);
        });
      }),
      runs,
    );
  });

  it('falls apart where the modes do', () => {
    const m = mixture([
      [1, -4, 0.5],
      [1, 4, 0.5],
    ]);
    expect(highestDensityRegion(m, 0.9)).toHaveLength(2);
  });
});

describe('highestDensityRank', () => {
  it('is the probability of the region that the point bounds', () => {
    fc.assert(
      fc.property(mixtures, probability, (m, p) => {
        const region = highestDensityRegion(m, p);
        for (const { low, high } of region) {
          expect(highestDensityRank(m, low)).toBeCloseTo(p, 5);
          expect(highestDensityRank(m, high)).toBeCloseTo(p, 5);
        }
      }),
      runs,
    );
  });

  it('is uniform over draws from the mixture', () => {
    const m = mixture([
      [1, -4, 0.5],
      [2, 1, 1.5],
      [1, 2, 0.1],
    ]);
    const random = randomStream(2, 'samples');
    const n = 1000;
    const ranks = Float64Array.from({ length: n }, () =>
      highestDensityRank(m, sample(m, random)),
    ).sort();
    const distance = ranks.reduce((d, u, i) => Math.max(d, Math.abs(u - (i + 0.5) / n)), 0);
    expect(distance).toBeLessThan(1.95 / Math.sqrt(n));
  });

  it('is 0 at the peak and 1 far away', () => {
    expect(highestDensityRank(gaussian(1, 2), 1)).toBeCloseTo(0, 6);
    expect(highestDensityRank(gaussian(1, 2), 1e200)).toBe(1);
  });
});
