import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { counterpart } from '../../src/core/counterpart.ts';
import { recipeOf, withRecipe } from '../../src/core/recipes.ts';
import { withSetting } from '../../src/core/settings.ts';

const mdn = articleExperiment('inverted', 'mdn');
const ffnn = articleExperiment('inverted', 'ffnn');

describe('the other model of the same data', () => {
  it('is the article’s, for the article’s', () => {
    expect(counterpart(mdn, 'ffnn')).toEqual(ffnn);
    expect(counterpart(ffnn, 'mdn')).toEqual(mdn);
  });

  it('is the model itself, where that is asked for', () => {
    expect(counterpart(mdn, 'mdn')).toEqual(mdn);
  });

  it('has the same points, and is trained by the same recipe', () => {
    const quick = withRecipe({ ...mdn, seed: 3, data: { ...mdn.data, points: 500 } }, 'quick');
    const other = counterpart(quick, 'ffnn');
    expect(other).toMatchObject({ data: quick.data, seed: 3, model: { kind: 'ffnn' } });
    expect(recipeOf(other)).toBe('quick');
  });

  it('knows nothing of changes made while the other was trained', () => {
    const tuned = withSetting(mdn, 'training.rateChanges', [{ step: 10, rate: 0.5 }]);
    expect(counterpart(tuned, 'ffnn')).toEqual(ffnn);
  });
});
