import type { Points } from './data/points.ts';
import { type Estimate, estimate } from './estimate.ts';
import { cdf } from './mixture.ts';
import { type Fitted, type Forward, mixturesAt, rawOutputs } from './model.ts';
import { highestDensityRank, profileOf } from './profile.ts';
import type { Range } from './range.ts';
import { cumulated, cumulatedBand, histogram, histogramBand } from './uniformity.ts';

/**
 * The most points that a model's calibration is judged on: enough to see a width that
 * is wrong by a tenth. Many more would find fault with every model there is.
 */
export const CALIBRATION_POINTS = 2000;

/** Points that are looked at at once, so that a call stays within a stint. */
const CHUNK = 20;

/** Bars of a histogram, and what each may count if the model is calibrated. */
export interface Bars {
  readonly counts: Int32Array;
  readonly band: Range;
}

/** How many of the PIT values are at most i/cells, for 0 < i < cells, and may be: [cells − 1] each. */
export interface Cumulated {
  readonly counts: Int32Array;
  readonly band: readonly Range[];
}

/** How many of the points lie in regions that are meant to hold a share `level`. */
export interface Coverage {
  readonly level: number;
  /** In the intervals that leave as much out below as above. */
  readonly central: Estimate;
  /** In the smallest regions that hold as much. */
  readonly highest: Estimate;
}

/**
 * Whether a model was as sure as it ought to be at optimizer step `step`: where points
 * lay in what it expected of them. A feed-forward network is taken as N(f(x), σ̂²) with
 * σ̂² its training MSE.
 */
export interface Calibration {
  readonly step: number;
  /** How many points it is of. */
  readonly count: number;
  /** The probability integral transforms P(Y ≤ y). */
  readonly pit: Bars;
  readonly cumulated: Cumulated;
  /** P(q(Y) ≥ q(y)); see `highestDensityRank`. */
  readonly ranks: Bars;
  /** By level, ascending. */
  readonly coverage: readonly Coverage[];
}

/** The levels at which coverage is looked at. */
export const LEVELS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;

/** A bar has so many points at least, on average. */
const LEAST_IN_BAR = 20;
const MOST = { bars: 20, cells: 100 } as const;

/** The share of values up to a level, with its binomial standard error. */
function shareUpTo(values: Float32Array, level: number): Estimate {
  return estimate(values.map((value) => (value <= level ? 1 : 0)));
}

/**
 * What is seen of a model at points, and what would be seen of one that is right.
 *
 * @param pit the probability integral transform of each point, [n]
 * @param ranks the highest-density rank of each, [n]
 */
export function calibrationOf(step: number, pit: Float32Array, ranks: Float32Array): Calibration {
  const count = pit.length;
  const bins = Math.max(2, Math.min(MOST.bars, Math.floor(count / LEAST_IN_BAR)));
  const cells = Math.max(2, Math.min(MOST.cells, count));
  const central = pit.map((value) => Math.abs(2 * value - 1));
  const barsOf = (values: Float32Array): Bars => ({
    counts: histogram(values, bins),
    band: histogramBand(count, bins),
  });
  return {
    step,
    count,
    pit: barsOf(pit),
    cumulated: { counts: cumulated(pit, cells), band: cumulatedBand(count, cells) },
    ranks: barsOf(ranks),
    coverage: LEVELS.map((level) => ({
      level,
      central: shareUpTo(central, level),
      highest: shareUpTo(ranks, level),
    })),
  };
}

/** Finds bit by bit where points lie in what a network expects of them. */
export class Calibrating {
  private readonly fitted: Fitted;
  private readonly step: number;
  private readonly points: Points;
  private readonly forward: Forward;
  private readonly pit: Float32Array;
  private readonly ranks: Float32Array;
  private done = 0;

