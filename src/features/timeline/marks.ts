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

/** A timeline's share that a tick has to itself, so that no label lies over another. */
const TICK_ROOM = 0.09;

/** The epochs that are written under a timeline: the last, powers of ten and 0 as far as there is room, falling. */
export function ticksOf(epochs: readonly number[]): number[] {
  const last = epochs.at(-1)!;
  const powers = Array.from({ length: Math.ceil(Math.log10(last)) }, (_, i) => 10 ** i);
  const ticks = [last];
  for (const epoch of [...powers.reverse(), 0]) {
    const room = placeOf(ticks.at(-1)!, epochs) - placeOf(epoch, epochs);
    if (room >= TICK_ROOM) ticks.push(epoch);
  }
  return ticks;
}
