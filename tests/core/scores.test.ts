import { describe, expect, it } from 'vitest';
import { sine, sineCurve } from '../../src/core/datasets/sine.ts';
import { outputLoss } from '../../src/core/loss.ts';
import { crps as crpsOf, gaussian, mixtureOf, sample } from '../../src/core/mixture.ts';
import { randomStream } from '../../src/core/random.ts';
import {
  centralCoverage,
  crps,
  estimate,
  excessNll,
  forecastsFrom,
  forecastsOf,
  highestDensityCoverage,
  highestDensityRanks,
  nll,
  pointScores,
} from '../../src/core/scores.ts';
import { mixture } from '../helpers/mixtures.ts';
import { knownTruth } from '../helpers/truth.ts';

const LEVELS = [0.5, 0.9];
const fresh = sine.fresh(4000, 1, randomStream(1, 'fresh'));

/** N(f(x) + shift, deviation²) for every point of the sine data. */
function gaussians(shift: number, deviation: number) {
  return forecastsFrom(Array.from(fresh.x, (x) => gaussian(sineCurve(x) + shift, deviation)));
}

/** Arbitrary raw outputs, and the targets that the mixtures themselves draw. */
function drawn(components: number, count: number) {
  const random = randomStream(5, 'samples');
  const network = { components, varianceFloor: 0.01 };
  const raw = Float32Array.from({ length: 3 * components * count }, () => 2 * random.normal());
  const y = Float64Array.from({ length: count }, (_, row) =>
    sample(mixtureOf(network, raw, row), random),
  );
  return { network, raw, y };
}

describe('forecasts from raw outputs', () => {
  const { network, raw, y } = drawn(4, 50);

  it('score the loss of the network', () => {
    const { logDensity } = pointScores(forecastsOf(network, raw), y);
    expect(nll(logDensity).mean).toBeCloseTo(outputLoss(network, raw, y), 12);
  });

  it('score the same as mixtures made one by one', () => {
    const scale = { offset: -2, factor: 3 };
    const one = forecastsOf(network, raw, scale);
    const other = forecastsFrom(Array.from(y.keys(), (row) => mixtureOf(network, raw, row, scale)));
    expect(pointScores(one, y)).toEqual(pointScores(other, y));
    expect(crps(one, y)).toEqual(crps(other, y));
  });

  it('of a feed-forward network are Gaussians about its outputs', () => {
    const feedForward = { components: 0, varianceFloor: 0 };
    const outputs = [1, 2, -1];
    const scale = { offset: 10, factor: 4 };
    const expected = forecastsFrom([gaussian(14, 2), gaussian(18, 2), gaussian(6, 2)]);
    const targets = [13, 19, 10];
    const found = pointScores(forecastsOf(feedForward, outputs, scale, 0.5), targets);
    expect(found).toEqual(pointScores(expected, targets));
    expect(Array.from(found.squaredError)).toEqual([1, 1, 16]);
    expect(() => forecastsOf(feedForward, outputs)).toThrow(RangeError);
  });

  it('must be whole rows, one for each target', () => {
    expect(() => forecastsOf(network, raw.subarray(1))).toThrow(RangeError);
    expect(() => pointScores(forecastsOf(network, raw), y.subarray(1))).toThrow(RangeError);
    expect(() => crps(forecastsOf(network, raw), y.subarray(1))).toThrow(RangeError);
  });
});

describe('excessNll', () => {
  const truth = knownTruth('sine', 1);

  it('is 0, without any error, for the truth itself', () => {
    const excess = excessNll(pointScores(gaussians(0, 1), fresh.y).logDensity, truth, fresh);
    expect(excess?.mean).toBeCloseTo(0, 12);
    expect(excess?.standardError).toBeCloseTo(0, 12);
  });

  it('estimates the Kullback–Leibler divergence within its standard error', () => {
    const excess = excessNll(pointScores(gaussians(0.3, 1.5), fresh.y).logDensity, truth, fresh);
    const divergence = Math.log(1.5) + (1 + 0.3 ** 2) / (2 * 1.5 ** 2) - 0.5;
    const { mean, standardError, count } = excess as NonNullable<typeof excess>;
    expect(count).toBe(4000);
    expect(Math.abs(mean - divergence)).toBeLessThan(3.5 * standardError);
    expect(standardError).toBeLessThan(0.01);
  });

  it('leaves out points at which the truth is undefined or infinite', () => {
    const points = { x: Float64Array.of(0, 99, 1), y: Float64Array.of(0, 0, 2) };
    expect(excessNll(Float64Array.of(-1, -1, -1), truth, points)?.count).toBe(2);
    const start = { x: Float64Array.of(0.5), y: Float64Array.of(0) };
    expect(knownTruth('spiral', 1).at(0.5)?.logDensity?.(0)).toBe(Number.POSITIVE_INFINITY);
    expect(excessNll(Float64Array.of(-1), knownTruth('spiral', 1), start)).toBeNull();
  });

  it('is null for data without noise', () => {
    expect(excessNll(new Float64Array(4000), knownTruth('sine', 0), fresh)).toBeNull();
  });
});

