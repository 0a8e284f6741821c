import fc from 'fast-check';
import { DATA_NAMES } from '../../src/core/datasets/datasets.ts';
import {
  ACTIVATIONS,
  BATCH_ORDERS,
  ENGINE_NAMES,
  EXPERIMENT_VERSION,
  type Experiment,
  LIMITS,
  type Limit,
  type ModelSettings,
  type TrainingSettings,
} from '../../src/core/experiment.ts';

function number({ min, max, integer }: Limit): fc.Arbitrary<number> {
  if (integer) return fc.integer({ min, max });
  // A link's text has no −0, which is no different setting from 0.
  return fc.double({ min, max, noNaN: true }).map((value) => value + 0);
}

function models(): fc.Arbitrary<ModelSettings> {
  const shared = {
    hidden: fc.array(number(LIMITS.units), { minLength: 1, maxLength: LIMITS.layers.max }),
    activation: fc.constantFrom(...ACTIVATIONS),
  };
  return fc.oneof(
    fc.record({ kind: fc.constant('ffnn' as const), ...shared }),
    fc.record({
      kind: fc.constant('mdn' as const),
      ...shared,
      components: number(LIMITS.components),
      varianceFloor: number(LIMITS.varianceFloor),
    }),
  );
}

function trainings(): fc.Arbitrary<TrainingSettings> {
  const change = fc.record({ step: number(LIMITS.step), rate: number(LIMITS.learningRate) });
  return fc.record({
    epochs: number(LIMITS.epochs),
    batchSize: number(LIMITS.batchSize),
    order: fc.constantFrom(...BATCH_ORDERS),
    learningRate: number(LIMITS.learningRate),
    schedule: fc.oneof(
      fc.record({ kind: fc.constant('constant' as const) }),
      fc.record({ kind: fc.constant('cosine' as const), epochs: number(LIMITS.epochs) }),
    ),
    rateChanges: fc
      .uniqueArray(change, { maxLength: 20, selector: ({ step }) => step })
      .map((changes) => changes.sort((a, b) => a.step - b.step)),
    clipNorm: number(LIMITS.clipNorm),
    weightDecay: number(LIMITS.weightDecay),
    standardise: fc.boolean(),
    recover: fc.boolean(),
    stopAtPlateau: fc.boolean(),
  });
}

/** Any experiment that the schema allows. */
export function anyExperiment(): fc.Arbitrary<Experiment> {
  return fc.record({
    version: fc.constant(EXPERIMENT_VERSION as 1),
    data: fc.record({
      name: fc.constantFrom(...DATA_NAMES),
      points: number(LIMITS.points),
      noise: number(LIMITS.noise),
      testFraction: number(LIMITS.testFraction),
    }),
    model: models(),
    training: trainings(),
    seed: number(LIMITS.seed),
    engine: fc.constantFrom(...ENGINE_NAMES),
  });
}
