import { conditionalMixtures } from '../core/conditionalMixture.ts';
import type { Mixture } from '../core/mixture.ts';
import type { Task } from '../core/task.ts';
import type { Lab } from './lab.ts';

/** σ̂ of a feed-forward network as of the newest frame; NaN before the first epoch. */
export function errorDeviation({ feed }: Lab): number {
  return feed.frame?.view.grid.deviations[0] ?? Number.NaN;
}

/** The newest mixture at each input; null while there is none of this task. */
export function mixturesNow(lab: Lab, task: Task, x: ArrayLike<number>): Mixture[] | null {
  const parameters = lab.feed.frame?.parameters;
  return parameters ? conditionalMixtures(task, parameters, x, errorDeviation(lab)) : null;
}
