import type { Fitted } from '../../../core/model.ts';
import { rawOutputs } from '../../../core/model.ts';
import type { LossSeries } from '../../../core/run.ts';
import { smallestDeviation } from '../../../core/smallestDeviation.ts';
import type { Task } from '../../../core/task.ts';
import type { WayState } from '../../../core/way.ts';
import { isPrinting } from '../../../ui/printing.ts';
import { ArticleLab } from '../../lab/ArticleLab.ts';
import { endOf, seriesOf } from '../recorded/ends.ts';
import { TWELVE } from './experiments.ts';

/** Many components on few points: widths fall without end. */

export const twelve = new ArticleLab(TWELVE, {
  answer: 'means',
  means: 'all',
  trainingPoints: true,
});

/** The smallest σ along the recorded run, once that is there. */
export let recordedNarrowest: LossSeries | null = null;

// The reader is asked first what will become of it.
twelve.foresee(async () => {
  const { default: file } = await import('../recorded/ends/twelve.json');
  recordedNarrowest = seriesOf(file.narrowest);
  return endOf(TWELVE, file);
}, isPrinting);

const found = new WeakMap<Float32Array, number>();

/** The smallest σ along a run's way, in the target's unit, as a curve like that of the loss; NaN where there is none. */
export function narrowest(task: Task, states: readonly WayState[]): LossSeries {
  const at = (parameters: Float32Array) => {
    const known = found.get(parameters);
    if (known !== undefined) return known;
    const fitted: Fitted = { task, parameters, deviation: Number.NaN };
    const value = smallestDeviation(fitted, rawOutputs) ?? Number.NaN;
    found.set(parameters, value);
    return value;
  };
  return {
    epoch: Float64Array.from(states, ({ epoch }) => epoch),
    loss: Float64Array.from(states, ({ parameters }) => at(parameters)),
  };
}
