import { type DataName, dataSetOf } from './datasets/datasets.ts';
import { isFormula } from './datasets/formula.ts';
import {
  completed,
  type DataSettings,
  EXPERIMENT_VERSION,
  type Experiment,
  type ModelKind,
  type ModelSettings,
} from './experiment.ts';
import { clamped } from './range.ts';
import { same } from './same.ts';

const TEST_FRACTION = 0.25;
/** The article's components, and the fewest that measurements begin with. */
const COMPONENTS = { most: 30, least: 3 } as const;
/** Measured points to train on for each component: with more components few points are learned by heart. */
const POINTS_A_COMPONENT = 25;

/** The components that a mixture begins with on so many measured points; null for points that are drawn. */
function usualComponents(fixedCount: number | null): number {
  if (fixedCount === null) return COMPONENTS.most;
  const fitting = Math.round(((1 - TEST_FRACTION) * fixedCount) / POINTS_A_COMPONENT);
  return clamped(fitting, [COMPONENTS.least, COMPONENTS.most]);
}

/**
 * The article's settings for one data set and one model: N = 3000 split
 * 2250 + 750, and 2000 + 2000 for the spiral (of others what they begin with);
 * 40 tanh units trained for 2000 epochs at a rate of 0.1, and 50 + 50 ReLU units
 * with 30 components (on few measured points fewer) trained for 1000 epochs at 0.01.
 */
export function articleExperiment(name: DataName, kind: ModelKind): Experiment {
  const ffnn = kind === 'ffnn';
  const { defaults, fixedCount } = dataSetOf(name);
  return completed({
    version: EXPERIMENT_VERSION,
    data: { name, ...defaults, testFraction: TEST_FRACTION },
    model: ffnn
      ? { kind, hidden: [40], activation: 'tanh' }
      : {
          kind,
          hidden: [50, 50],
          activation: 'relu',
          components: usualComponents(fixedCount),
          varianceFloor: 0,
        },
    training: {
      epochs: ffnn ? 2000 : 1000,
      batchSize: 1500,
      order: 'fixed',
      learningRate: ffnn ? 0.1 : 0.01,
      schedule: { kind: 'constant' },
      rateChanges: [],
      clipNorm: 0,
      weightDecay: 0,
      // Measurements and formulas come in units of any size.
      standardise: fixedCount !== null || isFormula(name),
      recover: true,
    },
    seed: 7,
    engine: 'fused',
  });
}

/** The article's data of one name. */
export function articleData(name: DataName): DataSettings {
  return articleExperiment(name, 'mdn').data;
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

/** The experiment on another data set; what the user had changed stays, but for raw units where they do not serve. */
export function withData(experiment: Experiment, name: DataName): Experiment {
  const { kind } = experiment.model;
  const from = articleExperiment(experiment.data.name, kind);
  const to = articleExperiment(name, kind);
  // A range of inputs is one of those data.
  const data = { ...rebase(experiment.data, from.data, to.data), name, trainedOn: null };
  const training = same(experiment.training, from.training)
    ? to.training
    : {
        ...experiment.training,
        standardise: experiment.training.standardise || to.training.standardise,
      };
  const model = rebase(experiment.model, from.model, to.model);
  return { ...experiment, data, model, training };
}

/** The experiment with another model; what the user had changed stays. */
export function withModel(experiment: Experiment, kind: ModelKind): Experiment {
  const { data, model } = experiment;
  if (kind === model.kind) return experiment;
  const from = articleExperiment(data.name, model.kind);
  const to = articleExperiment(data.name, kind);
  return {
    ...experiment,
    model: { ...rebase<ModelSettings>(model, from.model, to.model), kind } as ModelSettings,
    training: rebase(experiment.training, from.training, to.training),
  };
}
