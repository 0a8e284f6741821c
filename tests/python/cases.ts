import { ADAM_DEFAULTS, adamUpdate } from '../../src/core/adam.ts';
import { articleExperiment } from '../../src/core/article.ts';
import { toTrainingUnit } from '../../src/core/data/standardise.ts';
import { batchRows, type Experiment, stepsPerEpoch } from '../../src/core/experiment.ts';
import type { Fitted } from '../../src/core/model.ts';
import { PRESETS } from '../../src/core/presets.ts';
import { learningRate } from '../../src/core/schedule.ts';
import { lossOn } from '../../src/core/scores.ts';
import { openEngine } from '../../src/engine/open.ts';
import { Trainer } from '../../src/engine/trainer.ts';
import { pointsCsv } from '../../src/export/points.ts';
import { programLines, textOf } from '../../src/export/program.ts';
import { pytorchProgram } from '../../src/export/pytorch.ts';
import { safetensors } from '../../src/export/safetensors.ts';
import { fileSources } from '../../src/headless/sources.ts';
import { adam, gradient } from '../helpers/oracle.ts';

/** So many steps the page trains before its weights are taken, and a program after it. */
const TRAINED = 200;
export const STEPS = 20;

const article = articleExperiment('moons', 'mdn');

/** Everything that a preset leaves alone. */
const ALL: Experiment = {
  ...article,
  data: { ...article.data, points: 1000, trainedOn: [-0.5, 1.5] },
  model: { ...article.model, hidden: [20, 10], components: 5, varianceFloor: 0.001 } as never,
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

const FLOORED: Experiment = { ...ALL, training: { ...ALL.training, standardise: true } };
const MEASURED = articleExperiment('engel', 'mdn');

/** A program with the page's points and weights, and what it is to come to. */
export interface Case {
  readonly label: string;
  readonly experiment: Experiment;
  readonly program: string;
  readonly points: string;
  readonly weights: Uint8Array;
  /** In the target's own unit. */
  readonly testLoss: number;
  /** Of each step of training on, in the unit of training. */
  readonly losses: readonly number[];
}

/** The losses of training on from a network's weights, rows in the order in which they were drawn. */
function lossesFrom(experiment: Experiment, { task, parameters }: Fitted): number[] {
  const { training } = experiment;
  const x = toTrainingUnit(task.data.train.x, task.scaling.input);
  const y = toTrainingUnit(task.data.train.y, task.scaling.target);
  const rows = batchRows(experiment);
  const perEpoch = stepsPerEpoch(experiment);
  const weights = Float64Array.from(parameters);
  const moments = [new Float64Array(weights.length), new Float64Array(weights.length)] as const;
  return Array.from({ length: STEPS }, (_, step) => {
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

export async function cases(kernel: URL): Promise<Case[]> {
  const { engine } = await openEngine('fused', fileSources(kernel));
  const named = [
    ...PRESETS,
    { label: 'Moons, all settings', experiment: ALL },
    { label: 'Moons, all settings, standardised', experiment: FLOORED },
    { label: 'Engel, measured', experiment: MEASURED },
  ];
  return named.map(({ label, experiment }) => {
    const trainer = new Trainer(experiment, engine);
    while (trainer.step < TRAINED)
      trainer.advance(Number.POSITIVE_INFINITY, TRAINED - trainer.step);
    const fitted = trainer.fitted();
    trainer.dispose();
    return {
      label,
      experiment,
      program: textOf(programLines(pytorchProgram(experiment))),
      points: pointsCsv(fitted.task.data),
      weights: safetensors(experiment, fitted),
      testLoss: lossOn(fitted, fitted.task.data.tested),
      losses: lossesFrom(experiment, fitted),
    };
  });
}
