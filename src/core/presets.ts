import { type DataName, dataSetOf } from './datasets/datasets.ts';
import {
  type DataSettings,
  EXPERIMENT_VERSION,
  type Experiment,
  type ModelKind,
  type ModelSettings,
  type TrainingSettings,
} from './experiment.ts';
import { same } from './same.ts';

/** The article's data: N = 3000 split 2250 + 750, and 2000 + 2000 for the spiral; of others what they begin with. */
export function articleData(name: DataName): DataSettings {
  return { name, ...dataSetOf(name).defaults, testFraction: 0.25 };
}

/** The article's networks: 40 tanh units, and 50 + 50 ReLU units with 30 components. */
export function articleModel(kind: ModelKind): ModelSettings {
  return kind === 'ffnn'
    ? { kind, hidden: [40], activation: 'tanh' }
    : { kind, hidden: [50, 50], activation: 'relu', components: 30, varianceFloor: 0 };
}

/** The article's training: 2000 epochs at a rate of 0.1, and 1000 epochs at 0.01. */
export function articleTraining(kind: ModelKind): TrainingSettings {
  return {
    epochs: kind === 'ffnn' ? 2000 : 1000,
    batchSize: 1500,
    order: 'fixed',
    learningRate: kind === 'ffnn' ? 0.1 : 0.01,
    schedule: { kind: 'constant' },
    rateChanges: [],
    clipNorm: 0,
    weightDecay: 0,
    standardise: false,
    recover: true,
    stopAtPlateau: false,
  };
}

/** The article's settings for one data set and one model. */
export function articleExperiment(name: DataName, kind: ModelKind): Experiment {
  return {
    version: EXPERIMENT_VERSION,
    data: articleData(name),
    model: articleModel(kind),
    training: articleTraining(kind),
    seed: 7,
    engine: 'fused',
  };
}

export interface Preset {
  readonly label: string;
  readonly experiment: Experiment;
}

/** The article's five runs, to the letter. */
export const PRESETS: readonly Preset[] = [
  { label: 'Sine · FFNN', experiment: articleExperiment('sine', 'ffnn') },
  { label: 'Inverted · FFNN', experiment: articleExperiment('inverted', 'ffnn') },
  { label: 'Inverted · MDN', experiment: articleExperiment('inverted', 'mdn') },
  { label: 'Spiral · FFNN', experiment: articleExperiment('spiral', 'ffnn') },
  { label: 'Spiral · MDN', experiment: articleExperiment('spiral', 'mdn') },
];

export const DEFAULT_EXPERIMENT: Experiment = articleExperiment('inverted', 'mdn');

/** The preset of this label, if there is one. */
export function presetOf(label: string): Preset | undefined {
  return PRESETS.find((preset) => preset.label === label);
}

/**
 * The preset that the experiment is a run of, if any. Seed and engine may
 * differ: another seed of the same settings is still the same preset.
 */
export function matchingPreset(experiment: Experiment): Preset | undefined {
  const settings = ({ data, model, training }: Experiment) => [data, model, training];
  return PRESETS.find((preset) => same(settings(preset.experiment), settings(experiment)));
}

/** For each setting still at the old article's value, takes the new one's. */
function rebase<T extends object>(value: T, from: T, to: T): T {
  const entries = Object.entries(to).map(([key, target]) => {
    const own = value[key as keyof T];
    const kept = own !== undefined && !same(own, from[key as keyof T]);
    return [key, kept ? own : target];
  });
  return Object.fromEntries(entries) as T;
}

/** The experiment on another data set; what the user had changed stays. */
export function withData(experiment: Experiment, name: DataName): Experiment {
  const from = articleData(experiment.data.name);
  const data = { ...rebase(experiment.data, from, articleData(name)), name };
  return { ...experiment, data };
}

/** The experiment with another model; what the user had changed stays. */
export function withModel(experiment: Experiment, kind: ModelKind): Experiment {
  if (kind === experiment.model.kind) return experiment;
  const from = experiment.model.kind;
  const model = rebase<ModelSettings>(experiment.model, articleModel(from), articleModel(kind));
  const training = rebase(experiment.training, articleTraining(from), articleTraining(kind));
  return { ...experiment, model: { ...model, kind } as ModelSettings, training };
}
