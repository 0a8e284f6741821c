import type { Experiment } from './experiment.ts';
import { firstParameters } from './initialisation.ts';
import { type Fitted, mixturesAt } from './model.ts';
import { rememberedTask } from './rememberedTask.ts';
import type { Task } from './task.ts';

/** The root of the mean squared training error, in the target's own unit. */
function errorOf(task: Task, parameters: Float32Array): number {
  const { x, y } = task.data.train;
  let sum = 0;
  mixturesAt({ task, parameters, deviation: 1 }, x).forEach(({ means }, i) => {
    sum += (means[0]! - y[i]!) ** 2;
  });
  return Math.sqrt(sum / x.length);
}

let kept: { readonly experiment: Experiment; readonly fitted: Fitted } | null = null;

/**
 * The network that a run of this experiment begins with, as the worker's first frame
 * brings it; the same object as long as the experiment is.
 */
export function untrained(experiment: Experiment): Fitted {
  if (kept?.experiment === experiment) return kept.fitted;
  const task = rememberedTask(experiment);
  const parameters = firstParameters(experiment, task);
  const deviation = task.network.components === 0 ? errorOf(task, parameters) : Number.NaN;
  kept = { experiment, fitted: { task, parameters, deviation } };
  return kept.fitted;
}
