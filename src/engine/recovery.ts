import type { TrainingSettings } from '../core/experiment.ts';
import type { Checkpoint, DivergenceCause, TrainerEvent } from '../core/run.ts';
import { baseRate, learningRate } from '../core/schedule.ts';

/** After so many recoveries the run stops: the rate is then a millionth of what it was. */
const MOST_RECOVERIES = 20;

/** Where a run stands, but for parameters and moments. */
export type Position = Omit<Checkpoint, 'state' | 'evaluationDue'>;

/** A step that went wrong. */
interface Failure {
  readonly training: TrainingSettings;
  readonly stepsPerEpoch: number;
  /** Where the run stood before the step. */
  readonly at: Position;
  readonly checkpoint: Checkpoint;
  readonly cause: DivergenceCause;
  /** The batch's loss, in the target's own unit. */
  readonly loss: number;
  readonly gradientNorm: number;
  readonly smallestDeviation: TrainerEvent['smallestDeviation'];
}

/** The rate of a step, after the schedule and the halvings of recoveries. */
export function rateAt(
  training: TrainingSettings,
  step: number,
  stepsPerEpoch: number,
  { rateFactor }: Pick<Checkpoint, 'rateFactor'>,
): number {
  return learningRate(training, step, stepsPerEpoch) * rateFactor;
}

/** The gradient's largest norm, by the setting and by what recoveries have set; 0 for none. */
export function clipNormOf(
  { clipNorm }: TrainingSettings,
  { recoveryClip }: Pick<Checkpoint, 'recoveryClip'>,
): number {
  return Math.min(recoveryClip || clipNorm, clipNorm || recoveryClip);
}

/**
 * What becomes of a run that has diverged, and what is told of it: it goes on
 * from its checkpoint with half the rate and a clipped gradient. `back` is null
 * where it is to stop instead.
 */
export function recover(failure: Failure): { event: TrainerEvent; back: Checkpoint | null } {
  const { training, stepsPerEpoch, at, checkpoint, cause, loss, gradientNorm } = failure;
  const { step, typicalNorm, recoveries } = at;
  const recovers = training.recover && recoveries < MOST_RECOVERIES;
  const back = {
    ...checkpoint,
    rateFactor: checkpoint.rateFactor / 2,
    recoveryClip: checkpoint.typicalNorm || 1,
    recoveries: checkpoint.recoveries + 1,
    lastFailure: Math.max(step, at.lastFailure),
  };
  const backTo = recovers ? back.step : step;
  const event: TrainerEvent = {
    kind: recovers ? 'recovered' : 'diverged',
    number: recoveries + 1,
    step,
    epoch: Math.floor(step / stepsPerEpoch),
    cause,
    loss,
    gradientNorm,
    typicalNorm,
    smallestDeviation: failure.smallestDeviation,
    setRate: baseRate(training, step),
    backTo,
    backToEpoch: Math.floor(backTo / stepsPerEpoch),
    rateFactor: back.rateFactor,
    nextRate: rateAt(training, back.step, stepsPerEpoch, back),
    clipNorm: clipNormOf(training, back),
  };
  return { event, back: recovers ? back : null };
}
