import { rememberedPoints } from './data/data.ts';
import type { Experiment } from './experiment.ts';
import { Remembered } from './remembered.ts';
import { type Task, taskOf } from './task.ts';

const tasks = new Remembered<Task>();

/**
 * The task of an experiment, the same object as long as nothing that it depends
 * on changes; its points are the same object also with another model.
 */
export function rememberedTask(experiment: Experiment): Task {
  const { data, model, training, seed } = experiment;
  return tasks.get([data, model, training.standardise, seed], () =>
    taskOf(experiment, rememberedPoints(data, seed)),
  );
}
