import { hasDensity, type Mixture, pruned } from './mixture.ts';
import type { MixtureGrid } from './predictions.ts';
import type { Range } from './range.ts';

/**
 * A density as a polygon: its values at points dense enough to draw it, and to
 * read peaks and regions off to within a hundredth. `answers.ts` has the exact
 * modes; here a column of a live figure costs 20 µs instead of milliseconds.
 */
export interface Profile {
  /** Targets, ascending. */
  readonly y: Float64Array;
  /** q(y), per unit of the target. */
  readonly density: Float64Array;
}

/**
 * Where the polygon has corners, in deviations from every mean: close where the
 * density bends, and out to where it is nothing, so that a gap holds no mass.
 */
function cornersApart(spacing: number): readonly number[] {
  const bent = Array.from({ length: 1 + Math.round(8 / spacing) }, (_, i) => spacing * i - 4);
  return [-6, -5, -4.5, ...bent, 4.5, 5, 6];
}

/** How far corners are apart, in deviations: to read numbers off, and to look at closely. */
const SPACING = { read: 0.25, seen: 0.1 } as const;
const CORNERS = { read: cornersApart(SPACING.read), seen: cornersApart(SPACING.seen) } as const;
/** Corners closer than this share of the spacing about the narrowest component are one. */
const CLOSE = 0.48;
/** Beyond so many deviations a Gaussian is nothing. */
const FARTHEST = 6.01;
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

const EMPTY: Profile = { y: new Float64Array(0), density: new Float64Array(0) };

/** The mixture in one row of a grid, with all its components; null while a deviation is unknown. */
export function gridMixture(grid: MixtureGrid, row: number): Mixture | null {
  const [from, to] = [row * grid.components, (row + 1) * grid.components];
  const part = (values: Float32Array) => Float64Array.from(values.subarray(from, to));
  const mixture = {
    weights: part(grid.weights),
    means: part(grid.means),
    deviations: part(grid.deviations),
  };
  return hasDensity(mixture) ? mixture : null;
}

function corners({ weights, means, deviations }: Mixture, use: keyof typeof CORNERS) {
  const all = new Float64Array(CORNERS[use].length * weights.length);
  let count = 0;
  let narrowest = Number.POSITIVE_INFINITY;
  for (let k = 0; k < weights.length; k++) {
    narrowest = Math.min(narrowest, deviations[k]!);
    for (const z of CORNERS[use]) all[count++] = means[k]! + z * deviations[k]!;
  }
  all.sort();
  let last = Number.NEGATIVE_INFINITY;
  let length = 0;
  for (const y of all) {
    if (y - last < CLOSE * SPACING[use] * narrowest) continue;
    last = y;
    all[length++] = y;
  }
  return all.slice(0, length);
}

/**
 * The polygon of a mixture, its lightest components left out; empty where a deviation is not known.
 *
 * @param use what it is for: a curve to be looked at has more corners
 */
export function profileOf(mixture: Mixture, use: keyof typeof CORNERS = 'read'): Profile {
  if (!hasDensity(mixture)) return EMPTY;
  const seen = pruned(mixture);
  const { weights, means, deviations } = seen;
  const y = corners(seen, use);
  const density = new Float64Array(y.length);
  for (let k = 0; k < weights.length; k++) {
    const deviation = deviations[k]!;
    const height = weights[k]! / (deviation * ROOT_TWO_PI);
    for (let i = 0; i < y.length; i++) {
      const z = (y[i]! - means[k]!) / deviation;
      if (z > FARTHEST) break;
      if (z > -FARTHEST) density[i]! += height * Math.exp(-0.5 * z * z);
    }
  }
  return { y, density };
}

/** A peak of the polygon. */
export interface Peak {
  /** In the target's unit, refined by the parabola through the three highest corners. */
  readonly y: number;
  /** The mass of its basin: from the minimum below it to the minimum above it. */
  readonly share: number;
}

/** The peaks of the polygon, ascending; their shares sum to 1. */
export function peaks({ y, density }: Profile): Peak[] {
  const found: { y: number; share: number }[] = [];
  let mass = 0;
  for (let i = 1; i < y.length; i++) {
    const [below, here, above] = [density[i - 1]!, density[i]!, density[i + 1] ?? 0];
    mass += 0.5 * (y[i]! - y[i - 1]!) * (below + here);
    const last = found.at(-1);
    // Until the next peak is found, all the mass below belongs to the last.
    if (here <= below && here < above && last) {
      last.share += mass;
      mass = 0;
    }
    if (!(here > below && here >= above)) continue;
    const [left, right] = [y[i]! - y[i - 1]!, (y[i + 1] ?? y[i]! + 1) - y[i]!];
    const [rise, fall] = [(here - below) / left, (here - above) / right];
    found.push({
      y: y[i]! + (0.5 * (rise * right - fall * left)) / (rise + fall),
      share: 0,
    });
  }
  const last = found.at(-1);
  if (last) last.share += mass;
  const total = found.reduce((sum, { share }) => sum + share, 0);
  return found.map(({ y, share }) => ({ y, share: share / total }));
}

