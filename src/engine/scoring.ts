import { freshPoints } from '../core/data/data.ts';
import type { Points } from '../core/data/points.ts';
import { truthOf } from '../core/datasets/truthOf.ts';
import type { Scores } from '../core/predictions.ts';
import { estimate, forecastsOf, pointCrps, pointScores } from '../core/scores.ts';
import type { Truth } from '../core/truth/truth.ts';
import type { Trainer } from './trainer.ts';

/** The most fresh points that a model is scored on. */
const FRESH_POINTS = 20_000;
/** One in so many gets the CRPS too, which costs K² terms a point. */
const CRPS_SHARE = 10;
/** Points that are scored at once, so that a call stays within a stint. */
const CHUNK = 100;

/** The points and what is known of them, the same for every scoring of a run. */
export class ScoringPoints {
  readonly points: Points;
  readonly truth: Truth | null;
  private readonly known: Float64Array;
  private done = 0;

  constructor(trainer: Trainer) {
    const { data, seed } = trainer.experiment;
    this.points = freshPoints(data, seed, FRESH_POINTS) ?? trainer.data.test;
    this.truth = truthOf(data.name, data.noise);
    this.known = new Float64Array(FRESH_POINTS);
  }

  /** log p_true(y given x) of point i, each computed once; NaN where there is none. */
  logDensity(i: number): number {
    for (; this.done <= i; this.done++) {
      const conditional = this.truth?.at(this.points.x[this.done]!);
      const value = conditional?.logDensity?.(this.points.y[this.done]!);
      this.known[this.done] = value ?? Number.NaN;
    }
    return this.known[i]!;
  }
}

/**
 * Scores a trainer as it stands when this is made, bit by bit, while it may go
 * on training.
 */
export class Scoring {
  private readonly trainer: Trainer;
  private readonly against: ScoringPoints;
  private readonly parameters: Float32Array;
  private readonly deviation: number;
  private readonly step: number;
  private readonly logDensities: Float64Array;
  private readonly squaredErrors: Float64Array;
  private readonly excesses: number[] = [];
  private readonly crps: Float64Array;
  private done = 0;

  /** @param points how many of the fresh points are used, from the first on; a multiple of 1000 */
  constructor(trainer: Trainer, against: ScoringPoints, points = FRESH_POINTS) {
    this.logDensities = new Float64Array(points);
    this.squaredErrors = new Float64Array(points);
    this.crps = new Float64Array(points / CRPS_SHARE);
    this.trainer = trainer;
    this.against = against;
    this.parameters = trainer.parameters();
    this.deviation = Math.sqrt(trainer.trainLoss ?? Number.NaN);
    this.step = trainer.step;
  }

  /** Whether there is anything to score: a feed-forward network needs its training MSE. */
  static possible(trainer: Trainer): boolean {
    return trainer.network.components > 0 || (trainer.trainLoss ?? 0) > 0;
  }

  /** Scores the next few points; the scores once all are done. */
  advance(): Scores | null {
    const { network, scaling } = this.trainer;
    const from = this.done;
    const to = Math.min(this.logDensities.length, from + CHUNK);
    const x = this.against.points.x.subarray(from, to);
    const y = this.against.points.y.subarray(from, to);
    const raw = this.trainer.forward(x, this.parameters);
    const deviation = this.deviation / scaling.target.factor;
    const forecasts = forecastsOf(network, raw, scaling.target, deviation);
    const { logDensity, squaredError } = pointScores(forecasts, y);
    this.logDensities.set(logDensity, from);
    this.squaredErrors.set(squaredError, from);
    for (let i = from; i < to; i++) {
      const best = this.against.logDensity(i);
      if (Number.isFinite(best)) this.excesses.push(best - this.logDensities[i]!);
    }
    if (to <= this.crps.length) this.crps.set(pointCrps(forecasts, y), from);
    this.done = to;
    return to < this.logDensities.length ? null : this.result();
  }

  private result(): Scores {
    const { truth } = this.against;
    return {
      step: this.step,
      nll: estimate(this.logDensities.map((value) => -value)),
      excess: this.excesses.length > 0 ? estimate(this.excesses) : null,
      entropy: truth?.entropy() ?? null,
      crps: estimate(this.crps),
      squaredError: estimate(this.squaredErrors),
      leastSquaredError: truth?.meanSquaredError() ?? null,
    };
  }
}
