import type { DataSet } from './datasets/dataSet.ts';
import { type DataName, dataSetOf } from './datasets/datasets.ts';
import { isFormula } from './datasets/formula.ts';
import {
  completed,
  type DataSettings,
  EXPERIMENT_VERSION,
  type Experiment,
  type ModelKind,
} from './experiment.ts';
import { clamped } from './range.ts';

const TEST_FRACTION = 0.25;
/** The article's components, and the fewest that measurements begin with. */
const COMPONENTS = { most: 30, least: 3 } as const;
/** Measured points to train on for each component: with more components few points are learned by heart. */
const POINTS_A_COMPONENT = 25;

/** The components that a mixture begins with: on measured points according to their number. */
function usualComponents({ defaults, fixedCount }: DataSet): number {
  if (fixedCount === null) return defaults.components ?? COMPONENTS.most;
  const fitting = Math.round(((1 - TEST_FRACTION) * fixedCount) / POINTS_A_COMPONENT);
  return clamped(fitting, [COMPONENTS.least, COMPONENTS.most]);
}

/**
 * The article's settings for one data set and one model: N = 3000 split
 * 2250 + 750, and 2000 + 2000 for the spiral (of others what they begin with);
 * 40 tanh units trained for 2000 epochs at a rate of 0.1, and 50 + 50 ReLU units
 * with 30 components (fewer on few measured points and where a data set says so) trained for 1000 epochs at 0.01.
 */
export function articleExperiment(name: DataName, kind: ModelKind): Experiment {
  const ffnn = kind === 'ffnn';
  const dataSet = dataSetOf(name);
  const { points, noise } = dataSet.defaults;
  return completed({
    version: EXPERIMENT_VERSION,
    data: { name, points, noise, testFraction: TEST_FRACTION },
    model: ffnn
      ? { kind, hidden: [40], activation: 'tanh' }
      : {
          kind,
          hidden: [50, 50],
          activation: 'relu',
          components: usualComponents(dataSet),
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
      standardise: dataSet.fixedCount !== null || isFormula(name),
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
