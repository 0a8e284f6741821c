import { type Experiment, stepsPerEpoch } from '../../core/experiment.ts';
import { lowest } from '../../core/lowest.ts';
import type { LossSeries, TrainerEvent } from '../../core/run.ts';

/** Something that stands on the timeline. */
export interface Mark {
  readonly kind: 'best' | 'recovery' | 'rate';
  readonly epoch: number;
}

/** What a run's timeline is marked with, by kind. */
export function marksOf(
  experiment: Experiment,
  test: LossSeries,
  events: readonly TrainerEvent[],
): Mark[] {
  const perEpoch = stepsPerEpoch(experiment);
  const best = lowest(test);
  return [
    ...experiment.training.rateChanges.map(({ step }) => ({
      kind: 'rate' as const,
      epoch: Math.floor(step / perEpoch),
    })),
    ...events
      .filter(({ kind }) => kind === 'recovered')
      .map(({ backToEpoch }) => ({ kind: 'recovery' as const, epoch: backToEpoch })),
    ...(best ? [{ kind: 'best' as const, epoch: best.epoch }] : []),
  ];
}

/**
 * Where an epoch stands on a timeline of `epochs`, from 0 at its beginning to 1 at
 * its end; between two of them by its share of the way.
 */
export function placeOf(epoch: number, epochs: readonly number[]): number {
  const after = epochs.findIndex((e) => e >= epoch);
  if (after < 0) return 1;
  if (after === 0) return 0;
  const [low, high] = [epochs[after - 1]!, epochs[after]!];
  return (after - 1 + (epoch - low) / (high - low)) / (epochs.length - 1);
}
