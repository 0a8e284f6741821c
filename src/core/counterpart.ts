import { withModel } from './article.ts';
import type { Experiment, ModelKind } from './experiment.ts';
import { recipeOf, withRecipe } from './recipes.ts';

/**
 * The run of one of the two models that is to be held against an experiment's: on
 * the same data and seed, trained by the same recipe, from its start.
 */
export function counterpart(experiment: Experiment, kind: ModelKind): Experiment {
  const training = { ...experiment.training, rateChanges: [] };
  const begun = { ...experiment, training };
  const recipe = recipeOf(begun);
  const other = withModel(begun, kind);
  return recipe ? withRecipe(other, recipe) : other;
}