  /**
   * @param step at which the network has these parameters
   * @param points of which the first `CALIBRATION_POINTS` are looked at
   */
  constructor(fitted: Fitted, step: number, points: Points, forward: Forward = rawOutputs) {
    const count = Math.min(CALIBRATION_POINTS, points.x.length);
    this.fitted = fitted;
    this.step = step;
    this.points = points;
    this.forward = forward;
    this.pit = new Float32Array(count);
    this.ranks = new Float32Array(count);
  }

  /** Looks at the next few points; the calibration once all are done. */
  advance(): Calibration | null {
    const { pit, ranks, points, done } = this;
    const to = Math.min(pit.length, done + CHUNK);
    mixturesAt(this.fitted, points.x.subarray(done, to), this.forward).forEach((mixture, i) => {
      const y = points.y[done + i]!;
      pit[done + i] = cdf(mixture, y);
      ranks[done + i] = highestDensityRank(profileOf(mixture), y);
    });
    this.done = to;
    return to < pit.length ? null : calibrationOf(this.step, pit, ranks);
  }
}

/** How many bars lie outside of their band. */
export function barsOutside({ counts, band }: Bars): number {
  return counts.reduce((sum, own) => sum + (own < band[0] || own > band[1] ? 1 : 0), 0);
}

/** The place at which a curve is farthest beyond its band, by its index; null where it lies within. */
export function farthestOutside({ counts, band }: Cumulated): number | null {
  let [farthest, most] = [-1, 0];
  counts.forEach((own, i) => {
    const beyond = Math.max(own - band[i]![1], band[i]![0] - own);
    if (beyond > most) [farthest, most] = [i, beyond];
  });
  return farthest < 0 ? null : farthest;
}

/** How many of the points lie in the smallest regions that are meant to hold a share `level`. */
export interface Miss {
  readonly level: number;
  readonly held: number;
}

/** What is wrong with a model's certainty, as far as the points can tell. */
export type Verdict =
  | { readonly kind: 'calibrated' }
  /** Regions hold too few points, and none too many; the level that misses most surely. */
  | ({ readonly kind: 'overconfident' } & Miss)
  /** Regions hold too many points, and none too few. */
  | ({ readonly kind: 'underconfident' } & Miss)
  /** Some hold too many and some too few, as where the shape of the density is wrong. */
  | { readonly kind: 'uneven'; readonly more: Miss; readonly fewer: Miss }
  /** Regions hold what they are meant to, and still a band is left. */
  | { readonly kind: 'elsewhere' };

/** Standard errors by which a coverage has to miss before it is called wrong. */
const CERTAIN = 3;

/**
 * What a calibration says in a word: nothing against the model where all lies within its
 * bands, as at least `JOINT_LEVEL` of the samples from a calibrated model do; too sure or
 * too unsure of itself where its smallest regions hold fewer or more points than they are
 * meant to, at whatever level; otherwise the probability lies elsewhere than the points.
 */
export function verdictOf({ pit, cumulated, ranks, coverage }: Calibration): Verdict {
  const within =
    barsOutside(pit) === 0 && barsOutside(ranks) === 0 && farthestOutside(cumulated) === null;
  if (within) return { kind: 'calibrated' };
  const misses = coverage.map(({ level, highest: { mean, count } }) => {
    const error = Math.sqrt((level * (1 - level)) / count);
    return { level, held: mean, errors: (mean - level) / error };
  });
  const fewest = misses.reduce((a, b) => (b.errors < a.errors ? b : a));
  const most = misses.reduce((a, b) => (b.errors > a.errors ? b : a));
  const told = ({ level, held }: Miss): Miss => ({ level, held });
  const fewer = fewest.errors < -CERTAIN ? told(fewest) : null;
  const more = most.errors > CERTAIN ? told(most) : null;
  if (fewer && more) return { kind: 'uneven', more, fewer };
  if (fewer) return { kind: 'overconfident', ...fewer };
  return more ? { kind: 'underconfident', ...more } : { kind: 'elsewhere' };
}
