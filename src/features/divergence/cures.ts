import { type Experiment, LIMITS } from '../../core/experiment.ts';
import type { TrainerEvent } from '../../core/run.ts';
import { latestRate } from '../../core/schedule.ts';

/** A change of the experiment that makes a divergence less likely. */
export type Cure =
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'clip'; readonly norm: number }
  | { readonly kind: 'floor'; readonly share: number }
  | { readonly kind: 'standardise' };

/** A hundredth of the target's standard deviation is the least that a component then has. */
const FLOOR = 1e-4;

const rounded = (value: number) => Number(value.toPrecision(2));

/**
 * The cures of a divergence that the experiment does not have already.
 *
 * @param event the run's last one
 */
export function cures({ model, training }: Experiment, event: TrainerEvent): Cure[] {
  const rate = latestRate(training);
  const lower = Math.max(LIMITS.learningRate.min, rounded(rate / 3));
  const norm = Math.min(LIMITS.clipNorm.max, rounded(event.clipNorm));
  const offered: readonly [boolean, Cure][] = [
    [rate >= event.setRate && lower < rate, { kind: 'rate', rate: lower }],
    [model.kind === 'mdn' && model.varianceFloor === 0, { kind: 'floor', share: FLOOR }],
    // A run that has recovered clips already.
    [training.clipNorm === 0 && norm > 0 && event.kind === 'diverged', { kind: 'clip', norm }],
    [!training.standardise, { kind: 'standardise' }],
  ];
  return offered.filter(([open]) => open).map(([, cure]) => cure);
}

/** The experiment with a cure, but for that of the rate, which a run can take up as it goes. */
export function cured(experiment: Experiment, cure: Exclude<Cure, { kind: 'rate' }>): Experiment {
  const { model, training } = experiment;
  switch (cure.kind) {
    case 'floor':
      return model.kind === 'mdn'
        ? { ...experiment, model: { ...model, varianceFloor: cure.share } }
        : experiment;
    case 'clip':
      return { ...experiment, training: { ...training, clipNorm: cure.norm } };
    case 'standardise':
      return { ...experiment, training: { ...training, standardise: true } };
  }
}
