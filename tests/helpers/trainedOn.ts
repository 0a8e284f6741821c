import { ADAM_DEFAULTS, adamUpdate } from '../../src/core/adam.ts';
import { articleExperiment } from '../../src/core/article.ts';
import { batchRows, type Experiment, stepsPerEpoch } from '../../src/core/experiment.ts';
import type { Fitted } from '../../src/core/model.ts';
import { learningRate } from '../../src/core/schedule.ts';
import { adam, gradient } from './oracle.ts';

const article = articleExperiment('moons', 'mdn');

/** A small network with every setting that the presets leave alone. */
export const ALL_SETTINGS: Experiment = {
  ...article,
  data: { ...article.data, points: 1000, trainedOn: [-0.5, 1.5] },
  model: {
    kind: 'mdn',
    hidden: [20, 10],
    activation: 'relu',
    components: 5,
    varianceFloor: 0.001,
    initialisation: 'spread',
  },
  training: {
    ...article.training,
    batchSize: 100,
    rateChanges: [{ step: 7, rate: 0.02 }],
    schedule: { kind: 'cosine', epochs: 3 },
    clipNorm: 0.5,
    weightDecay: 0.01,
    stopAtPlateau: true,
  },
};

export const ALL_STANDARDISED: Experiment = {
  ...ALL_SETTINGS,
  training: { ...ALL_SETTINGS.training, standardise: true },
};

/** The losses of training on from a network's weights, rows in the order in which they were drawn. */
export function lossesFrom(
  experiment: Experiment,
  { task, parameters }: Fitted,
  steps: number,
): number[] {
  const { training } = experiment;
  const { train } = task.data;
  const { input, target } = task.scaling;
  // Not rounded to float32, as a program in float64 has them.
  const x = train.x.map((value) => (value - input.offset) / input.factor);
  const y = train.y.map((value) => (value - target.offset) / target.factor);
  const rows = batchRows(experiment);
  const perEpoch = stepsPerEpoch(experiment);
  const weights = Float64Array.from(parameters);
  const moments = [new Float64Array(weights.length), new Float64Array(weights.length)] as const;
  return Array.from({ length: steps }, (_, step) => {
    const from = (step % perEpoch) * rows;
    const batch = [x.slice(from, from + rows), y.slice(from, from + rows)] as const;
    const found = gradient(task.network, weights, ...batch);
    const { clipNorm, weightDecay } = training;
    const rate = learningRate(training, step, perEpoch);
    const update = { ...ADAM_DEFAULTS, learningRate: rate, clipNorm, weightDecay };
    adam(weights, found.gradient, ...moments, adamUpdate(step + 1, update));
    return found.loss;
  });
}
