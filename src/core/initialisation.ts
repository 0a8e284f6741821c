import { scaleOf, toTrainingUnit } from './data/standardise.ts';
import type { Experiment, Initialisation } from './experiment.ts';
import { log } from './math.ts';
import { initialParameters, layers } from './network.ts';
import { quantile } from './quantile.ts';
import { type RandomStream, randomStream } from './random.ts';
import type { Task } from './task.ts';

/** K times the σ that spread components begin with, in standard deviations of the targets. */
const SPREAD_WIDTH = 3.5;

/**
 * The parameters that a run begins with, in the layout of `network.ts`.
 *
 * `pytorch`: as `nn.Linear` draws them. `spread`: the same, but for the biases of
 * a mixture's last layer, which put mean k at the quantile (k + ½)/K of the
 * training targets and every σ at 3.5/K of their standard deviation, at most all
 * of it. Each component then begins with a stretch of the targets of its own.
 */
export function initialised(
  { network, data, scaling }: Task,
  initialisation: Initialisation,
  random: RandomStream,
): Float32Array {
  const parameters = initialParameters(network, random);
  const { components } = network;
  if (initialisation === 'pytorch' || components === 0) return parameters;
  const targets = Float64Array.from(toTrainingUnit(data.train.y, scaling.target)).sort();
  const { factor } = scaleOf(targets);
  const logVariance = 2 * (log(Math.min(1, SPREAD_WIDTH / components)) + log(factor));
  const { bias } = layers(network).at(-1)!;
  for (let k = 0; k < components; k++) {
    parameters[bias + components + k] = quantile(targets, (k + 0.5) / components);
    parameters[bias + 2 * components + k] = logVariance;
  }
  return parameters;
}

/** The parameters that a run of an experiment begins with. */
export function firstParameters({ model, seed }: Experiment, task: Task): Float32Array {
  const initialisation = model.kind === 'mdn' ? model.initialisation : 'pytorch';
  return initialised(task, initialisation, randomStream(seed, 'weights'));
}
