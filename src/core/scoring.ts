import { compare } from './comparison.ts';
import { FRESH_POINTS, freshPoints } from './data/data.ts';
import type { Points, Split } from './data/points.ts';
import { truthOf } from './datasets/truthOf.ts';
import { estimate } from './estimate.ts';
import type { Experiment } from './experiment.ts';
import { crps, logDensity, type Mixture, mean, pruned } from './mixture.ts';
import { type Fitted, mixturesAt } from './model.ts';
import type { ScoreSet, Scores } from './predictions.ts';
import type { Range } from './range.ts';
import { truthLoss } from './scores.ts';
import type { Task } from './task.ts';
import type { Truth } from './truth/truth.ts';

/** One point in so many gets the CRPS too, which costs K² terms a point. */
const CRPS_SHARE = 10;
/** Components lighter than this are left out of the CRPS; see `pruned`. */
const LIGHT = 1e-6;
/** Points of a network that are scored at once, so that a call stays within a stint. */
const CHUNK = 100;

/** The points and what is known of them, the same for every scoring of a run. */
export class ScoringPoints {
  readonly points: Points;
  readonly truth: Truth | null;
  /** The inputs that are trained on; null for all. */
  readonly trainedOn: Range | null;
  /** The truth's −log p(y given x), and its squared error, of the first points. */
  private readonly nll: Float64Array;
  private readonly squaredError: Float64Array;
  private known = 0;

  constructor(points: Points, truth: Truth | null, trainedOn: Range | null = null) {
    this.points = points;
    this.truth = truth;
    this.trainedOn = trainedOn;
    this.nll = new Float64Array(points.x.length);
    this.squaredError = new Float64Array(points.x.length);
  }

  /** The truth's losses of the first `count` points, [count] each; each is computed once. */
  truthLosses(count: number) {
    const { x, y } = this.points;
    for (; this.known < count; this.known++) {
      const i = this.known;
      this.nll[i] = truthLoss(this.truth, x[i]!, y[i]!, false);
      this.squaredError[i] = truthLoss(this.truth, x[i]!, y[i]!, true);
    }
    return {
      nll: this.nll.subarray(0, count),
      squaredError: this.squaredError.subarray(0, count),
    };
  }
}

/** What the truth loses takes longest to compute, and is the same for every model of the same points. */
const remembered = new WeakMap<Split, ScoringPoints>();

/** What the models of an experiment are scored on: fresh points, or where there are none the test points. */
export function scoringPoints({ data, seed }: Experiment, task: Task): ScoringPoints {
  const known = remembered.get(task.data);
  if (known) return known;
  const points = freshPoints(data, seed, FRESH_POINTS) ?? task.data.test;
  const made = new ScoringPoints(points, truthOf(data.name, data.noise), data.trainedOn);
  remembered.set(task.data, made);
  return made;
}

/** Whether there is anything to score: a feed-forward network needs its training MSE. */
export function canBeScored({ task, deviation }: Fitted): boolean {
  return task.network.components > 0 || deviation > 0;
}

/** Scores what answers with mixtures, bit by bit. */
export class Scoring {
  private readonly answer: (x: Float64Array) => readonly Mixture[];
  private readonly step: number;
  private readonly against: ScoringPoints;
  private readonly chunk: number;
  private readonly losses: Float64Array;
  private readonly squaredErrors: Float64Array;
  private readonly crps: Float64Array;
  private done = 0;

  /**
   * @param answer a mixture for each input, in the target's own unit
   * @param step at which it answers like this
   * @param most how many of the points are used at most, from the first on
   * @param chunk points that are scored at once
   */
  constructor(
    answer: (x: Float64Array) => readonly Mixture[],
    step: number,
    against: ScoringPoints,
    most: number,
    chunk = CHUNK,
  ) {
    const count = Math.min(most, against.points.x.length);
    this.answer = answer;
    this.step = step;
    this.against = against;
    this.chunk = chunk;
    this.losses = new Float64Array(count);
    this.squaredErrors = new Float64Array(count);
    this.crps = new Float64Array(Math.ceil(count / CRPS_SHARE));
  }

  /** Scores the next few points; the scores once all are done. */
  advance(): Scores | null {
    const from = this.done;
    const to = Math.min(this.losses.length, from + this.chunk);
    const x = this.against.points.x.subarray(from, to);
    this.answer(x).forEach((mixture, i) => {
      const y = this.against.points.y[from + i]!;
      this.losses[from + i] = -logDensity(mixture, y);
      this.squaredErrors[from + i] = (y - mean(mixture)) ** 2;
      if (from + i < this.crps.length) this.crps[from + i] = crps(pruned(mixture, LIGHT), y);
    });
    this.against.truthLosses(to);
    this.done = to;
    return to < this.losses.length ? null : this.result();
  }

  private result(): Scores {
    const { step } = this;
    const { points, trainedOn } = this.against;
    if (!trainedOn) return { step, ...this.over(() => true), outside: null };
    const inside = (i: number) => points.x[i]! >= trainedOn[0] && points.x[i]! <= trainedOn[1];
    const outside = this.over((i) => !inside(i));
    const any = outside.nll.loss.count > 0;
    return { step, ...this.over(inside), outside: any ? outside : null };
  }

  /** The scores of those points that are wanted. */
  private over(wanted: (i: number) => boolean): ScoreSet {
    const truth = this.against.truthLosses(this.losses.length);
    const of = (values: Float64Array) => values.filter((_, i) => wanted(i));
    return {
      nll: compare(of(this.losses), of(truth.nll)),
      squaredError: compare(of(this.squaredErrors), of(truth.squaredError)),
      crps: estimate(of(this.crps)),
    };
  }
}

/**
 * Scores a network on all points; stops often, for whoever runs it in stints.
 *
 * @param step at which the network has these parameters
 */
export function* scoresOf(
  fitted: Fitted,
  experiment: Experiment,
  step: number,
): Generator<undefined, Scores> {
  const against = scoringPoints(experiment, fitted.task);
  for (let count = 1; count <= against.points.x.length; count++) {
    against.truthLosses(count);
    yield;
  }
  const answer = (x: Float64Array) => mixturesAt(fitted, x);
  const scoring = new Scoring(answer, step, against, Number.POSITIVE_INFINITY);
  for (let scores = scoring.advance(); ; scores = scoring.advance()) {
    if (scores) return scores;
    yield;
  }
}
