import { describe, expect, it } from 'vitest';
import { type DataName, dataSetOf } from '../../../src/core/datasets/datasets.ts';
import { sineCurve } from '../../../src/core/datasets/sine.ts';
import { truthOf } from '../../../src/core/datasets/truthOf.ts';
import { exp } from '../../../src/core/math.ts';
import { randomStream } from '../../../src/core/random.ts';
import type { Conditional } from '../../../src/core/truth/conditional.ts';
import { integral } from '../../helpers/mixtures.ts';
import { KNOWN, knownTruth } from '../../helpers/truth.ts';

const NOISES = [0.01, 0.3, 1, 5];
const RANGE = 25;

/** Their densities jump, or are infinite somewhere, so that a midpoint rule is slow to converge. */
const ROUGH: readonly DataName[] = ['spiral', 'bishop'];

/** Up to where a density is integrated, and to a target in between, where targets are no tens of units. */
const SMALL: Partial<Record<DataName, { far: number; middle: number }>> = {
  bishop: { far: 2, middle: 0.4 },
};

/** An input of which most is to be known: so far along the support. */
function along(name: DataName, noise: number, share: number): number {
  const [low, high] = knownTruth(name, noise).support;
  return low + share * (high - low);
}

function fresh(name: DataName, noise: number, count: number) {
  return dataSetOf(name).fresh!(count, noise, randomStream(11, 'fresh'));
}

function at(name: DataName, noise: number, x: number): Conditional {
  const conditional = knownTruth(name, noise).at(x);
  if (!conditional) throw new Error(`${name} has no truth at ${x}`);
  return conditional;
}

/** Largest distance of sorted values from the uniform distribution, times √n. */
function kolmogorovSmirnov(ranks: Float64Array): number {
  const n = ranks.length;
  const distance = ranks.sort().reduce((d, u, i) => Math.max(d, Math.abs(u - (i + 0.5) / n)), 0);
  return distance * Math.sqrt(n);
}

/** E CRPS = E ∫ F(1 − F) dy over the target, for a perfect forecast. */
function meanCrps(name: DataName, count: number): number {
  const { x } = fresh(name, 1, count);
  const total = x.reduce((sum, input) => {
    const { cdf } = at(name, 1, input);
    return sum + integral((y) => cdf(y) * (1 - cdf(y)), -RANGE, RANGE, 150);
  }, 0);
  return total / count;
}

describe('the reference table, noise 1', () => {
  it.each([
    ['sine', 1.41894, 1.0],
    ['inverted', 1.635, 39.6],
    ['spiral', 1.40465, 37.99],
  ] as const)('%s has entropy %d nats and least squared error %d', (name, entropy, error) => {
    const truth = knownTruth(name, 1);
    expect(Math.abs((truth.entropy() as number) - entropy)).toBeLessThan(2e-5);
    expect(Math.abs(truth.meanSquaredError() - error)).toBeLessThan(0.0075);
  });

  it('goes on for wide noise, where many turns of the spiral share an input', () => {
    // By the same formula with 20 points a panel and panels a third as fine.
    expect(knownTruth('spiral', 5).entropy()).toBeCloseTo(2.53328, 4);
  });

  // The tolerances are about three standard errors of so many inputs.
  it.each([
    ['sine', 0.564, 0.001, 20],
    ['inverted', 2.655, 0.12, 300],
    ['spiral', 3.143, 0.22, 400],
  ] as const)('%s has least CRPS %d', (name, best, tolerance, count) => {
    expect(Math.abs(meanCrps(name, count) - best)).toBeLessThan(tolerance);
  });
});

