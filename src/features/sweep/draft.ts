import { roughSeconds } from '../../core/cost.ts';
import { dataSetOf } from '../../core/datasets/datasets.ts';
import type { EngineName, Experiment } from '../../core/experiment.ts';
import type { Problem } from '../../core/parsed.ts';
import {
  listed,
  SWEPT,
  type Sweep,
  type SweepText,
  type Swept,
  seedsOf,
  sweepOf,
} from '../../core/sweep.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import type { AskedSweep } from '../../store/page.ts';

/** What is typed into the form. */
export interface Draft {
  /** At most two, each another. */
  readonly settings: readonly Swept[];
  /** The lists of values, also of settings that are not swept now. */
  readonly values: Readonly<Record<Swept, string>>;
  readonly seeds: string;
}

const SEEDS = [5, 10, 20];

/** Lists that are offered for a setting; the first is what its field begins with. */
export function suggestions(setting: Swept, { data }: Experiment): readonly string[] {
  switch (setting) {
    case 'components':
      return ['1, 2, 3, 4, 5, 10, 30', '1..10'];
    case 'learning-rate':
      return ['0.001, 0.003, 0.01, 0.03', '0.0003, 0.001, 0.003, 0.01, 0.03, 0.1'];
    case 'width':
      return ['5, 10, 20, 50, 100', '10..50:10'];
    case 'points':
      return ['100, 300, 1000, 3000', '100, 200, 500, 1000, 2000, 5000, 10000'];
    case 'noise': {
      const noise = data.noise || 1;
      return [
        [0.25, 0.5, 1, 2].map((factor) => Number((factor * noise).toPrecision(6))).join(', '),
        '0, 0.5, 1',
      ];
    }
  }
}

/** Whether other values of a setting make other runs: points that are given are as many as they are, and have their own noise. */
export function canBeSwept(setting: Swept, { data, model }: Experiment): boolean {
  const { fixedCount, noise } = dataSetOf(data.name);
  switch (setting) {
    case 'components':
      return model.kind === 'mdn';
    case 'points':
      return fixedCount === null;
    case 'noise':
      return noise !== null;
    default:
      return true;
  }
}

/** How many seeds, and which these are. */
export const seedSuggestions = SEEDS.map((count) => ({ count, text: `1..${count}` }));

/** How many seeds come after so many; null where there are enough. */
export function moreSeeds(count: number): number | null {
  return SEEDS.find((more) => more > count) ?? null;
}

/** A sweep's seeds as they are typed. */
export function seedsText(sweep: Sweep): string {
  const seeds = seedsOf(sweep);
  const isRange = seeds.every((seed, i) => seed === seeds[0]! + i);
  return isRange && seeds.length > 1 ? `${seeds[0]}..${seeds.at(-1)}` : seeds.join(', ');
}

/** Beside its training steps every run is set up and scored, which takes about so long, in seconds. */
const BESIDE_SECONDS = 0.6;

/**
 * About how long runs take, in seconds.
 *
 * @param slower how many times as long as usual this machine takes
 */
export function plannedSeconds(
  experiments: readonly Experiment[],
  engine: EngineName,
  workers: number,
  slower = 1,
): number {
  const training = experiments.reduce((sum, one) => sum + roughSeconds(one, engine), 0);
  return (training * slower + BESIDE_SECONDS * experiments.length) / workers;
}

/** What the form begins with has been answered within so many seconds, or has the fewest seeds. */
const PATIENCE_SECONDS = 100;

/**
 * What the form begins with: the question that is asked most, over as many seeds as
 * somebody waits for.
 *
 * @param workersFor how many workers so many runs are given
 */
export function firstDraft(experiment: Experiment, workersFor: (runs: number) => number): Draft {
  const values = Object.fromEntries(
    SWEPT.map((setting) => [setting, suggestions(setting, experiment)[0]!]),
  ) as Record<Swept, string>;
  const mixture = experiment.model.kind === 'mdn';
  const draft: Draft = { settings: [mixture ? 'components' : 'width'], values, seeds: '1..10' };
  const whole = sweepOf(experiment, textOf(draft));
  const isLong =
    whole.ok &&
    plannedSeconds(
      whole.value.experiments,
      experiment.engine,
      workersFor(whole.value.experiments.length),
    ) > PATIENCE_SECONDS;
  return isLong ? { ...draft, seeds: '1..5' } : draft;
}

/** The draft with what is asked for elsewhere; a single run of each value would answer little. */
export function askedDraft(draft: Draft, { settings, values }: AskedSweep): Draft {
  const seeds = listed(draft.seeds)?.length === 1 ? seedSuggestions[0]!.text : draft.seeds;
  return { settings, values: { ...draft.values, ...values }, seeds };
}

/** The draft as the command has it. */
export function textOf({ settings, values, seeds }: Draft): SweepText {
  return { settings: settings.map((setting) => `${setting}=${values[setting]}`), seeds };
}

const FIELDS: Readonly<Record<Swept, string>> = {
  components: 'model.components',
  'learning-rate': 'training.learningRate',
  width: 'model.hidden',
  points: 'data.points',
  noise: 'data.noise',
};

/** The field of the form that a problem concerns; null for the form as a whole. */
export function fieldOf({ field }: Problem): Swept | 'seeds' | null {
  if (field === 'seed') return 'seeds';
  return SWEPT.find((setting) => field.startsWith(FIELDS[setting])) ?? null;
}

/** A setting's name. */
export function settingName(t: Translate, setting: string): string {
  switch (setting as Swept) {
    case 'components':
      return t('controls.components');
    case 'learning-rate':
      return t('controls.learningRate');
    case 'width':
      return t('sweep.width');
    case 'points':
      return t('controls.points');
    case 'noise':
      return t('controls.noise');
  }
}

/** What runs have as the settings that are swept, as in “5 components, width 20”. */
export function valuesText(
  t: Translate,
  settings: readonly string[],
  values: readonly string[],
): string {
  return settings
    .map((setting, i) => {
      const text = values[i]!;
      const told = setting === 'points' ? fixed(Number(text)) : text;
      return t(`sweep.value.${setting as Swept}`, { value: Number(text), text: told });
    })
    .join(', ');
}
