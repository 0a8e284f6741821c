import { IN_USE } from './componentColours.ts';
import { type Cure, changes } from './cures.ts';
import { dataSetOf } from './datasets/datasets.ts';
import type { Estimate } from './estimate.ts';
import { componentCount, type Experiment, stepsPerEpoch } from './experiment.ts';
import { lowest } from './lowest.ts';
import { HALF_LOG_2PI } from './math.ts';
import type { Measurements } from './measurements.ts';
import { type Best, bestAfter, isPlateau } from './plateau.ts';
import { rateOf } from './recipes.ts';
import { latestRate } from './schedule.ts';
import { trendOf } from './trend.ts';

/**
 * Why a run ends far above the best reachable though it has not diverged: what
 * can be measured of it in, what is found and what cures it out. What each
 * finding was made on, and what its cures reach, is in docs/diagnosis.md.
 */

/** A cause, with the numbers that speak for it. */
export type Cause =
  /** A penalty on the weights keeps them small. */
  | { readonly kind: 'decayed'; readonly decay: number }
  /** All of a few components are in use. */
  | { readonly kind: 'few'; readonly components: number }
  /** Most units of a hidden layer, counted from 1, give the same at every input. */
  | { readonly kind: 'idle'; readonly layer: number; readonly share: number }
  /** One or two components answer everything. */
  | { readonly kind: 'collapsed'; readonly inUse: number; readonly components: number }
  /** The test loss, and that of fresh points, have left the training loss behind. */
  | { readonly kind: 'memorised'; readonly train: number; readonly test: number }
  /** The test loss was much lower before. */
  | { readonly kind: 'lost'; readonly epoch: number; readonly least: number; readonly last: number }
  /** The rate is well above what is usual for such a network. */
  | { readonly kind: 'fast'; readonly rate: number; readonly usual: number }
  /** Inputs or targets are far from a standard deviation of 1. */
  | { readonly kind: 'raw'; readonly input: number; readonly target: number }
  /** A hidden layer has few units. */
  | { readonly kind: 'narrow'; readonly units: number }
  /** The test loss was still falling: by so much over so many epochs. */
  | { readonly kind: 'short'; readonly fall: number | null; readonly over: number }
  /** It has stopped falling, and nothing above says why. */
  | { readonly kind: 'stalled'; readonly over: number };

export type Finding = Cause & { readonly cures: readonly Cure[] };

export interface Diagnosis {
  /** How far above the best reachable, in the unit of the loss; null where no best is known. */
  readonly excess: Estimate | null;
  /** The likeliest cause first. */
  readonly findings: readonly Finding[];
}

/** Far: the fresh points have less than half of the density that the truth gives them, … */
const HALF = Math.LN2;
/** … and more than this share of what can be learned of them is missing. */
const MISSING = 1 / 3;
/** A layer of which this share is idle. */
const IDLE = 0.9;
/** A part of the excess that says where it comes from. */
const PART = 1 / 4;
/** A standard deviation that is further from 1 than this factor is a scale of its own. */
const SCALE = 3;
/** The latest half of the test losses, of which the second half is compared with the first. */
const LATEST = 0.5;
/** A fall of this share of the excess, over a quarter of the run, is worth waiting for. */
const WORTH = 0.02;
/** A run of fewer optimizer steps is short, however its loss went; the quick recipe's takes as many. */
const SHORT = 280;
/** A rate of so many times the usual one is fast; the quick recipe takes twice as much. */
const FAST = 3;
/** Weight decay from which on it is felt. */
const FELT = 0.01;
/** As many components are enough for any of the data sets. */
const ENOUGH = 10;
/** A layer of fewer units lets little through, … */
const NARROW = 10;
/** … and one of as many enough: the article's feed-forward network has no more. */
const WIDE = 40;
/** Components that are too few to be a mixture's answer where there are many. */
const LONELY = 2;

/** A loss as −log likelihood in nats, but for a constant: an MSE is that of a Gaussian as wide. */
function inNats({ model }: Experiment, loss: number): number {
  return model.kind === 'mdn' ? loss : 0.5 * Math.log(loss);
}

/** What is missing to the best reachable, in nats, if the run is far above it; null if it is not. */
function missing({ experiment, fresh: { loss, truth, excess }, scales }: Measurements) {
  const mixture = experiment.model.kind === 'mdn';
  // What the best Gaussian reaches that is the same at every x.
  const constant = Math.log(scales.target) + (mixture ? HALF_LOG_2PI + 0.5 : 0);
  // Where no best is known, a nat better than that stands in for it.
  const known = truth !== null && (mixture || truth > 0);
  const best = known ? inNats(experiment, truth) : constant - 1;
  const nats = inNats(experiment, loss.mean) - best;
  const { standardError } = excess ?? loss;
  const error = mixture ? standardError : standardError / (2 * loss.mean);
  const far = nats - 2 * error > Math.max(HALF, MISSING * (constant - best));
  return far ? nats : null;
}

/** What the run shows, or null where nothing is wrong with it, or nothing that could be told by now. */
export function diagnose(measured: Measurements): Diagnosis | null {
  const { experiment, ended, fresh } = measured;
  if (!Number.isFinite(fresh.loss.mean)) return null;
  const nats = missing(measured);
  if (nats === null) return null;
  // One that has not come to its end may still mend what is wrong.
  if (!ended && !standsStill(measured)) return null;
  const findings = causes(measured, nats).map(
    (cause): Finding => ({
      ...cause,
      cures: curesOf(measured, cause).filter((cure) => changes(experiment, cure)),
    }),
  );
  return { excess: fresh.truth === null ? null : fresh.excess, findings };
}

