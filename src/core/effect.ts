import { type Experiment, stepsPerEpoch, testInterval } from './experiment.ts';
import type { RunEnd } from './run.ts';
import { differingSettings, type Effect, SETTINGS, type Setting } from './settings.ts';

/**
 * What a change of the experiment asks of a run that has done `step` optimizer
 * steps, by the rows of the settings that differ: a new start where they ask for
 * different things, or where the run cannot take up what they ask for. Where it
 * cannot take up another end, it is replayed: up to that end, or as far as it was.
 */
export function effectOf(from: Experiment, to: Experiment, step: number): Effect | 'replay' {
  const effects = new Set(
    differingSettings([from, to]).map((path) => {
      const { effect = 'reopen' }: Setting = SETTINGS[path];
      return effect;
    }),
  );
  effects.delete('none');
  const [effect = 'none', ...others] = effects;
  if (others.length > 0) return 'reopen';
  if (effect === 'rate' && step === 0) return 'reopen';
  if (effect === 'end' && !canEnd(from, to, step)) return 'replay';
  return effect;
}

export function endOf({ training: { epochs, stopAtPlateau, keepBest } }: Experiment): RunEnd {
  return { epochs, stopAtPlateau, keepBest };
}

/** The optimizer step after which the experiment's run ends at the latest. */
export function lastStep(experiment: Experiment): number {
  return experiment.training.epochs * stepsPerEpoch(experiment);
}

/**
 * True if a run that has followed one experiment so far may end as the other's
 * replay does: its plateau, and its least test loss, are where the other's are.
 */
function canEnd(from: Experiment, to: Experiment, step: number): boolean {
  const { training } = to;
  if (lastStep(to) < step) return false;
  if (training.stopAtPlateau && !from.training.stopAtPlateau) return false;
  const interval = ({ epochs }: RunEnd) => testInterval(epochs);
  const minded = training.stopAtPlateau || training.keepBest;
  return !minded || interval(from.training) === interval(training);
}
