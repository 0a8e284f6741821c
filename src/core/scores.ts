import type { Points } from './data/points.ts';
import { IDENTITY, type Scale } from './data/standardise.ts';
import {
  cdf,
  crps as crpsOf,
  emptyMixture,
  gaussian,
  logDensity,
  type Mixture,
  mean,
  mixtureOf,
  pruned,
} from './mixture.ts';
import { type Network, outputCount } from './network.ts';
import { highestDensityRank } from './regions.ts';
import type { Truth } from './truth/truth.ts';

/**
 * Scores of forecasts against points, all in the target's own unit. They take
 * one pass over all points for what is cheap (log density, PIT, mean) and an
 * evenly thinned subset for what is not (CRPS, highest-density ranks).
 */
export interface Forecasts {
  /** How many there are. */
  readonly count: number;
  /** Forecast `row`; the next call may overwrite it. */
  at(row: number): Mixture;
}

/** A mean over points, and how far chance may have moved it. */
export interface Estimate {
  readonly mean: number;
  /** Sample standard deviation / √count; NaN for fewer than two points. */
  readonly standardError: number;
  readonly count: number;
}

export function forecastsFrom(mixtures: readonly Mixture[]): Forecasts {
  return { count: mixtures.length, at: (row) => mixtures[row] as Mixture };
}

/**
 * The forecasts in a network's raw outputs; no mixture is made for a row, one
 * is used for all.
 *
 * @param raw row-major [n][outputs], in the unit that the network is trained in
 * @param scale how the target was standardised, if it was
 * @param deviation for a feed-forward network (components 0), which is scored
 *   as N(f(x), σ̂²): σ̂, the root of its mean squared error in training, in the
 *   same unit as `raw`
 * @throws RangeError if `raw` is no whole number of rows, or a feed-forward
 *   network comes without a deviation above 0
 */
export function forecastsOf(
  network: Pick<Network, 'components' | 'varianceFloor'>,
  raw: ArrayLike<number>,
  scale: Scale = IDENTITY,
  deviation = Number.NaN,
): Forecasts {
  const count = raw.length / outputCount(network);
  if (!Number.isInteger(count)) throw new RangeError(`${raw.length} raw outputs are no whole rows`);
  if (network.components > 0) {
    const scratch = emptyMixture(network.components);
    return { count, at: (row) => mixtureOf(network, raw, row, scale, scratch) };
  }
  if (!(deviation > 0)) throw new RangeError('A feed-forward network is scored with a deviation');
  const scratch = gaussian(0, scale.factor * deviation);
  return {
    count,
    at(row) {
      scratch.means[0] = scale.offset + scale.factor * raw[row]!;
      return scratch;
    },
  };
}

export function estimate(values: ArrayLike<number>): Estimate {
  const count = values.length;
  let total = 0;
  for (let i = 0; i < count; i++) total += values[i]!;
  const average = total / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (values[i]! - average) ** 2;
  const standardError = count > 1 ? Math.sqrt(squares / (count - 1) / count) : Number.NaN;
  return { mean: average, standardError, count };
}

/** What every point says about its forecast, [n] each. */
export interface PointScores {
  /** log q(y), in nats. */
  readonly logDensity: Float64Array;
  /** The probability integral transform, P(Y ≤ y); uniform if calibrated. */
  readonly pit: Float64Array;
  /** (y − E Y)². */
  readonly squaredError: Float64Array;
}

/** @param y targets, [n], as many as forecasts; RangeError if not */
export function pointScores(forecasts: Forecasts, y: ArrayLike<number>): PointScores {
  const n = checkedCount(forecasts, y);
  const result = {
    logDensity: new Float64Array(n),
    pit: new Float64Array(n),
    squaredError: new Float64Array(n),
  };
  for (let i = 0; i < n; i++) {
    const mixture = forecasts.at(i);
    const target = y[i]!;
    result.logDensity[i] = logDensity(mixture, target);
    result.pit[i] = cdf(mixture, target);
    result.squaredError[i] = (target - mean(mixture)) ** 2;
  }
  return result;
}

