import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { ARTICLE_NAMES, DATA_NAMES } from '../../src/core/datasets/datasets.ts';
import { type Experiment, MODEL_KINDS } from '../../src/core/experiment.ts';
import { RECIPES, recipeOf, withRecipe } from '../../src/core/recipes.ts';
import { withSetting } from '../../src/core/settings.ts';
import { usualRecipe, withData, withModel } from '../../src/core/usual.ts';

const article = articleExperiment('inverted', 'mdn');

describe('other data', () => {
  it('are trained on as is usual for them, in either direction', () => {
    for (const kind of MODEL_KINDS) {
      const begun = articleExperiment('inverted', kind);
      for (const name of DATA_NAMES) {
        const changed = withData(begun, name);
        expect(recipeOf(changed)).toBe(
          ARTICLE_NAMES.includes(name as 'sine') ? 'article' : 'tuned',
        );
        expect(withData(changed, 'inverted')).toEqual(begun);
      }
    }
  });

  it('have a recipe that somebody chose follow them', () => {
    const any = fc.constantFrom(...DATA_NAMES);
    fc.assert(
      fc.property(any, any, fc.constantFrom(...RECIPES), (from, to, recipe) => {
        fc.pre(recipe !== usualRecipe(from));
        const chosen = withRecipe(articleExperiment(from, 'mdn'), recipe);
        expect(recipeOf(withData(chosen, to))).toBe(recipe);
      }),
    );
  });

  it('keep training settings of the user’s own, standardised where the units ask for it', () => {
    const own = withSetting(article, 'training.epochs', 17);
    const changed = withData(own, 'engel');
    expect(changed.training).toEqual({ ...own.training, standardise: true });
  });

  it('begin with few components where the points are few, or the set says so', () => {
    const components = ({ model }: Experiment) => model.kind === 'mdn' && model.components;
    // 100 training points of 133, 204 of 272; Bishop's network has 3 kernels.
    const names = ['mcycle', 'faithful', 'bishop', 'ring'] as const;
    expect(names.map((name) => components(withData(article, name)))).toEqual([4, 8, 3, 30]);
    const own = withSetting(article, 'model.components', 12);
    expect(names.map((name) => components(withData(own, name)))).toEqual([12, 12, 12, 12]);
  });
});

describe('another model', () => {
  it('is trained by the same recipe', () => {
    for (const recipe of RECIPES) {
      const mixture = withRecipe(articleExperiment('ring', 'mdn'), recipe);
      const other = withModel(mixture, 'ffnn');
      expect(other).toEqual(withRecipe(articleExperiment('ring', 'ffnn'), recipe));
      expect(withModel(other, 'mdn')).toEqual(mixture);
    }
  });
});
