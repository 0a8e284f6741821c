import type { Foreseen } from '../core/foreseen.ts';
import type { Mixture } from '../core/mixture.ts';
import { type Fitted, mixturesAt } from '../core/model.ts';
import { parameterCount } from '../core/network.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import { fittedWith } from '../core/scores.ts';
import type { Task } from '../core/task.ts';
import { untrained } from '../core/untrained.ts';
import { foreseenNow } from './foreseen.ts';
import type { Lab } from './lab.ts';

const fittedEnds = new WeakMap<Foreseen, Fitted>();

/** The network of a run's end; the same object as long as the end is. */
function fittedOf(end: Foreseen, task: Task): Fitted {
  const fitted = fittedEnds.get(end) ?? fittedWith(task, end.parameters);
  fittedEnds.set(end, fitted);
  return fitted;
}

/**
 * The network of the newest frame, and before the first one that which the run begins
 * with, or ends with where that is foreseen; null while there is none of this task, as just after another was opened.
 */
export function fittedNow(lab: Lab, task: Task): Fitted | null {
  const { feed, run, editor } = lab;
  const end = foreseenNow(lab);
  if (end) return rememberedTask(end.experiment) === task ? fittedOf(end, task) : null;
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
