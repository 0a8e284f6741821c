import * as v from 'valibot';
import type { Calibration } from '../core/calibration.ts';
import { type OwnSet, OwnSetSchema } from '../core/datasets/own.ts';
import { type EngineName, type Experiment, LIMITS } from '../core/experiment.ts';
import type { Problem } from '../core/parsed.ts';
import {
  type PredictionRequest,
  PredictionRequestSchema,
  type Predictions,
  type Scores,
  type Usage,
} from '../core/predictions.ts';
import {
  type Fallback,
  type LossSeries,
  type RunEnd,
  type Snapshot,
  SnapshotSchema,
  type TrainerEvent,
} from '../core/run.ts';
import type { TrainedRun } from '../core/runResult.ts';
import { PACE_LIMIT } from '../core/view.ts';
import { type WayState, WayStateSchema } from '../core/way.ts';

/**
 * The messages between page and worker. Every call carries a number and gets
 * exactly one answer with the same number. A run is named by a number too, so
 * that what belongs to a run that has ended can be told and dropped.
 */

/** So much training from where the run stands. */
export interface Stretch {
  readonly unit: 'epoch' | 'step';
  readonly count: number;
}

/** Whose weights are shown: those of another time, of the least test loss so far, or the run's own. */
export type Sight = WayState | 'best' | null;

export interface Calls {
  /**
   * Opens a run, from its start or from a snapshot; whatever ran before is closed.
   * `own` is its data set, where that is the user's own.
   * `atOnce` trains it at once, and keeps it quiet for `QUIET_MS` unless it ends before.
   */
  open: {
    args: {
      experiment: Experiment;
      own: OwnSet | null;
      snapshot: Snapshot | null;
      view: PredictionRequest;
      atOnce: boolean;
    };
    value: RunInfo;
  };
  start: { args: object; value: null };
  pause: { args: object; value: RunPosition };
  /** Trains for a stretch, then pauses; answers at once, with the optimizer step at which it will. */
  step: { args: Stretch; value: { until: number } };
  /** Back to the initial parameters of the same experiment. */
  reset: { args: object; value: RunPosition };
  /** Changes the learning rate from optimizer step `step` on. */
  tune: { args: { rate: number }; value: { step: number } };
  /** Makes the run end elsewhere, not before where it stands. */
  extend: { args: { end: RunEnd }; value: RunPosition };
  view: { args: { view: PredictionRequest }; value: null };
  /** Shows other weights of the run, which itself goes on; answers whether there are any. */
  look: { args: { at: Sight }; value: boolean };
  /**
   * How fast training goes at most, `null` for as fast as possible. It belongs
   * to the worker, not to a run: it never changes what a run computes, holds for
   * the runs that follow, and may be told before the first.
   */
  pace: { args: { stepsPerSecond: number | null }; value: null };
  snapshot: { args: object; value: Snapshot };
  /** What the run has come to where it stands; takes a while, for it is scored. */
  result: { args: object; value: TrainedRun };
}

export type Verb = keyof Calls;

export type Call<V extends Verb = Verb> = {
  [K in V]: { readonly verb: K; readonly call: number; readonly run: number } & Calls[K]['args'];
}[V];

/** The page has taken in a frame; the worker may send another. */
export interface Credit {
  readonly verb: 'credit';
  readonly run: number;
}

type ToWorker = Call | Credit;

export type Refusal =
  | { readonly reason: 'staleRun' }
  | { readonly reason: 'badExperiment'; readonly problems: readonly Problem[] }
  | { readonly reason: 'badMessage' }
  | { readonly reason: 'tooManyRateChanges' }
  | { readonly reason: 'failed'; readonly message: string };

export type Answer =
  | { readonly type: 'answer'; readonly call: number; readonly ok: true; readonly value: unknown }
  | {
      readonly type: 'answer';
      readonly call: number;
      readonly ok: false;
      readonly refusal: Refusal;
    };

/** Which engine runs. */
export interface RunInfo {
  readonly engine: EngineName;
  /** Why it stands in for the one that was asked for; null if it does not. */
  readonly fallback: Fallback | null;
}

export interface RunPosition {
  readonly step: number;
  readonly epoch: number;
}

export type RunState = 'paused' | 'running' | 'finished' | 'diverged';

/** How far a run has come. */
export interface Progress extends RunPosition {
  readonly state: RunState;
  readonly epochs: number;
  /** Learning rate of the next step. */
  readonly learningRate: number;
  /** Since the worker began, while training; 0 before the first step. */
  readonly stepsPerSecond: number;
  /** Computing time of a step; 0 before the first ones. */
  readonly millisecondsPerStep: number;
  /** Computing time of the steps since the run was opened in this worker. */
  readonly seconds: number;
  /** What the worker's tensors and kernel hold, in bytes. */
  readonly memoryBytes: number;
}

/** What the page is shown. Typed arrays are transferred. */
export interface Frame extends Progress {
  readonly type: 'frame';
  readonly run: number;
  /** The epoch whose weights it shows: the present one, one that is looked at, or the best one at the end. */
  readonly shownEpoch: number;
  /** What the run was after those epochs since the last frame that belong to its way. */
  readonly states: readonly WayState[];
  /** Losses since the last frame. */
  readonly train: LossSeries;
  readonly test: LossSeries;
  /** Recoveries and the like since the last frame. */
  readonly events: readonly TrainerEvent[];
  /** The flat parameters that it shows, in the unit of training. */
  readonly parameters: Float32Array;
  readonly view: Predictions;
  /** What colours are given out by, since the last frame. */
  readonly usages: readonly Usage[];
  /** The newest scores, if there are any newer than the last frame's. */
  readonly scores: Scores | null;
  /** The newest calibration, likewise. */
  readonly calibration: Calibration | null;
}

export type FromWorker = Answer | Frame;

const natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

function within({ min, max }: { readonly min: number; readonly max: number }) {
  return v.pipe(v.number(), v.minValue(min), v.maxValue(max));
}

function asked<const V extends Verb, E extends v.ObjectEntries>(verb: V, args: E) {
  return v.object({ verb: v.literal(verb), call: natural, run: natural, ...args });
}

/** What the worker takes: each verb rebuilt field by field, within bounds. */
export const ToWorkerSchema: v.GenericSchema<unknown, ToWorker> = v.variant('verb', [
  v.object({ verb: v.literal('credit'), run: natural }),
  asked('open', {
    // Read by a schema of its own, which names what is wrong.
    experiment: v.custom<Experiment>(() => true),
    own: v.nullable(OwnSetSchema),
    snapshot: v.nullable(SnapshotSchema),
    view: PredictionRequestSchema,
    atOnce: v.boolean(),
  }),
  asked('start', {}),
  asked('pause', {}),
  asked('step', {
    unit: v.picklist(['epoch', 'step']),
    count: v.pipe(within({ ...LIMITS.step, min: 1 }), v.integer()),
  }),
  asked('reset', {}),
  asked('tune', { rate: within(LIMITS.learningRate) }),
  asked('extend', {
    end: v.object({
      epochs: v.pipe(within(LIMITS.epochs), v.integer()),
      stopAtPlateau: v.boolean(),
      keepBest: v.boolean(),
    }),
  }),
  asked('view', { view: PredictionRequestSchema }),
  asked('look', { at: v.nullable(v.union([v.literal('best'), WayStateSchema])) }),
  asked('pace', { stepsPerSecond: v.nullable(within(PACE_LIMIT)) }),
  asked('snapshot', {}),
  asked('result', {}),
]);
