import { exp } from './math.ts';
import type { Mixture } from './mixture.ts';
import { root } from './roots.ts';

/** A point at which a mixture's density stands still. */
export interface StationaryPoint {
  /** In the target's unit. */
  readonly y: number;
  readonly kind: 'maximum' | 'minimum';
}

/**
 * Where the slope is first probed, in deviations from each mean; between two
 * probes it is refined for as long as it could turn there unseen.
 */
const PROBES = [-3, -1.5, -1, -0.5, -0.25, 0, 0.25, 0.5, 1, 1.5, 3] as const;

/** A slope smaller than this share of its terms is rounding. */
const NOISE = 1e-14;

/**
 * q'(y) up to a positive constant; exactly 0 where rounding decides its sign.
 */
function slope({ weights, means, deviations }: Mixture, y: number): number {
  let total = 0;
  let size = 0;
  for (let k = 0; k < weights.length; k++) {
    const deviation = deviations[k]!;
    const z = (means[k]! - y) / deviation;
    if (z > 39 || z < -39) continue;
    const term = (weights[k]! / deviation / deviation) * z * exp(-0.5 * z * z);
    total += term;
    size += Math.abs(term);
  }
  return Math.abs(total) <= NOISE * size ? 0 : total;
}

/**
 * A bound on |q''| between two points, up to the constant of `slope`. With
 * z = (y − μ)/σ, |z² − 1| exp(−z²/2) is at most 1; from |z| = 1 on at most its
 * value at √3, and from there on it falls.
 */
function curvatureBound({ weights, means, deviations }: Mixture, low: number, high: number) {
  let bound = 0;
  for (let k = 0; k < weights.length; k++) {
    const mean = means[k]!;
    const deviation = deviations[k]!;
    const z = Math.max(low - mean, mean - high, 0) / deviation;
    const most =
      z < 1
        ? 1
        : z < SQRT_3
          ? 2 * EXP_MINUS_3_HALVES
          : z > 39
            ? 0
            : (z * z - 1) * exp(-0.5 * z * z);
    bound += (weights[k]! / deviation / deviation / deviation) * most;
  }
  return bound;
}

const SQRT_3 = Math.sqrt(3);
const EXP_MINUS_3_HALVES = exp(-1.5);

/** Turns closer together than this share of the narrowest deviation are not told apart. */
const CLOSE = 0.03;

/** Points y, ascending, with the slopes there. */
type Slopes = [y: number, slope: number][];

/**
 * The slopes at probes so close that between two neighbours of one sign the
 * density cannot turn, or only within `CLOSE`.
 */
function refinedSlopes(mixture: Mixture): Slopes {
  const { weights, means, deviations } = mixture;
  const present = [...weights.keys()].filter((k) => weights[k]! > 0);
  const close = CLOSE * Math.min(...present.map((k) => deviations[k]!));
  const probes = present
    .flatMap((k) => PROBES.map((z) => means[k]! + z * deviations[k]!))
    .sort((a, b) => a - b);
  const result: Slopes = [];
  const refine = (low: number, slopeLow: number, high: number, slopeHigh: number) => {
    const width = high - low;
    // Rounding decides both: far from every component, or on a plateau.
    const lost = slopeLow === 0 && slopeHigh === 0;
    const middle = low + width / 2;
    // Where a deviation is below the spacing of numbers, there is nothing between.
    const between = low < middle && middle < high;
    if (width > close && between && !lost) {
      const oneSign = slopeLow > 0 === slopeHigh > 0 && slopeLow !== 0 && slopeHigh !== 0;
      // To turn in between, the slope would have to fall to 0 from either end.
      const reach = Math.abs(slopeLow) + Math.abs(slopeHigh);
      if (!oneSign || reach <= curvatureBound(mixture, low, high) * width) {
        const slopeMiddle = slope(mixture, middle);
        refine(low, slopeLow, middle, slopeMiddle);
        refine(middle, slopeMiddle, high, slopeHigh);
        return;
      }
    }
    result.push([high, slopeHigh]);
  };
  let [low, slopeLow] = [Number.NEGATIVE_INFINITY, 0];
  probes.forEach((y, i) => {
    // The outermost ones stay: from them the slope leads to the first and last mode.
    if (i < probes.length - 1 && y - low < close) return;
    const here = slope(mixture, y);
    if (i === 0) result.push([y, here]);
    else refine(low, slopeLow, y, here);
    [low, slopeLow] = [y, here];
  });
  return result;
}

/**
 * The maxima and minima of the density, ascending in y; they alternate,
 * beginning and ending with a maximum. Turns closer together than 0.03 of the
 * narrowest deviation may count as one: two equal components have two modes from
 * a distance of 2σ on, and they are told apart from 2.0001σ on. At most 2K − 1 (in one dimension a
 * mixture has no more modes than components).
 */
export function stationaryPoints(mixture: Mixture): StationaryPoint[] {
  const result: StationaryPoint[] = [];
  let before = Number.NaN;
  let slopeBefore = 0;
  for (const [y, here] of refinedSlopes(mixture)) {
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
