import type { Fitted } from '../../../core/model.ts';
import { rawOutputs } from '../../../core/model.ts';
import { smallestDeviation } from '../../../core/smallestDeviation.ts';
import type { Task } from '../../../core/task.ts';
import type { WayState } from '../../../core/way.ts';
import { ArticleLab } from '../../lab/ArticleLab.ts';
import { TWELVE } from './experiments.ts';

/** Many components on few points: widths fall without end. */

export const twelve = new ArticleLab(TWELVE, {
  answer: 'means',
  means: 'all',
  trainingPoints: true,
});

const found = new WeakMap<Float32Array, number>();

/** The smallest σ along a run's way, in the target's unit; NaN where there is none. */
export function narrowest(
  task: Task,
  states: readonly WayState[],
): { x: Float64Array; y: Float64Array } {
  const at = (parameters: Float32Array) => {
    const known = found.get(parameters);
    if (known !== undefined) return known;
    const fitted: Fitted = { task, parameters, deviation: Number.NaN };
    const value = smallestDeviation(fitted, rawOutputs) ?? Number.NaN;
    found.set(parameters, value);
    return value;
  };
  return {
    x: Float64Array.from(states, ({ epoch }) => epoch),
    y: Float64Array.from(states, ({ parameters }) => at(parameters)),
  };
}
