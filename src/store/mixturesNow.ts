import type { Mixture } from '../core/mixture.ts';
import { type Fitted, mixturesAt } from '../core/model.ts';
import { parameterCount } from '../core/network.ts';
import type { Task } from '../core/task.ts';
import { untrained } from '../core/untrained.ts';
import type { Lab } from './lab.ts';

/**
 * The network of the newest frame, and before the first one that which the run begins
 * with; null while there is none of this task, as just after another was opened.
 */
export function fittedNow({ feed, run, editor }: Lab, task: Task): Fitted | null {
  const { frame } = feed;
  if (!frame && run.getState().step === 0) {
    const fitted = untrained(editor.experiment);
    return fitted.task === task ? fitted : null;
  }
  if (frame?.parameters.length !== parameterCount(task.network)) return null;
  const { components } = task.network;
  const deviation = components === 0 ? frame.view.grid.deviations[0]! : Number.NaN;
  return { task, parameters: frame.parameters, deviation };
}

/** The newest mixture at each input; null while there is none of this task. */
export function mixturesNow(lab: Lab, task: Task, x: Float64Array): Mixture[] | null {
  const fitted = fittedNow(lab, task);
  return fitted && mixturesAt(fitted, x);
}
