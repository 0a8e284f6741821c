import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cdf,
  crps,
  density,
  logDensity,
  mean,
  mostLikely,
  pruned,
  responsibilities,
  sampleAt,
  variance,
} from '../../src/core/mixture.ts';
import { randomStream } from '../../src/core/random.ts';
import { gaussian, integral, mixture, mixtures, sample } from '../helpers/mixtures.ts';

const y = fc.double({ min: -15, max: 15, noNaN: true });
const runs = { numRuns: 50 };
const two = mixture([
  [0.3, -2, 0.5],
  [0.7, 1, 1.5],
]);

describe('the density and the distribution function', () => {
  it('agree: cdf differences are integrals of the density', () => {
    fc.assert(
      fc.property(mixtures, y, fc.double({ min: 0.1, max: 5, noNaN: true }), (m, low, width) => {
        const expected = integral((at) => density(m, at), low, low + width, 2000);
        expect(cdf(m, low + width) - cdf(m, low)).toBeCloseTo(expected, 4);
      }),
      runs,
    );
  });

  it('has a log density far out, where the density is 0', () => {
    expect(density(two, 1000)).toBe(0);
    expect(logDensity(two, 1000)).toBeCloseTo(
      Math.log(0.7 / 1.5 / Math.sqrt(2 * Math.PI)) - 0.5 * 666 ** 2,
      6,
    );
  });

  it('keeps the lower tail, which 1 − cdf would lose', () => {
    expect(cdf(gaussian(0, 1), -20) / 2.7536241186062337e-89).toBeCloseTo(1, 9);
  });

  it('have the moments of the closed forms', () => {
    fc.assert(
      fc.property(mixtures, (m) => {
        const centre = integral((at) => at * density(m, at), -25, 25);
        expect(mean(m)).toBeCloseTo(centre, 6);
        const spread = integral((at) => (at - centre) ** 2 * density(m, at), -25, 25);
        expect(variance(m)).toBeCloseTo(spread, 5);
      }),
      runs,
    );
  });
});

describe('crps', () => {
  it('is the integral of the squared distance between cdf and step', () => {
    fc.assert(
      fc.property(mixtures, fc.double({ min: -8, max: 8, noNaN: true }), (m, at) => {
        const below = integral((t) => cdf(m, t) ** 2, -25, at);
        const above = integral((t) => (1 - cdf(m, t)) ** 2, at, 25);
        expect(crps(m, at)).toBeCloseTo(below + above, 3);
      }),
      runs,
    );
  });
});

describe('components', () => {
  it('are ranked by weight, ties by index', () => {
    const m = mixture([
      [2, 0, 1],
      [5, 0, 0.1],
      [2, 0, 1],
      [1, 0, 9],
    ]);
    expect(mostLikely(m, 3)).toEqual([1, 0, 2]);
    expect(mostLikely(m, 9)).toEqual([1, 0, 2, 3]);
  });

  it('share responsibility for a point by weighted density', () => {
    const at = 0.2;
    const shares = responsibilities(two, at);
    expect(shares[0]! + shares[1]!).toBeCloseTo(1, 14);
    expect(shares[1]).toBeCloseTo((0.7 * density(gaussian(1, 1.5), at)) / density(two, at), 12);
    expect(responsibilities(two, 1e4)[1]).toBeCloseTo(1, 12);
  });

  it('without weight count for nothing, and light ones can be pruned', () => {
    const m = { ...two, weights: Float64Array.of(0, 1) };
    expect(logDensity(m, 0)).toBe(logDensity(gaussian(1, 1.5), 0));
    expect(responsibilities(m, 0)[0]).toBe(0);
    const light = mixture([
      [1, 0, 1],
      [1e-9, 4, 1],
      [1, 2, 3],
    ]);
    expect(pruned(light, 1e-6)).toEqual(
      mixture([
        [1, 0, 1],
        [1, 2, 3],
      ]),
    );
  });
});

describe('samples', () => {
  it('follow the distribution function (Kolmogorov–Smirnov)', () => {
    const random = randomStream(1, 'samples');
    const n = 4000;
    const ranks = Float64Array.from({ length: n }, () => cdf(two, sample(two, random))).sort();
    const distance = ranks.reduce((d, u, i) => Math.max(d, Math.abs(u - (i + 0.5) / n)), 0);
    // 1.95/√n is exceeded once in a thousand seeds.
    expect(distance).toBeLessThan(1.95 / Math.sqrt(n));
  });

  it('come from given random numbers alike', () => {
    expect(sampleAt(two, 0.29, 2)).toBeCloseTo(-2 + 2 * 0.5, 14);
    expect(sampleAt(two, 0.31, 2)).toBeCloseTo(1 + 2 * 1.5, 14);
    expect(sampleAt({ ...two, weights: Float64Array.of(1 - 2e-16, 0) }, 1 - 2 ** -53, 0)).toBe(-2);
  });
});
