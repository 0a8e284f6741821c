import type { TrainingSettings } from './experiment.ts';
import { cos } from './math.ts';

/** A cosine schedule ends at this share of the rate. */
const FINAL_SHARE = 0.01;

/** The base rate at optimizer step `step` (from 0): the latest change at or before it. */
export function baseRate({ learningRate, rateChanges }: TrainingSettings, step: number): number {
  return rateChanges.findLast((change) => change.step <= step)?.rate ?? learningRate;
}

/**
 * The learning rate of optimizer step `step`, from 0. The cosine schedule is
 * that of Loshchilov & Hutter (2017), "SGDR", eq. 5, without restarts.
 */
export function learningRate(
  training: TrainingSettings,
  step: number,
  stepsPerEpoch: number,
): number {
  const base = baseRate(training, step);
  if (training.schedule.kind === 'constant') return base;
  const progress = Math.min(1, step / (training.schedule.epochs * stepsPerEpoch));
  return base * (FINAL_SHARE + (1 - FINAL_SHARE) * 0.5 * (1 + cos(Math.PI * progress)));
}

/** The settings with the base rate changed from `step` on; what was to come after is dropped. */
export function withRate(training: TrainingSettings, step: number, rate: number): TrainingSettings {
  if (step === 0) return { ...training, learningRate: rate, rateChanges: [] };
  const earlier = training.rateChanges.filter((change) => change.step < step);
  return { ...training, rateChanges: [...earlier, { step, rate }] };
}

/** The base rate that was set last, also if it holds only from a later step on. */
export function latestRate({ learningRate, rateChanges }: TrainingSettings): number {
  return rateChanges.at(-1)?.rate ?? learningRate;
}
