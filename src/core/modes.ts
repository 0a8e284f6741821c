import { exp } from './math.ts';
import { density, type Mixture } from './mixture.ts';
import { root } from './roots.ts';

/** A point at which a mixture's density stands still. */
export interface StationaryPoint {
  /** In the target's unit. */
  readonly y: number;
  readonly kind: 'maximum' | 'minimum';
}

/** A peak of a density. */
export interface Mode {
  /** In the target's unit. */
  readonly y: number;
  /** q(y), per unit of the target. */
  readonly density: number;
}

/**
 * Where the slope is probed, in deviations from each mean. At a mode q'' ≤ 0,
 * and a component's second derivative is negative only within one deviation of
 * its mean, so every mode lies within one deviation of some mean. The probes
 * between are there to tell a broad component's peak from narrow ones on it:
 * such a peak may have no mean anywhere in its basin, so that hill climbing
 * from the means would miss it.
 */
const PROBES = [-3, -2, -1.5, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3] as const;

/** A slope smaller than this share of its terms is rounding. */
const NOISE = 1e-14;

/**
 * q'(y) up to a positive constant; exactly 0 where rounding decides its sign.
 */
function slope({ weights, means, deviations }: Mixture, y: number): number {
  let total = 0;
  let size = 0;
  for (let k = 0; k < weights.length; k++) {
    const deviation = deviations[k] as number;
    const z = ((means[k] as number) - y) / deviation;
    if (z > 39 || z < -39) continue;
    const term = ((weights[k] as number) / deviation / deviation) * z * exp(-0.5 * z * z);
    total += term;
    size += Math.abs(term);
  }
  return Math.abs(total) <= NOISE * size ? 0 : total;
}

/** Closer than this share of the narrowest deviation, the density does not turn twice. */
const CLOSE = 0.1;

/** The probes of all components that have weight, ascending, thinned where they crowd. */
function probes({ weights, means, deviations }: Mixture): Float64Array {
  const all = new Float64Array(PROBES.length * weights.length);
  let count = 0;
  let narrowest = Number.POSITIVE_INFINITY;
  for (let k = 0; k < weights.length; k++) {
    if (!((weights[k] as number) > 0)) continue;
    const deviation = deviations[k] as number;
    narrowest = Math.min(narrowest, deviation);
    for (const z of PROBES) all[count++] = (means[k] as number) + z * deviation;
  }
  const sorted = all.subarray(0, count).sort();
  let last = Number.NEGATIVE_INFINITY;
  return sorted.filter((y, i) => {
    // The outermost ones stay: from them the slope leads to the first and last mode.
    if (i < count - 1 && y - last < CLOSE * narrowest) return false;
    last = y;
    return true;
  });
}

/**
 * The maxima and minima of the density, ascending in y; they alternate,
 * beginning and ending with a maximum. At most 2K − 1 (in one dimension a
 * mixture has no more modes than components).
 */
export function stationaryPoints(mixture: Mixture): StationaryPoint[] {
  const result: StationaryPoint[] = [];
  let before = Number.NaN;
  let slopeBefore = 0;
  for (const y of probes(mixture)) {
    const here = slope(mixture, y);
    if (here === 0) continue;
    if (slopeBefore !== 0 && here > 0 !== slopeBefore > 0) {
      result.push({
        y: root((at) => slope(mixture, at), before, y, 0, slopeBefore, here),
        kind: here < 0 ? 'maximum' : 'minimum',
      });
    }
    before = y;
    slopeBefore = here;
  }
  return result;
}

/** The modes of the mixture, highest density first. */
export function modes(mixture: Mixture): Mode[] {
  return stationaryPoints(mixture)
    .filter(({ kind }) => kind === 'maximum')
    .map(({ y }) => ({ y, density: density(mixture, y) }))
    .sort((a, b) => b.density - a.density || a.y - b.y);
}