/** True if a run that is to stop when it no longer improves would stop. */
function standsStill({ experiment, test }: Measurements): boolean {
  const best = test.epoch.reduce<Best | null>(
    (before, epoch, i) => bestAfter(before, epoch, test.loss[i]!, experiment.model.kind),
    null,
  );
  return isPlateau(best, stepsPerEpoch(experiment));
}

/** How the test loss went lately; unknown where there are too few of them. */
type Slope = 'unknown' | { readonly falls: boolean; readonly fall: number; readonly over: number };

function slopeOf({ experiment, test }: Measurements, nats: number): Slope {
  const trend = trendOf(test, LATEST);
  if (!trend) return 'unknown';
  const last = test.loss.at(-1)!;
  const fall = inNats(experiment, last - trend.change) - inNats(experiment, last);
  const falls = trend.direction === 'falling' && fall > WORTH * nats;
  return { falls, fall: -trend.change, over: trend.over };
}

/** All causes that the measurements speak for, the likeliest first; at least one. */
function causes(measured: Measurements, nats: number): Cause[] {
  const slope = slopeOf(measured, nats);
  const found = [
    decayed(measured),
    few(measured),
    idle(measured),
    collapsed(measured),
    memorised(measured, nats) ?? lost(measured, nats),
    fast(measured),
    raw(measured),
    narrow(measured),
  ].filter((cause) => cause !== null);
  if (slope === 'unknown' || slope.falls || measured.steps < SHORT) {
    const { fall, over } = slope === 'unknown' ? { fall: null, over: 0 } : slope;
    return [...found, { kind: 'short', fall, over }];
  }
  return found.length > 0 ? found : [{ kind: 'stalled', over: slope.over }];
}

function decayed({ experiment: { training } }: Measurements): Cause | null {
  const { weightDecay: decay } = training;
  return decay >= FELT ? { kind: 'decayed', decay } : null;
}

function idle({ idle: shares }: Measurements): Cause | null {
  const share = Math.max(...shares);
  return share >= IDLE ? { kind: 'idle', layer: shares.indexOf(share) + 1, share } : null;
}

function collapsed({ experiment: { model }, usage }: Measurements): Cause | null {
  const components = componentCount(model);
  const inUse = Array.from(usage).filter((weight) => weight >= IN_USE).length;
  const lonely = inUse <= LONELY && inUse <= components / 2;
  return components > 0 && lonely ? { kind: 'collapsed', inUse, components } : null;
}

function memorised({ experiment, fresh, train, test }: Measurements, nats: number): Cause | null {
  const [last, seen] = [train.loss.at(-1), test.loss.at(-1)];
  if (last === undefined || seen === undefined) return null;
  // Of a few test points alone, the gap may be their luck.
  const others = Math.min(seen, fresh.loss.mean);
  const apart = inNats(experiment, others) - inNats(experiment, last);
  return apart > PART * nats ? { kind: 'memorised', train: last, test: seen } : null;
}

function lost({ experiment, test }: Measurements, nats: number): Cause | null {
  const least = lowest(test);
  const last = test.loss.at(-1);
  if (!least || last === undefined) return null;
  const risen = inNats(experiment, last) - inNats(experiment, least.loss);
  return risen > PART * nats ? { kind: 'lost', epoch: least.epoch, least: least.loss, last } : null;
}

function few({ experiment: { model }, usage }: Measurements): Cause | null {
  const components = componentCount(model);
  const all = Array.from(usage).every((weight) => weight >= IN_USE);
  return components > 0 && components < ENOUGH && all ? { kind: 'few', components } : null;
}

function fast({ experiment: { model, training } }: Measurements): Cause | null {
  const [rate, usual] = [latestRate(training), rateOf(model, 'tuned')];
  return rate > FAST * usual ? { kind: 'fast', rate, usual } : null;
}

function raw({ experiment: { training }, scales: { input, target } }: Measurements): Cause | null {
  const far = [input, target].some((scale) => scale > SCALE || scale < 1 / SCALE);
  return far && !training.standardise ? { kind: 'raw', input, target } : null;
}

function narrow({ experiment: { model } }: Measurements): Cause | null {
  const units = Math.min(...model.hidden);
  return units < NARROW ? { kind: 'narrow', units } : null;
}

/** What cures it, the surest first; some of it may be in effect already. */
function curesOf(measured: Measurements, { kind }: Cause): readonly Cure[] {
  const { data, model } = measured.experiment;
  const usual = rateOf(model, 'tuned');
  const slower: readonly Cure[] = fast(measured)
    ? [{ of: 'training.learningRate', value: usual }]
    : [];
  const recipe: Cure = { of: 'recipe', value: 'tuned' };
  switch (kind) {
    case 'decayed':
      return [{ of: 'training.weightDecay', value: 0 }];
    case 'few':
      return [{ of: 'model.components', value: ENOUGH }];
    case 'idle':
      return slower.length > 0
        ? [...slower, recipe]
        : [{ of: 'model.activation', value: 'tanh' }, recipe];
    case 'collapsed':
      return [...slower, { of: 'model.initialisation', value: 'spread' }, recipe];
    case 'memorised':
      return [
        { of: 'training.keepBest', value: true },
        { of: 'data.points', value: Math.max(data.points, dataSetOf(data.name).defaults.points) },
      ];
    case 'lost':
      return [{ of: 'training.keepBest', value: true }, ...slower, recipe];
    case 'fast':
      return slower;
    case 'raw':
      return [{ of: 'training.standardise', value: true }];
    case 'narrow':
      return [{ of: 'model.hidden', value: model.hidden.map((units) => Math.max(units, WIDE)) }];
    case 'short':
      return [recipe];
    case 'stalled':
      return [{ of: 'model.initialisation', value: 'spread' }, recipe];
  }
}
