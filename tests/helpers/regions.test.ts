import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cdf, density } from '../../src/core/mixture.ts';
import { gaussian, mixture, mixtures } from './mixtures.ts';
import { centralInterval, highestDensityRegion, quantile } from './regions.ts';

const runs = { numRuns: 60 };
const two = mixture([
  [0.3, -2, 0.5],
  [0.7, 1, 1.5],
]);
const probability = fc.double({ min: 0.02, max: 0.98, noNaN: true });

describe('quantile', () => {
  it('inverts the distribution function', () => {
    fc.assert(
      fc.property(mixtures, fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (m, p) => {
        expect(Math.abs(cdf(m, quantile(m, p)) - p)).toBeLessThan(1e-13);
      }),
    );
  });

  it('is infinite at 0 and 1, and refuses what is not a probability', () => {
    expect(quantile(two, 0)).toBe(Number.NEGATIVE_INFINITY);
    expect(quantile(two, 1)).toBe(Number.POSITIVE_INFINITY);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => quantile(two, p)).toThrow(RangeError);
  });
});

describe('centralInterval', () => {
  it('leaves the same probability out on either side', () => {
    fc.assert(
      fc.property(mixtures, probability, (m, p) => {
        const [low, high] = centralInterval(m, p);
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
    expect(only?.[0]).toBeCloseTo(2 - 3 * 1.6448536269514722, 7);
    expect(only?.[1]).toBeCloseTo(2 + 3 * 1.6448536269514722, 7);
  });

  it('holds its probability, with one density at every end', () => {
    fc.assert(
      fc.property(mixtures, probability, (m, p) => {
        const region = highestDensityRegion(m, p);
        const held = region.reduce((sum, [low, high]) => sum + cdf(m, high) - cdf(m, low), 0);
        expect(held).toBeCloseTo(p, 6);
        const ends = region.flat();
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