/** The mass of the polygon above a level, and below it where it is above: the superlevel set's. */
function massAbove({ y, density }: Profile, level: number): number {
  let mass = 0;
  for (let i = 1; i < y.length; i++) {
    const [a, b] = [density[i - 1]!, density[i]!];
    const [low, high] = a < b ? [a, b] : [b, a];
    if (high < level) continue;
    const share = low >= level ? 1 : (high - level) / (high - low);
    mass += share * (y[i]! - y[i - 1]!) * 0.5 * (high + Math.max(low, level));
  }
  return mass;
}

/** {y: q(y) ≥ level}, ascending. */
function superlevelSet({ y, density }: Profile, level: number): Range[] {
  const result: Range[] = [];
  let low: number | null = null;
  const crossing = (i: number) => {
    const [a, b] = [density[i - 1]!, density[i]!];
    return y[i - 1]! + ((y[i]! - y[i - 1]!) * (level - a)) / (b - a);
  };
  for (let i = 0; i < y.length; i++) {
    const inside = density[i]! >= level;
    if (inside && low === null) low = i === 0 ? y[0]! : crossing(i);
    else if (!inside && low !== null) {
      result.push([low, crossing(i)]);
      low = null;
    }
  }
  if (low !== null) result.push([low, y.at(-1)!]);
  return result;
}

const BISECTIONS = 24;
/** Levels are looked for down to this share of the peak's: beside a collapsed σ a broad region is that low. */
const LOWEST = 1e-24;

/** The density at the edge of the smallest set that holds a share `p` of the polygon's mass. */
export function regionLevel(profile: Profile, p: number): number {
  const wanted = p * massAbove(profile, 0);
  const peak = profile.density.reduce((max, value) => Math.max(max, value), 0);
  // By ratios, so that the level is as sharp under a peak a million times as high.
  let low = LOWEST;
  let high = 1;
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = Math.sqrt(low * high);
    if (massAbove(profile, middle * peak) > wanted) low = middle;
    else high = middle;
  }
  return peak * Math.sqrt(low * high);
}

/** The smallest set that holds a share `p` of the polygon's mass: intervals, ascending. */
export function densestRegion(profile: Profile, p: number): Range[] {
  const level = regionLevel(profile, p);
  return level > 0 ? superlevelSet(profile, level) : [];
}

/**
 * P(q(Y′) ≥ q(y)) of a draw Y′ from the density itself: the probability of the
 * smallest region of highest density that y lies in, 0 at the highest peak and 1
 * where the density is nothing. Uniform over draws from it (Hyndman 1996, The American
 * Statistician 50:120); unlike P(Y′ ≤ y), it tells a gap between answers from an answer.
 *
 * @param y in the target's unit
 */
export function highestDensityRank(profile: Profile, y: number): number {
  const corners = profile.y;
  let [before, after] = [0, corners.length - 1];
  if (!(y > corners[before]! && y < corners[after]!)) return 1;
  while (after - before > 1) {
    const middle = (before + after) >> 1;
    if (corners[middle]! <= y) before = middle;
    else after = middle;
  }
  // The polygon's own height: only so are the ranks of its own draws uniform.
  const [a, b] = [profile.density[before]!, profile.density[after]!];
  const level = a + ((b - a) * (y - corners[before]!)) / (corners[after]! - corners[before]!);
  return Math.min(1, massAbove(profile, level) / massAbove(profile, 0));
}

/** The interval that leaves a share (1 − p)/2 of the polygon's mass out on either side. */
export function centralRegion({ y, density }: Profile, p: number): Range[] {
  const below = new Float64Array(y.length);
  for (let i = 1; i < y.length; i++) {
    below[i] = below[i - 1]! + 0.5 * (y[i]! - y[i - 1]!) * (density[i]! + density[i - 1]!);
  }
  const total = below.at(-1) ?? 0;
  if (!(total > 0)) return [];
  const quantile = (share: number) => {
    let i = 1;
    while (i < y.length - 1 && below[i]! < share * total) i++;
    const [from, to] = [below[i - 1]!, below[i]!];
    const at = to > from ? (share * total - from) / (to - from) : 0;
    return y[i - 1]! + at * (y[i]! - y[i - 1]!);
  };
  return [[quantile(0.5 * (1 - p)), quantile(0.5 * (1 + p))]];
}
