import type { Experiment } from '../core/experiment.ts';
import { recipeOf, withRecipe } from '../core/recipes.ts';

/**
 * What an edit brings with it, so that what follows is trained well: a recipe follows
 * the data and the network, and under Live one of the article's presets is trained by
 * the quick one. Training settings of the user's own stay.
 *
 * @param setting what was edited, as the editor is told
 */
export function edited(
  setting: string,
  before: Experiment,
  after: Experiment,
  live: boolean,
): Experiment {
  if (setting === 'preset') {
    return live && recipeOf(after) === 'article' ? withRecipe(after, 'quick') : after;
  }
  const recipe = FOLLOWED.test(setting) ? recipeOf(before) : null;
  return recipe ? withRecipe(after, recipe) : after;
}

/** Data and network; the initialisation is the recipe's, and name and kind bring theirs along. */
const FOLLOWED = /^(data|model)\.(?!(initialisation|name|kind)$)/;
