import type { Experiment } from './experiment.ts';
import { type Task, taskOf } from './task.ts';

/** Enough for the labs that a page shows side by side. */
const KEPT = 8;
const kept = new Map<string, Task>();

/** The task of an experiment, the same object as long as nothing that it depends on changes. */
export function rememberedTask(experiment: Experiment): Task {
  const { data, model, training, seed } = experiment;
  const key = JSON.stringify([data, model, training.standardise, seed]);
  let task = kept.get(key);
  if (task) {
    kept.delete(key);
  } else {
    task = taskOf(experiment);
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value as string);
  }
  // The one used last is the last to go.
  kept.set(key, task);
  return task;
}
