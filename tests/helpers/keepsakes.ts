import { articleExperiment } from '../../src/core/article.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import { firstParameters } from '../../src/core/initialisation.ts';
import { type Keepsake, keepsake } from '../../src/core/keptRun.ts';
import { rememberedTask } from '../../src/core/rememberedTask.ts';
import { fittedWith } from '../../src/core/scores.ts';

/** A run as it is kept, of a network that was not trained really. */
export function keepsakeHere(
  experiment: Experiment = articleExperiment('sine', 'ffnn'),
  epoch = 10,
): Keepsake {
  const task = rememberedTask(experiment);
  const series = {
    epoch: Float64Array.from({ length: epoch }, (_, i) => i + 1),
    loss: Float64Array.from({ length: epoch }, (_, i) => 1 / (i + 1)),
  };
  const place = {
    experiment,
    step: 2 * epoch,
    running: false,
    seconds: 1.5,
    losses: { train: series, test: series },
    events: [],
    colours: null,
    snapshot: null,
  };
  return keepsake(place, fittedWith(task, firstParameters(experiment, task)), epoch);
}
