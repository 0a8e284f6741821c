import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { PRESETS, presetOf } from '../../src/core/presets.ts';
import { recipeOf, withRecipe } from '../../src/core/recipes.ts';
import { withSetting } from '../../src/core/settings.ts';
import { edited } from '../../src/store/edited.ts';

const article = articleExperiment('inverted', 'mdn');
const quick = withRecipe(article, 'quick');

describe.each([false, true])('what becomes of an edit, with Live %s', (live) => {
  it.each([
    ['data.points', withSetting(quick, 'data.points', 200)],
    ['data.name', withSetting(quick, 'data.name', 'spiral')],
    ['model.hidden', withSetting(quick, 'model.hidden', [100])],
    ['model.kind', withSetting(quick, 'model.kind', 'ffnn')],
  ])('has the recipe follow a change of %s', (setting, after) => {
    const next = edited(setting, quick, after, live);
    expect(recipeOf(next)).toBe('quick');
    expect({ ...next, model: 0, training: 0 }).toEqual({ ...after, model: 0, training: 0 });
  });

  it.each([
    ['training.epochs', withSetting(quick, 'training.epochs', 50)],
    ['model.initialisation', withSetting(quick, 'model.initialisation', 'pytorch')],
    ['recipe', withRecipe(quick, 'tuned')],
    ['link', article],
  ])('leaves %s as it was set', (setting, after) => {
    expect(edited(setting, quick, after, live)).toBe(after);
  });

  it('keeps training settings of the user’s own when data or network change', () => {
    const own = withSetting(quick, 'training.epochs', 50);
    const after = withSetting(own, 'model.components', 3);
    expect(edited('model.components', own, after, live)).toBe(after);
  });

  it('leaves the tuned presets as they are', () => {
    const tuned = presetOf('Spiral, tuned')!.experiment;
    expect(edited('preset', quick, tuned, live)).toBe(tuned);
  });
});

describe('a preset', () => {
  const recipes = (live: boolean) =>
    PRESETS.map(({ experiment }) => recipeOf(edited('preset', article, experiment, live)));

  it('of the article is trained by the quick recipe under Live, and otherwise by its own', () => {
    expect(recipes(true)).toEqual([...Array(5).fill('quick'), null, null]);
    expect(recipes(false)).toEqual([...Array(5).fill('article'), null, null]);
  });
});