describe.each(KNOWN.map((name) => ({ name })))('the truth of $name', ({ name }) => {
  it.each(NOISES)('has the entropy and error of fresh data, noise %d', (noise) => {
    const truth = knownTruth(name, noise);
    const count = 3000;
    const { x, y } = fresh(name, noise, count);
    const surprises = y.map((target, i) => -at(name, noise, x[i]!).logDensity!(target));
    const errors = y.map((target, i) => (target - at(name, noise, x[i]!).mean) ** 2);
    for (const [values, expected] of [
      [surprises, truth.entropy() as number],
      [errors, truth.meanSquaredError()],
    ] as const) {
      const mean = values.reduce((sum, value) => sum + value, 0) / count;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
      expect(Math.abs(mean - expected)).toBeLessThan(3.5 * Math.sqrt(variance / count));
    }
  });

  it.each(NOISES)('makes fresh data uniform by its cdf, noise %d', (noise) => {
    const { x, y } = fresh(name, noise, 1000);
    const ofData = y.map((target, i) => at(name, noise, x[i]!).cdf(target));
    // 1.95 is exceeded once in a thousand seeds.
    expect(kolmogorovSmirnov(ofData)).toBeLessThan(1.95);
  });

  it('has a cdf that rises from 0 to 1, and whose moments are its own', () => {
    for (const noise of [0.3, 2]) {
      const [low, high] = knownTruth(name, noise).support;
      for (let i = 1; i < 20; i++) {
        const conditional = at(name, noise, low + ((high - low) * i) / 20);
        const { cdf, mean, variance } = conditional;
        expect(cdf(-40)).toBeCloseTo(0, 12);
        expect(cdf(40)).toBeCloseTo(1, 12);
        let before = 0;
        for (let y = -RANGE; y <= RANGE; y += 0.1) {
          // Pieces of a quadrature may be out of order by its own error.
          expect(cdf(y)).toBeGreaterThanOrEqual(before - 1e-8);
          before = cdf(y);
        }
        // E Y = 40 − ∫ F, E Y² = 40² − ∫ 2yF, by parts over (−40, 40).
        expect(40 - integral(cdf, -40, 40, 2000)).toBeCloseTo(mean, 2);
        const square = 1600 - integral((y) => 2 * y * cdf(y), -40, 40, 2000);
        expect(square - mean * mean).toBeCloseTo(variance, 0);
      }
    }
  });

  it('has a density that integrates to what its cdf says', () => {
    const rough = ROUGH.includes(name);
    const { far, middle } = SMALL[name] ?? { far: 40, middle: 1.5 };
    for (const noise of [0.1, 1, 4]) {
      for (const share of [0.2, 0.45, 0.7]) {
        const conditional = at(name, noise, along(name, noise, share));
        const density = (y: number) => exp(conditional.logDensity!(y));
        expect(integral(density, -far, far, 16000)).toBeCloseTo(1, rough ? 1 : 4);
        const lower = integral(density, -far, middle, 8000);
        expect(lower).toBeCloseTo(conditional.cdf(middle), rough ? 1 : 3);
      }
    }
  });

  it('is undefined where no data can be', () => {
    for (const noise of [0, 1]) {
      const truth = knownTruth(name, noise);
      const [low, high] = truth.support;
      for (const x of [low - 1e-6, high + 1e-6, Number.NaN]) expect(truth.at(x)).toBeNull();
      expect(truth.at(0.5 * (low + high))).not.toBeNull();
    }
  });

  it('has no density and no bound without noise, but the moments of small noise', () => {
    const truth = knownTruth(name, 0);
    expect(truth.entropy()).toBeNull();
    const x = along(name, 0, 0.57);
    const { mean, variance, cdf, logDensity } = at(name, 0, x);
    const near = at(name, 1e-5, x);
    expect(logDensity).toBeNull();
    expect(mean).toBeCloseTo(near.mean, 3);
    expect(variance).toBeCloseTo(near.variance, 2);
    expect(cdf(1.234)).toBeCloseTo(near.cdf(1.234), 3);
    expect(truth.meanSquaredError()).toBeCloseTo(knownTruth(name, 1e-4).meanSquaredError(), 1);
  });
});

describe('truthOf', () => {
  it('keeps what it has computed', () => {
    expect(truthOf('spiral', 0.7)).toBe(truthOf('spiral', 0.7));
    expect(() => truthOf('sine', -1)).toThrow(RangeError);
  });

  it('knows the curve of the noiseless sine data', () => {
    const { mean, variance } = at('sine', 0, 3);
    expect([mean, variance]).toEqual([sineCurve(3), 0]);
  });

  it('says that the target cannot be where it has no mass', () => {
    expect(at('inverted', 1, 0).logDensity!(15.001)).toBe(Number.NEGATIVE_INFINITY);
    expect(at('spiral', 1, 12).logDensity!(-9)).toBe(Number.NEGATIVE_INFINITY);
  });
});
