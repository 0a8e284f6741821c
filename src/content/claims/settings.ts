import { articleExperiment } from '../../core/article.ts';
import { FRESH_POINTS, splitSizes } from '../../core/data/data.ts';
import { batchRows, type Experiment, stepsPerEpoch } from '../../core/experiment.ts';
import { parameterCount } from '../../core/network.ts';
import { decimals, percent } from '../../i18n/numbers.ts';
import { FEW, SOME } from '../figures/10-break-it/experiments.ts';
import type { Claim } from './claim.ts';

/** What the text tells of how its runs are set, each read from the experiment itself. */

const SINE = articleExperiment('sine', 'ffnn');
const MIXTURE = articleExperiment('inverted', 'mdn');
const SPIRAL = articleExperiment('spiral', 'mdn');

const trainedOn = ({ data }: Experiment) => splitSizes(data).train;
const testedOn = ({ data }: Experiment) => splitSizes(data).test;
/** Points that are left over for the last batch of an epoch. */
const lastBatch = (experiment: Experiment) => trainedOn(experiment) % batchRows(experiment);
const steps = (experiment: Experiment) => experiment.training.epochs * stepsPerEpoch(experiment);
const inBatchesOf = (batchSize: number): Experiment => ({
  ...SINE,
  training: { ...SINE.training, batchSize },
});
const parameters = (experiment: Experiment) =>
  parameterCount({ hidden: experiment.model.hidden, components: 0 });

const whole = (value: number): Claim => ({ values: () => [value], written: decimals(0) });
const share = (value: number): Claim => ({
  values: () => [value],
  written: (own) => percent(own),
});

export const SETTINGS = {
  points: whole(SINE.data.points),
  'points-train': whole(trainedOn(SINE)),
  'points-test': whole(testedOn(SINE)),
  'points-fresh': whole(FRESH_POINTS),
  /** The standard error of a mean of squared Gaussian errors, relative to it: √(2/n). */
  'points-test-scatter': share(Math.sqrt(2 / testedOn(SINE))),
  batch: whole(batchRows(SINE)),
  'batch-last': whole(lastBatch(SINE)),
  epochs: whole(SINE.training.epochs),
  steps: whole(steps(SINE)),
  'steps-of-100': whole(steps(inBatchesOf(100))),
  'learning-rate': { values: () => [SINE.training.learningRate], written: decimals(1) },
  parameters: whole(parameters(SINE)),
  'parameters-share': share(parameters(SINE) / trainedOn(SINE)),
  'mixture-units': whole(MIXTURE.model.hidden[0]!),
  'mixture-components': whole(MIXTURE.model.kind === 'mdn' ? MIXTURE.model.components : 0),
  'spiral-train': whole(trainedOn(SPIRAL)),
  'spiral-test': whole(testedOn(SPIRAL)),
  'spiral-batch': whole(batchRows(SPIRAL)),
  'spiral-batch-last': whole(lastBatch(SPIRAL)),
  'few-points': whole(trainedOn(FEW)),
  'some-points': whole(trainedOn(SOME)),
} as const satisfies Record<string, Claim>;
