import type { Experiment } from './experiment.ts';
import { firstParameters } from './initialisation.ts';
import type { Fitted } from './model.ts';
import { rememberedTask } from './rememberedTask.ts';
import { fittedWith } from './scores.ts';

let kept: { readonly experiment: Experiment; readonly fitted: Fitted } | null = null;

/**
 * The network that a run of this experiment begins with, as the worker's first frame
 * brings it; the same object as long as the experiment is.
 */
export function untrained(experiment: Experiment): Fitted {
  if (kept?.experiment === experiment) return kept.fitted;
  const task = rememberedTask(experiment);
  kept = { experiment, fitted: fittedWith(task, firstParameters(experiment, task)) };
  return kept.fitted;
}
