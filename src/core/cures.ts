import { type Experiment, LIMITS } from './experiment.ts';
import { type Recipe, withRecipe } from './recipes.ts';
import type { TrainerEvent } from './run.ts';
import { same } from './same.ts';
import { latestRate } from './schedule.ts';
import { type SettingValue, settingIn, withSetting } from './settings.ts';

type Curing =
  | 'data.points'
  | 'model.activation'
  | 'model.components'
  | 'model.hidden'
  | 'model.initialisation'
  | 'model.varianceFloor'
  | 'training.clipNorm'
  | 'training.keepBest'
  | 'training.learningRate'
  | 'training.standardise'
  | 'training.weightDecay';

/** A change of the experiment after which training goes better: one setting, or a recipe. */
export type Cure =
  | { [Path in Curing]: { readonly of: Path; readonly value: SettingValue<Path> } }[Curing]
  | { readonly of: 'recipe'; readonly value: Recipe };

/** The experiment with the change made. */
export function cured(experiment: Experiment, cure: Cure): Experiment {
  return cure.of === 'recipe'
    ? withRecipe(experiment, cure.value)
    : withSetting(experiment, cure.of, cure.value);
}

/** True if the change is one: it asks for what the experiment does not have. */
export function changes(experiment: Experiment, cure: Cure): boolean {
  return !same(cured(experiment, cure), experiment);
}

/** A hundredth of the target's standard deviation is the least that a component then has. */
const FLOOR = 1e-4;

const rounded = (value: number) => Number(value.toPrecision(2));

/**
 * The cures of a divergence that the experiment does not have already.
 *
 * @param event the run's last one
 */
export function divergenceCures(experiment: Experiment, event: TrainerEvent): Cure[] {
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
