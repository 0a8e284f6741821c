import * as v from 'valibot';
import type { Comparison } from './comparison.ts';
import type { Estimate } from './estimate.ts';
import type { Range } from './range.ts';
import { type Temperature, TemperatureSchema } from './temperature.ts';

/** What the page wants to see of a run, and what the worker answers. All in the data set's own units. */

export interface PredictionRequest {
  /** The inputs at which the conditional mixture is wanted: `columns` of them, evenly over `range`. */
  readonly columns: number;
  readonly range: Range;
  /** Samples drawn at each test point; 0 for none. */
  readonly samplesPerPoint: number;
  /** At which they are drawn, and nothing else. */
  readonly temperature: Temperature;
  /** The density field over the same columns, and `rows` targets evenly over `range`. */
  readonly density: { readonly rows: number; readonly range: Range } | null;
  /** Whether scores on fresh points are wanted; they come when there is time. */
  readonly scores: boolean;
  /** Whether it is wanted where points lie in what the model expects of them; it comes when there is time. */
  readonly calibration: boolean;
}

/** Conditional mixtures at n inputs. A feed-forward network answers as one Gaussian. */
export interface MixtureGrid {
  /** Inputs, [n], ascending. */
  readonly x: Float64Array;
  /** K; 1 for a feed-forward network. */
  readonly components: number;
  /** π_k, row-major [n][K]. */
  readonly weights: Float32Array;
  /** μ_k, row-major [n][K], in the target's unit. */
  readonly means: Float32Array;
  /**
   * σ_k, row-major [n][K], in the target's unit. For a feed-forward network σ̂,
   * the root of its training MSE; NaN before the first epoch.
   */
  readonly deviations: Float32Array;
}

export interface SamplePoints {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** The component that each was drawn from, from 0. */
  readonly component: Uint8Array;
}

/** The conditional density at every column and row of the request. */
export interface DensityField {
  /** Targets, [rows], ascending. */
  readonly y: Float64Array;
  /** p(y given x), row-major [rows][columns], per unit of the target. */
  readonly density: Float32Array;
}

export interface Predictions {
  readonly grid: MixtureGrid;
  readonly samples: SamplePoints | null;
  readonly density: DensityField | null;
  /** Mean π_k over the training inputs, [K]; [1] for a feed-forward network. */
  readonly usage: Float32Array;
}

/** How much the components were used after an epoch at which colours are given out. */
export interface Usage {
  readonly epoch: number;
  /** Mean π_k over the training inputs, [K]. */
  readonly weights: Float32Array;
}

/**
 * How good a model is on points that no run has trained on, in the target's own
 * units. A feed-forward network is scored as N(f(x), σ̂²) with σ̂² its training MSE.
 */
export interface ScoreSet {
  /** −log q(y given x), nats per point, beside −log p_true. */
  readonly nll: Comparison;
  /** Squared error of the conditional mean, in the target's unit squared, beside the true one's. */
  readonly squaredError: Comparison;
  /** Continuous ranked probability score, in the target's unit. */
  readonly crps: Estimate;
}

/**
 * How good the model was at optimizer step `step`: on fresh points, and where it is
 * trained on a range of inputs alone, on those inside, and apart from them on those outside.
 */
export interface Scores extends ScoreSet {
  readonly step: number;
  /** Null where all inputs are trained on, or no point lies outside. */
  readonly outside: ScoreSet | null;
}

/** The largest request that the worker answers. */
export const PREDICTION_LIMITS = {
  columns: 512,
  rows: 512,
  samplesPerPoint: 50,
  samples: 15_000,
} as const;

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const finite = v.pipe(v.number(), v.finite());
const range = v.tuple([finite, finite]);

/** A request within the limits. */
export const PredictionRequestSchema = v.object({
  columns: whole(2, PREDICTION_LIMITS.columns),
  range,
  samplesPerPoint: whole(0, PREDICTION_LIMITS.samplesPerPoint),
  temperature: TemperatureSchema,
  density: v.nullable(v.object({ rows: whole(2, PREDICTION_LIMITS.rows), range })),
  scores: v.boolean(),
  calibration: v.boolean(),
});
