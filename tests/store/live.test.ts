import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { PRESETS, presetOf } from '../../src/core/presets.ts';
import { recipeOf, withRecipe } from '../../src/core/recipes.ts';
import { withSetting } from '../../src/core/settings.ts';
import { editedLive } from '../../src/store/live.ts';

const article = articleExperiment('inverted', 'mdn');
const quick = withRecipe(article, 'quick');

describe('what Live makes of an edit', () => {
  it.each([
    ['data.points', withSetting(quick, 'data.points', 200)],
    ['data.name', withSetting(quick, 'data.name', 'spiral')],
    ['model.hidden', withSetting(quick, 'model.hidden', [100])],
    ['model.kind', withSetting(quick, 'model.kind', 'ffnn')],
  ])('has the recipe follow a change of %s', (setting, after) => {
    const edited = editedLive(setting, quick, after);
    expect(recipeOf(edited)).toBe('quick');
    expect({ ...edited, model: 0, training: 0 }).toEqual({ ...after, model: 0, training: 0 });
  });

  it.each([
    ['training.epochs', withSetting(quick, 'training.epochs', 50)],
    ['model.initialisation', withSetting(quick, 'model.initialisation', 'pytorch')],
    ['recipe', withRecipe(quick, 'tuned')],
    ['link', article],
  ])('leaves %s as it was set', (setting, after) => {
    expect(editedLive(setting, quick, after)).toBe(after);
  });

  it('keeps training settings of the user’s own when data or network change', () => {
    const own = withSetting(quick, 'training.epochs', 50);
    const after = withSetting(own, 'model.components', 3);
    expect(editedLive('model.components', own, after)).toBe(after);
  });

  it('trains the article’s presets by the quick recipe, and the tuned ones as they are', () => {
    const recipes = PRESETS.map(({ experiment }) =>
      recipeOf(editedLive('preset', article, experiment)),
    );
    expect(recipes).toEqual(['quick', 'quick', 'quick', 'quick', 'quick', null, null]);
    const tuned = presetOf('Spiral, tuned')!.experiment;
    expect(editedLive('preset', quick, tuned)).toBe(tuned);
  });
});
