import type { Experiment } from '../core/experiment.ts';
import { recipeOf, withRecipe } from '../core/recipes.ts';

/**
 * What Live makes of an edit, so that it is trained quickly and well: a recipe
 * follows the data and the network, and one of the article's presets is trained
 * by the quick one. Training settings of the user's own stay.
 *
 * @param setting what was edited, as the editor is told
 */
export function editedLive(setting: string, before: Experiment, after: Experiment): Experiment {
  if (setting === 'preset') {
    return recipeOf(after) === 'article' ? withRecipe(after, 'quick') : after;
  }
  const recipe = FOLLOWED.test(setting) ? recipeOf(before) : null;
  return recipe ? withRecipe(after, recipe) : after;
}

/** Data and network; the initialisation is the recipe's. */
const FOLLOWED = /^(data|model)\.(?!initialisation$)/;
