import { generate } from './data/data.ts';
import type { Split } from './data/points.ts';
import type { Experiment } from './experiment.ts';
import { type Task, taskOf } from './task.ts';

/** Enough for the labs that a page shows side by side. */
const KEPT = 8;

/** The last few values that were made, by what they were made of. */
class Remembered<T> {
  private readonly kept = new Map<string, T>();

  get(of: unknown, make: () => T): T {
    const { kept } = this;
    const key = JSON.stringify(of);
    const value = kept.get(key) ?? make();
    if (!kept.delete(key) && kept.size >= KEPT) kept.delete(kept.keys().next().value as string);
    // The one used last is the last to go.
    kept.set(key, value);
    return value;
  }
}

const tasks = new Remembered<Task>();
const points = new Remembered<Split>();

/**
 * The task of an experiment, the same object as long as nothing that it depends
 * on changes; its points are the same object also with another model.
 */
export function rememberedTask(experiment: Experiment): Task {
  const { data, model, training, seed } = experiment;
  return tasks.get([data, model, training.standardise, seed], () =>
    taskOf(
      experiment,
      points.get([data, seed], () => generate(data, seed)),
    ),
  );
}
