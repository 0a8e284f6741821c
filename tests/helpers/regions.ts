import { cdf, logDensity, type Mixture } from '../../src/core/mixture.ts';
import type { Range } from '../../src/core/range.ts';
import { root } from '../../src/core/roots.ts';
import { type StationaryPoint, stationaryPoints } from '../../src/core/stationaryPoints.ts';

/** Exact quantiles and regions of mixtures, which what the figures draw is held to. */

/** Beyond 39 deviations a Gaussian's tail is below the smallest float64. */
const FARTHEST = 39;

/**
 * The y at which P(Y ≤ y) = p. It is found to the last few digits of p, so a
 * quantile in a gap that holds no mass is not sharper than that.
 *
 * @param p from 0 (−∞) to 1 (∞)
 * @throws RangeError if p is outside
 */
export function quantile(mixture: Mixture, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`No quantile at ${p}`);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  mixture.weights.forEach((weight, k) => {
    if (!(weight > 0)) return;
    low = Math.min(low, mixture.means[k]! - FARTHEST * mixture.deviations[k]!);
    high = Math.max(high, mixture.means[k]! + FARTHEST * mixture.deviations[k]!);
  });
  return root((y) => cdf(mixture, y) - p, low, high, 0, -p, 1 - p);
}

function checkProbability(p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`No region of probability ${p}`);
}

/**
 * The interval that leaves (1 − p)/2 out on either side. With several modes it
 * may hold mostly empty space.
 *
 * @throws RangeError unless 0 < p < 1
 */
export function centralInterval(mixture: Mixture, p: number): Range {
  checkProbability(p);
  return [quantile(mixture, (1 - p) / 2), quantile(mixture, (1 + p) / 2)];
}

/** Crossings are found to this share of the narrowest deviation. */
const SHARPNESS = 1e-10;

interface Profile {
  readonly mixture: Mixture;
  readonly points: readonly (StationaryPoint & { readonly logDensity: number })[];
  readonly tolerance: number;
}

function profileOf(mixture: Mixture): Profile {
  const points = stationaryPoints(mixture).map((point) => ({
    ...point,
    logDensity: logDensity(mixture, point.y),
  }));
  let narrowest = Number.POSITIVE_INFINITY;
  for (const deviation of mixture.deviations) narrowest = Math.min(narrowest, deviation);
  return { mixture, points, tolerance: SHARPNESS * narrowest };
}

/** A point outside all stationary ones, in direction ±1, at which log q < level. */
function beyond({ mixture, points }: Profile, direction: 1 | -1, level: number): number {
  const start = points.at(direction === 1 ? -1 : 0)!.y;
  let step = 0;
  for (const deviation of mixture.deviations) step = Math.max(step, deviation);
  while (logDensity(mixture, start + direction * step) >= level) step *= 2;
  return start + direction * step;
}

/** {y: log q(y) ≥ level}: between stationary points q is monotone, so one crossing each. */
function superlevelSet(profile: Profile, level: number): Range[] {
  const { mixture, points, tolerance } = profile;
  const crossing = (a: number, b: number) =>
    root((y) => logDensity(mixture, y) - level, a, b, tolerance);
  const result: Range[] = [];
  let low: number | undefined;
  points.forEach((point, i) => {
    if (point.logDensity < level) return;
    const before = points[i - 1];
    const after = points[i + 1];
    if (!before) low = crossing(beyond(profile, -1, level), point.y);
    else if (before.logDensity < level) low = crossing(before.y, point.y);
    if (after && after.logDensity >= level) return;
    const end = after ? after.y : beyond(profile, 1, level);
    result.push([low!, crossing(point.y, end)]);
  });
  return result;
}

function mass(mixture: Mixture, intervals: readonly Range[]): number {
  return intervals.reduce((sum, [low, high]) => sum + cdf(mixture, high) - cdf(mixture, low), 0);
}

/**
 * The smallest set that holds probability p, {y: q(y) ≥ level}: intervals,
 * ascending and apart, one or more modes in each.
 *
 * @throws RangeError unless 0 < p < 1
 */
export function highestDensityRegion(mixture: Mixture, p: number): Range[] {
  checkProbability(p);
  const profile = profileOf(mixture);
  const excess = (level: number) => mass(mixture, superlevelSet(profile, level)) - p;
  let high = Number.NEGATIVE_INFINITY;
  for (const point of profile.points) high = Math.max(high, point.logDensity);
  let step = 1;
  let low = high - step;
  let atLow = excess(low);
  let atHigh = -p;
  while (atLow < 0 && step < 1e6) {
    [high, atHigh] = [low, atLow];
    step *= 2;
    low -= step;
    atLow = excess(low);
  }
  return superlevelSet(profile, root(excess, low, high, 1e-10, atLow, atHigh));
}
