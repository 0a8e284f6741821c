import { type Experiment, LIMITS } from '../../core/experiment.ts';
import type { TrainerEvent } from '../../core/run.ts';
import { latestRate } from '../../core/schedule.ts';
import { type SettingValue, settingIn } from '../../core/settings.ts';

type Curing =
  | 'training.learningRate'
  | 'model.varianceFloor'
  | 'training.clipNorm'
  | 'training.standardise';

/** A setting's value that makes a divergence less likely. */
export type Cure = {
  [Path in Curing]: { readonly of: Path; readonly value: SettingValue<Path> };
}[Curing];

/** A hundredth of the target's standard deviation is the least that a component then has. */
const FLOOR = 1e-4;

const rounded = (value: number) => Number(value.toPrecision(2));

/**
 * The cures of a divergence that the experiment does not have already.
 *
 * @param event the run's last one
 */
export function cures(experiment: Experiment, event: TrainerEvent): Cure[] {
  const { training } = experiment;
  const rate = latestRate(training);
  const lower = Math.max(LIMITS.learningRate.min, rounded(rate / 3));
  const norm = Math.min(LIMITS.clipNorm.max, rounded(event.clipNorm));
  const offered: readonly [boolean, Cure][] = [
    [rate >= event.setRate && lower < rate, { of: 'training.learningRate', value: lower }],
    [
      settingIn(experiment, 'model.varianceFloor') === 0,
      { of: 'model.varianceFloor', value: FLOOR },
    ],
    // A run that has recovered clips already.
    [
      training.clipNorm === 0 && norm > 0 && event.kind === 'diverged',
      { of: 'training.clipNorm', value: norm },
    ],
    [!training.standardise, { of: 'training.standardise', value: true }],
  ];
  return offered.filter(([open]) => open).map(([, cure]) => cure);
}
