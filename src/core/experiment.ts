import * as v from 'valibot';
import { rememberedPoints, trainingCount } from './data/data.ts';
import { DATA_LIMITS, DataSchema } from './data/settings.ts';
import { type Limit, list, number, type Parsed, parsed, refused } from './parsed.ts';

/**
 * An experiment is one plain value: data, model, training, seed and engine.
 * A run is a function of it. Everything that comes from outside (a link, a
 * file, the browser's storage, a message) passes through `parseExperiment`.
 */

/** The version of this schema; a link or file of a newer one is refused. */
export const EXPERIMENT_VERSION = 1;

/**
 * The allowed range of every number, both ends included.
 *
 * Together they bound a run: 4 × 256 hidden units × 100 components ×
 * 20 000 points × a batch of 20 000 is the largest, and since every engine
 * works through a batch in blocks of rows, its memory grows with the points and
 * with one block, never with the product.
 */
export const LIMITS = {
  ...DATA_LIMITS,
  seed: { min: 0, max: 2_147_483_647, integer: true },
  layers: { min: 1, max: 4, integer: true },
  units: { min: 1, max: 256, integer: true },
  components: { min: 1, max: 100, integer: true },
  varianceFloor: { min: 0, max: 0.01 },
  learningRate: { min: 1e-5, max: 1 },
  clipNorm: { min: 0, max: 1000 },
  weightDecay: { min: 0, max: 1 },
  batchSize: { min: 1, max: 20_000, integer: true },
  epochs: { min: 1, max: 20_000, integer: true },
  rateChanges: { min: 0, max: 300, integer: true },
  step: { min: 0, max: 400_000_000, integer: true },
} as const satisfies Record<string, Limit>;

export const MODEL_KINDS = ['ffnn', 'mdn'] as const;
export const ACTIVATIONS = ['tanh', 'relu'] as const;
export const INITIALISATIONS = ['pytorch', 'spread'] as const;
export const BATCH_ORDERS = ['fixed', 'shuffled'] as const;
export const SCHEDULES = ['constant', 'cosine'] as const;
export const ENGINE_NAMES = ['fused', 'wasm', 'cpu'] as const;

export type ModelKind = (typeof MODEL_KINDS)[number];
export type Initialisation = (typeof INITIALISATIONS)[number];
export type EngineName = (typeof ENGINE_NAMES)[number];

const hidden = list(number(LIMITS.units), LIMITS.layers);

const ModelSchema = v.variant('kind', [
  v.object({ kind: v.literal('ffnn'), hidden, activation: v.picklist(ACTIVATIONS) }),
  v.object({
    kind: v.literal('mdn'),
    hidden,
    activation: v.picklist(ACTIVATIONS),
    components: number(LIMITS.components),
    /** The least variance of a component, as a share of the training targets' variance. */
    varianceFloor: number(LIMITS.varianceFloor),
    /** How the parameters begin; see initialisation.ts. */
    initialisation: v.optional(v.picklist(INITIALISATIONS), 'pytorch'),
  }),
]);

const ScheduleSchema = v.variant('kind', [
  v.object({ kind: v.literal('constant') }),
  /** A half cosine from the rate to 1 % of it over `epochs`, constant afterwards. */
  v.object({ kind: v.literal('cosine'), epochs: number(LIMITS.epochs) }),
]);

const RateChangeSchema = v.object({
  step: number(LIMITS.step),
  rate: number(LIMITS.learningRate),
});

const TrainingSchema = v.object({
  epochs: number(LIMITS.epochs),
  /** Rows of one optimizer step; more than the training points means all of them. */
  batchSize: number(LIMITS.batchSize),
  order: v.picklist(BATCH_ORDERS),
  learningRate: number(LIMITS.learningRate),
  schedule: ScheduleSchema,
  /** Changes made while training: from optimizer step `step` on, the base rate is `rate`. */
  rateChanges: v.pipe(
    list(RateChangeSchema, LIMITS.rateChanges),
    v.check((changes) => changes.every((c, i) => i === 0 || c.step > changes[i - 1]!.step)),
  ),
  /** The largest norm of a gradient; 0 means no clipping. */
  clipNorm: number(LIMITS.clipNorm),
  /** L2 penalty added to the gradient, as in PyTorch's Adam. */
  weightDecay: number(LIMITS.weightDecay),
  /** Train on inputs and targets of mean 0 and standard deviation 1. */
  standardise: v.boolean(),
  /** On divergence go back to a checkpoint, halve the rate and clip, and go on. */
  recover: v.boolean(),
  /** End before the last epoch when the test loss no longer improves; see plateau.ts. */
  stopAtPlateau: v.optional(v.boolean(), false),
  /** A run that has come to its end has the weights of its least test loss. */
  keepBest: v.optional(v.boolean(), false),
});

const ExperimentSchema = v.object({
  version: v.literal(EXPERIMENT_VERSION),
  data: DataSchema,
  model: ModelSchema,
  training: TrainingSchema,
  seed: number(LIMITS.seed),
  engine: v.picklist(ENGINE_NAMES),
});

export type Experiment = v.InferOutput<typeof ExperimentSchema>;
export type DataSettings = Experiment['data'];
export type ModelSettings = Experiment['model'];
export type TrainingSettings = Experiment['training'];

/**
 * Rebuilds an experiment field by field from a value of unknown origin.
 * Fields that the schema does not know are left behind. Never throws.
 */
export function parseExperiment(value: unknown): Parsed<Experiment> {
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > EXPERIMENT_VERSION) {
    return refused('version', 'newerVersion', String(EXPERIMENT_VERSION));
  }
  const result = parsed(ExperimentSchema, value, 'experiment');
  return result.ok && holdsTooFew(result.value) ? TOO_FEW : result;
}

/** What is said of an experiment whose range of inputs holds too few points. */
export const TOO_FEW = {
  ok: false,
  problems: [
    { field: 'data.trainedOn', reason: 'tooFew', allowed: String(LIMITS.trainedPoints.min) },
  ],
} as const satisfies Parsed<never>;

/** True if the range of inputs that is trained on holds too few points to train on, or none to test on. */
export function holdsTooFew({ data, seed }: Experiment): boolean {
  if (!data.trainedOn) return false;
  const { train, tested } = rememberedPoints(data, seed);
  return train.x.length < LIMITS.trainedPoints.min || tested.x.length === 0;
}

/**
 * The experiment with every setting that was left out at its default.
 *
 * @throws ValiError for settings out of bounds; they are to be those of the program itself
 */
export function completed(settings: v.InferInput<typeof ExperimentSchema>): Experiment {
  return v.parse(ExperimentSchema, settings);
}

/** Rows of a full batch: never more than there are training points. */
export function batchRows(experiment: Experiment): number {
  const { data, training, seed } = experiment;
  return Math.min(training.batchSize, trainingCount(data, seed));
}

/** Optimizer steps in one epoch; the last batch may be smaller. */
export function stepsPerEpoch(experiment: Experiment): number {
  const { data, seed } = experiment;
  return Math.ceil(trainingCount(data, seed) / batchRows(experiment));
}

/** Components of the mixture; 0 for a feed-forward network. */
export function componentCount(model: ModelSettings): number {
  return model.kind === 'mdn' ? model.components : 0;
}

/** Whole epochs from one test loss to the next, of a run of so many. */
export function testInterval(epochs: number): number {
  return Math.max(1, Math.floor(epochs / 500));
}