/** The mean negative log likelihood, in nats. */
export function nll(logDensities: Float64Array): Estimate {
  return estimate(logDensities.map((value) => -value));
}

/**
 * The mean of log p_true − log q over the same points: on fresh data an unbiased
 * estimate of the expected Kullback–Leibler divergence. Its standard error is
 * that of the differences, which is smaller than that of either NLL.
 *
 * Points at which the truth's log density is not finite are left out, as
 * `count` shows: such as the spiral's very start, where it is infinite. Null if
 * the data have no density (noise 0) or no point is left.
 */
export function excessNll(
  logDensities: Float64Array,
  truth: Truth,
  { x, y }: Points,
): Estimate | null {
  const differences: number[] = [];
  logDensities.forEach((own, i) => {
    const best = truth.at(x[i]!)?.logDensity?.(y[i]!);
    if (best !== undefined && Number.isFinite(best)) differences.push(best - own);
  });
  return differences.length === 0 ? null : estimate(differences);
}

/** Components lighter than this are left out of the slow scores; see `pruned`. */
const LIGHT = 1e-6;

/** At most `limit` of n rows, evenly spread; all of them if n is not above. */
function* thinned(n: number, limit: number): Generator<number> {
  const taken = Math.min(n, limit);
  for (let i = 0; i < taken; i++) yield Math.floor((i * n) / taken);
}

function slowScore(
  forecasts: Forecasts,
  y: ArrayLike<number>,
  limit: number,
  score: (mixture: Mixture, y: number) => number,
): Float64Array {
  const rows = [...thinned(checkedCount(forecasts, y), limit)];
  return Float64Array.from(rows, (row) => score(pruned(forecasts.at(row), LIGHT), y[row]!));
}

/**
 * The mean continuous ranked probability score, in the target's unit.
 *
 * @param limit a point costs K² terms, so that at most so many are taken,
 *   evenly spread; components lighter than 1e−6 are left out
 */
export function crps(forecasts: Forecasts, y: ArrayLike<number>, limit = 2000): Estimate {
  return estimate(pointCrps(forecasts, y, limit));
}

/** The continuous ranked probability score of each point taken; see `crps`. */
export function pointCrps(forecasts: Forecasts, y: ArrayLike<number>, limit = 2000): Float64Array {
  return slowScore(forecasts, y, limit, crpsOf);
}

/**
 * The highest-density rank P(q(Y′) ≥ q(y)) of at most `limit` points, evenly
 * spread; uniform if calibrated, also where the density has several modes.
 */
export function highestDensityRanks(
  forecasts: Forecasts,
  y: ArrayLike<number>,
  limit = 500,
): Float64Array {
  return slowScore(forecasts, y, limit, highestDensityRank);
}

/** The share of points in regions of probability `level`, which it should be. */
export interface Coverage extends Estimate {
  readonly level: number;
}

/** How many points lie in their central intervals, from their PIT values. */
export function centralCoverage(pit: Float64Array, levels: readonly number[]): Coverage[] {
  return coverage(
    pit.map((u) => Math.abs(2 * u - 1)),
    levels,
  );
}

/** How many points lie in their highest-density regions, from their ranks. */
export function highestDensityCoverage(ranks: Float64Array, levels: readonly number[]): Coverage[] {
  return coverage(ranks, levels);
}

function coverage(ranks: Float64Array, levels: readonly number[]): Coverage[] {
  return levels.map((level) => ({ level, ...estimate(ranks.map((r) => (r <= level ? 1 : 0))) }));
}

function checkedCount(forecasts: Forecasts, y: ArrayLike<number>): number {
  if (forecasts.count === y.length) return y.length;
  throw new RangeError(`${forecasts.count} forecasts for ${y.length} targets`);
}
