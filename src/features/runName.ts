import { articleExperiment } from '../core/article.ts';
import type { Experiment } from '../core/experiment.ts';
import { LONGEST_NAME } from '../core/keptRun.ts';
import { matchingPreset } from '../core/presets.ts';
import { recipeOf, withRecipe } from '../core/recipes.ts';
import { differingSettings } from '../core/settings.ts';
import type { Translate } from '../i18n/index.ts';
import { fixed } from '../i18n/numbers.ts';
import { settingTexts } from './settingTexts.ts';

/** Settings that a name tells at most; the table tells the rest. */
const MOST_TOLD = 2;

/** What a run is of: its preset, or its data and model, and what is not as in the article. */
function subject(t: Translate, experiment: Experiment): string {
  const { data, model, training } = experiment;
  const preset = matchingPreset(experiment);
  const usual = preset?.experiment ?? articleExperiment(data.name, model.kind);
  const recipe = preset ? null : recipeOf(experiment);
  const named = recipe !== null && recipe !== 'article';
  // A recipe says all about how it is trained.
  const expected = recipe ? { ...withRecipe(usual, recipe), training } : usual;
  const differing = differingSettings([expected, experiment]);
  const told = settingTexts(t, experiment)
    .filter(({ path }) => differing.includes(path))
    .slice(0, MOST_TOLD)
    .map(({ name, text }) => `${name} ${text}`);
  const of =
    preset?.label ??
    t('runs.name', {
      data: t(`controls.datasets.${data.name}`),
      model: t(`controls.models.${model.kind}`),
    });
  return [of, ...(named ? [t(`controls.recipes.${recipe}`)] : []), ...told].join(', ');
}

/** A name for a run to be kept: what sets it apart, its epoch too where it is not the first of its kind. */
export function runName(
  t: Translate,
  experiment: Experiment,
  epoch: number,
  taken: readonly string[],
): string {
  const short = (name: string) => name.slice(0, LONGEST_NAME);
  const plain = short(subject(t, experiment));
  if (!taken.includes(plain)) return plain;
  return short(t('runs.atEpoch', { name: plain, epoch: fixed(epoch) }));
}
