import { type Experiment, stepsPerEpoch, testInterval } from '../core/experiment.ts';
import type { RunEnd } from '../core/run.ts';
import { same } from '../core/same.ts';

/** What a change of the experiment asks of the run. */
export type Effect = 'none' | 'rate' | 'end' | 'reopen';

/**
 * What a change of the experiment asks of a run that has done `step` optimizer
 * steps: nothing, a live change of the rate, another end, or a new start.
 */
export function effectOf(from: Experiment, to: Experiment, step: number): Effect {
  if (same(from, to)) return 'none';
  const rateOf = ({ learningRate, rateChanges }: Experiment['training']) => ({
    learningRate,
    rateChanges,
  });
  const withoutRate = { ...to, training: { ...to.training, ...rateOf(from.training) } };
  if (same(from, withoutRate)) return step > 0 ? 'rate' : 'reopen';
  const withoutEnd = { ...to, training: { ...to.training, ...endOf(from) } };
  const ahead = to.training.epochs * stepsPerEpoch(to) >= step;
  return same(from, withoutEnd) && ahead && samePlateau(from, to) ? 'end' : 'reopen';
}

export function endOf({ training: { epochs, stopAtPlateau } }: Experiment): RunEnd {
  return { epochs, stopAtPlateau };
}

/** True if a run that has followed one experiment meets the plateau where the other's replay does. */
function samePlateau({ training: from }: Experiment, { training: to }: Experiment): boolean {
  if (!to.stopAtPlateau) return true;
  return from.stopAtPlateau && testInterval(from.epochs) === testInterval(to.epochs);
}
