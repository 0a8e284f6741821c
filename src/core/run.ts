import * as v from 'valibot';
import type { TrainingSettings } from './experiment.ts';
import type { StreamState } from './random.ts';

const floats = v.custom<Float32Array>((value) => value instanceof Float32Array);
/** Any number: a loss may be infinite, or none. */
const real = v.custom<number>((value) => typeof value === 'number');

/** Parameters and Adam's two moments, [parameters] each. */
const OptimizerStateSchema = v.object({
  parameters: floats,
  firstMoment: floats,
  secondMoment: floats,
});

export type OptimizerState = Readonly<v.InferOutput<typeof OptimizerStateSchema>>;

/** Why an engine stands in for the one that was asked for. */
export interface Fallback {
  /** The platform runs no WebAssembly, or none with SIMD, or the engine's file could not be had. */
  readonly cause: 'noWebAssembly' | 'noSimd' | 'notLoaded';
  /** In the platform's own words. */
  readonly reason: string;
}

const DIVERGENCE_CAUSES = ['loss', 'gradient', 'explosion'] as const;
export type DivergenceCause = (typeof DIVERGENCE_CAUSES)[number];

/** In the target's own units; null where it was not a finite number. */
const width = v.nullable(real);

/** Something that happened to a run and belongs to its record. */
export const TrainerEventSchema = v.object({
  kind: v.picklist(['recovered', 'diverged']),
  /** Counted from 1 in a run; a replay gives an event the same number. */
  number: real,
  /** The optimizer step that went wrong. */
  step: real,
  epoch: real,
  cause: v.picklist(DIVERGENCE_CAUSES),
  /** The batch's loss there, in the target's units; may be infinite or NaN. */
  loss: real,
  /** The gradient's norm there, in the unit of training; may be infinite or NaN. */
  gradientNorm: real,
  /** What the norm had been like before; 0 in the first step. */
  typicalNorm: real,
  /** Mixtures alone: the smallest σ at the checkpoint and in the step that went wrong. */
  smallestDeviation: v.nullable(v.object({ before: width, after: width })),
  /** The learning rate that was set, before the schedule and the halvings of recoveries. */
  setRate: real,
  /** Recovered: the step gone back to. */
  backTo: real,
  /** Recovered: the whole epochs done there; losses after it are void. */
  backToEpoch: real,
  /** Recovered: what the rate is multiplied with from there on, and the rate of the next step. */
  rateFactor: real,
  nextRate: real,
  /** Recovered: the gradient's largest norm from there on. */
  clipNorm: real,
});

export type TrainerEvent = Readonly<v.InferOutput<typeof TrainerEventSchema>>;

/** The events of a run with newer ones; what happens again in a restarted worker is listed once. */
export function withNewer(
  events: readonly TrainerEvent[],
  newer: readonly TrainerEvent[],
): readonly TrainerEvent[] {
  const [first] = newer;
  if (!first) return events;
  return [...events.filter(({ number }) => number < first.number), ...newer];
}

/**
 * A point between two optimizer steps from which a run can go on. The streams
 * of data, split and weights are used up when the run opens, so their position
 * is the seed's; that of the batches is here.
 */
const CheckpointSchema = v.object({
  /** Optimizer steps done. */
  step: real,
  state: OptimizerStateSchema,
  /** Where the stream of the batches stood when the present epoch began. */
  batches: v.pipe(v.array(real), v.readonly()),
  /** Loss sum over the rows of the present epoch so far, in the unit of training. */
  epochLossSum: real,
  /** How far the test loss has come; null before the first. */
  best: v.nullable(v.object({ epoch: real, loss: real, seen: real })),
  /** The weights of the least test loss; null before the first. */
  lowest: v.nullable(v.object({ epoch: real, loss: real, parameters: floats })),
  /** True if the test loss of the epoch just ended is still to be computed. */
  evaluationDue: v.boolean(),
  /** The first batch's mean loss, by which an explosion is told; null before it. */
  firstLoss: v.nullable(real),
  /** Exponential mean of the gradient's norm, to which a recovery clips. */
  typicalNorm: real,
  /** Product of the halvings of the rate so far. */
  rateFactor: real,
  /** The clipping that recoveries have set; 0 for none. */
  recoveryClip: real,
  recoveries: real,
  /** The step that the last recovery went back from; −1 before the first. */
  lastFailure: real,
  /** True if the run diverged and was not to recover. */
  stopped: v.boolean(),
});

export type Checkpoint = Readonly<v.InferOutput<typeof CheckpointSchema>>;

/** Where a run begins. */
export function startOf(parameters: Float32Array, batches: StreamState): Checkpoint {
  return {
    step: 0,
    state: {
      parameters,
      firstMoment: new Float32Array(parameters.length),
      secondMoment: new Float32Array(parameters.length),
    },
    batches,
    epochLossSum: 0,
    best: null,
    lowest: null,
    evaluationDue: false,
    firstLoss: null,
    typicalNorm: 0,
    rateFactor: 1,
    recoveryClip: 0,
    recoveries: 0,
    lastFailure: -1,
    stopped: false,
  };
}

/** One loss after so many epochs, in the target's own units. */
const LossRowSchema = v.object({ set: v.picklist(['train', 'test']), epoch: real, loss: real });

export type LossRow = Readonly<v.InferOutput<typeof LossRowSchema>>;

/**
 * Everything that a run needs to go on as if it had never stopped: where it
 * stands, the checkpoint that a divergence would go back to, and the losses that
 * the page may not have heard of.
 */
export const SnapshotSchema = v.object({
  now: CheckpointSchema,
  checkpoint: CheckpointSchema,
  untold: v.pipe(v.array(LossRowSchema), v.readonly()),
});

export type Snapshot = Readonly<v.InferOutput<typeof SnapshotSchema>>;

/** Losses by epoch: `loss[i]` after `epoch[i]` epochs, in the target's own units. */
export interface LossSeries {
  readonly epoch: Float64Array;
  readonly loss: Float64Array;
}

/** Losses that were told and those that may not have been heard of, each once. */
export function lossRows(
  told: Readonly<Record<LossRow['set'], LossSeries>>,
  untold: readonly LossRow[],
): LossRow[] {
  return (['train', 'test'] as const).flatMap((set) => {
    const newer = untold.filter((row) => row.set === set);
    const before = lossesUntil(told[set], newer[0] ? newer[0].epoch - 1 : Number.POSITIVE_INFINITY);
    const rows = Array.from(before.epoch, (epoch, i) => ({ set, epoch, loss: before.loss[i]! }));
    return [...rows, ...newer];
  });
}

/** The losses up to an epoch, a view of them. */
export function lossesUntil({ epoch, loss }: LossSeries, last: number): LossSeries {
  const after = epoch.findIndex((value) => value > last);
  const end = after < 0 ? epoch.length : after;
  return { epoch: epoch.subarray(0, end), loss: loss.subarray(0, end) };
}

/** Where a run ends: after so many epochs, or before, at a plateau of the test loss. */
export type RunEnd = Pick<TrainingSettings, 'epochs' | 'stopAtPlateau' | 'keepBest'>;
