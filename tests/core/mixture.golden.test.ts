import { describe, expect, it } from 'vitest';
import {
  cdf,
  crps,
  density,
  logDensity,
  type Mixture,
  mean,
  variance,
} from '../../src/core/mixture.ts';
import { goldenMixtures, relativeError } from '../helpers/golden.ts';
import { modes } from '../helpers/mixtures.ts';
import { quantile } from '../helpers/regions.ts';

const TOLERANCE = 1e-8;

describe.each(goldenMixtures().map((golden, i) => ({ ...golden, i })))('mixture $i', (golden) => {
  const mixture: Mixture = {
    weights: Float64Array.from(golden.pi),
    means: Float64Array.from(golden.mu),
    deviations: Float64Array.from(golden.variance, Math.sqrt),
  };
  const at = (f: (mixture: Mixture, y: number) => number) => golden.y.map((y) => f(mixture, y));

  it('has the reference densities, distribution function and scores', () => {
    expect(relativeError(at(density), golden.pdf)).toBeLessThan(TOLERANCE);
    expect(relativeError(at(logDensity), golden.logPdf)).toBeLessThan(TOLERANCE);
    expect(relativeError(at(cdf), golden.cdf)).toBeLessThan(TOLERANCE);
    expect(relativeError(at(crps), golden.crps)).toBeLessThan(TOLERANCE);
  });

  it('has the reference mean, variance and quantiles', () => {
    expect(relativeError([mean(mixture)], [golden.mean])).toBeLessThan(TOLERANCE);
    expect(relativeError([variance(mixture)], [golden.mixtureVariance])).toBeLessThan(TOLERANCE);
    const quantiles = golden.quantiles.p.map((p) => quantile(mixture, p));
    expect(relativeError(quantiles, golden.quantiles.y)).toBeLessThan(TOLERANCE);
  });

  it('has the reference modes', () => {
    const found = modes(mixture).map(({ y }) => y);
    const ascending = (values: number[]) => values.toSorted((a, b) => a - b);
    expect(relativeError(ascending(found), ascending(golden.modes))).toBeLessThan(1e-6);
  });
});
