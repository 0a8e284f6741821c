import { articleExperiment } from '../core/article.ts';
import type { Experiment } from '../core/experiment.ts';
import { type KeptRun, LONGEST_NAME } from '../core/keptRun.ts';
import { matchingPreset } from '../core/presets.ts';
import { recipeOf, withRecipe } from '../core/recipes.ts';
import { differingSettings } from '../core/settings.ts';
import { usualRecipe } from '../core/usual.ts';
import type { Translate } from '../i18n/index.ts';
import { fixed } from '../i18n/numbers.ts';
import { dataAndModel, presetName } from './presetName.ts';
import { settingTexts } from './settingTexts.ts';

/** Settings that a name tells at most; the table tells the rest. */
const MOST_TOLD = 2;

/**
 * What a run is of: its preset, or its data and model, and what sets it apart from
 * others of them; from the article's where there are none.
 */
function subject(t: Translate, experiment: Experiment, others: readonly Experiment[]): string {
  const { data, model, training } = experiment;
  const preset = matchingPreset(experiment);
  const usual = preset?.experiment ?? articleExperiment(data.name, model.kind);
  const recipe = preset ? null : recipeOf(experiment);
  const named = recipe !== null && recipe !== usualRecipe(data.name);
  // A recipe says all about how it is trained.
  const expected = recipe ? { ...withRecipe(usual, recipe), training } : usual;
  const alike = others.filter(
    (other) => other.data.name === data.name && other.model.kind === model.kind,
  );
  const differing = differingSettings(
    preset || alike.length === 0 ? [expected, experiment] : [experiment, ...alike],
  );
  const told = settingTexts(t, experiment)
    .filter(({ path }) => differing.includes(path))
    .slice(0, MOST_TOLD)
    .map(({ name, text }) => `${name} ${text}`);
  return [
    preset ? presetName(t, preset) : dataAndModel(t, experiment),
    ...(named ? [t(`controls.recipes.${recipe}`)] : []),
    ...told,
  ].join(', ');
}

/** A name for a run to be kept: what sets it apart, its epoch too where it is not the first of its kind. */
export function runName(
  t: Translate,
  experiment: Experiment,
  epoch: number,
  kept: readonly Pick<KeptRun, 'name' | 'place'>[],
): string {
  const short = (name: string) => name.slice(0, LONGEST_NAME);
  const others = kept.map(({ place }) => place.experiment);
  const plain = short(subject(t, experiment, others));
  if (kept.every(({ name }) => name !== plain)) return plain;
  return short(t('runs.atEpoch', { name: plain, epoch: fixed(epoch) }));
}