describe('estimate', () => {
  it('is the mean with its standard error', () => {
    expect(estimate([1, 2, 3, 6])).toEqual({
      mean: 3,
      standardError: Math.sqrt(14 / 3 / 4),
      count: 4,
    });
    expect(estimate([1]).standardError).toBeNaN();
  });
});

describe('calibration', () => {
  it('of forecasts that the targets are drawn from is right', () => {
    const { network, raw, y } = drawn(5, 1500);
    const forecasts = forecastsOf(network, raw);
    const { pit } = pointScores(forecasts, y);
    const ranks = highestDensityRanks(forecasts, y);
    expect(ranks).toHaveLength(500);
    for (const { level, mean, standardError } of [
      ...centralCoverage(pit, LEVELS),
      ...highestDensityCoverage(ranks, LEVELS),
    ]) {
      expect(Math.abs(mean - level)).toBeLessThan(3.5 * standardError);
    }
  });

  it('of forecasts too narrow shows in both coverages', () => {
    const forecasts = gaussians(0, 0.5);
    const { pit } = pointScores(forecasts, fresh.y);
    // P(|Z| < 1.645 / 2) = 0.589.
    expect(centralCoverage(pit, [0.9])[0]?.mean).toBeCloseTo(0.589, 1);
    const ranks = highestDensityRanks(forecasts, fresh.y, 1000);
    expect(highestDensityCoverage(ranks, [0.9])[0]?.mean).toBeCloseTo(0.589, 1);
  });

  it('by central intervals misses a gap between modes that ranks find', () => {
    const modes = mixture([
      [1, -3, 0.5],
      [1, 3, 0.5],
    ]);
    const forecasts = forecastsFrom([modes]);
    const { pit } = pointScores(forecasts, [0]);
    expect(centralCoverage(pit, [0.5])[0]?.mean).toBe(1);
    expect(highestDensityCoverage(highestDensityRanks(forecasts, [0]), [0.99])[0]?.mean).toBe(0);
  });
});

describe('crps', () => {
  it('takes an even share of the points', () => {
    const { network, raw, y } = drawn(3, 100);
    const rows = [0, 25, 50, 75];
    const expected = rows.map((row) => crpsOf(mixtureOf(network, raw, row), y[row] as number));
    expect(crps(forecastsOf(network, raw), y, 4).mean).toBeCloseTo(estimate(expected).mean, 6);
  });

  it('of the sine data is least for the truth, 0.564', () => {
    const best = crps(gaussians(0, 1), fresh.y, 4000);
    expect(Math.abs(best.mean - 0.5642)).toBeLessThan(3.5 * best.standardError);
    expect(crps(gaussians(0.5, 1), fresh.y, 4000).mean).toBeGreaterThan(best.mean);
    expect(crps(gaussians(0, 2), fresh.y, 4000).mean).toBeGreaterThan(best.mean);
  });
});

it('scores 5 000 points of 100 components without delay', () => {
  const count = 5000;
  const network = { components: 100, varianceFloor: 0 };
  const raw = new Float32Array(300 * count).map((_, i) => ((i * 7919) % 1000) / 250 - 2);
  const begin = process.cpuUsage();
  const { pit } = pointScores(forecastsOf(network, raw), new Float64Array(count));
  // Processor time, which other processes do not add to; about 0.2 s.
  const { user, system } = process.cpuUsage(begin);
  expect((user + system) / 1e6).toBeLessThan(1);
  expect(pit).toHaveLength(count);
}, 30_000);
