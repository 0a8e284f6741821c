import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { splitSizes } from '../../src/core/data/data.ts';
import { parseExperiment, stepsPerEpoch } from '../../src/core/experiment.ts';
import { presetOf } from '../../src/core/presets.ts';
import { RECIPES, recipeOf, withRecipe } from '../../src/core/recipes.ts';
import { anyExperiment } from '../helpers/arbitrary.ts';

describe('a recipe', () => {
  it('makes a valid experiment of any, which is known by it again', () => {
    fc.assert(
      fc.property(anyExperiment(), fc.constantFrom(...RECIPES), (experiment, recipe) => {
        const made = withRecipe(experiment, recipe);
        expect(parseExperiment(made)).toEqual({ ok: true, value: made });
        expect(withRecipe(made, recipe)).toEqual(made);
        expect(RECIPES.indexOf(recipeOf(made)!)).toBeLessThanOrEqual(RECIPES.indexOf(recipe));
      }),
    );
  });

  it('changes the training and the start, and neither data nor network', () => {
    fc.assert(
      fc.property(anyExperiment(), fc.constantFrom(...RECIPES), (experiment, recipe) => {
        const { data, seed, engine, model } = withRecipe(experiment, recipe);
        expect({ data, seed, engine }).toEqual({
          data: experiment.data,
          seed: experiment.seed,
          engine: experiment.engine,
        });
        expect(model.hidden).toEqual(experiment.model.hidden);
      }),
    );
  });

  it('of the article gives the article’s experiment back', () => {
    const article = articleExperiment('spiral', 'mdn');
    expect(withRecipe(withRecipe(article, 'tuned'), 'article')).toEqual(article);
    expect(recipeOf(article)).toBe('article');
  });

  it('is about 300 steps when quick and 2000 when tuned, whatever the number of points', () => {
    for (const points of [3000, 20_000]) {
      const article = articleExperiment('inverted', 'mdn');
      const experiment = { ...article, data: { ...article.data, points } };
      for (const [recipe, steps] of [
        ['quick', 300],
        ['tuned', 2000],
      ] as const) {
        const made = withRecipe(experiment, recipe);
        const taken = made.training.epochs * stepsPerEpoch(made);
        expect(Math.abs(taken / steps - 1)).toBeLessThan(0.15);
      }
    }
  });

  it('goes over few points less often, so that they are not learned by heart', () => {
    const article = articleExperiment('inverted', 'mdn');
    const few = { ...article, data: { ...article.data, points: 50 } };
    const made = withRecipe(few, 'tuned');
    expect(splitSizes(few.data).train).toBe(37);
    expect([made.training.batchSize, made.training.epochs]).toEqual([10, 30]);
  });
});

describe('the tuned presets', () => {
  it.each([
    ['Inverted, tuned', 'inverted', 100],
    ['Spiral, tuned', 'spiral', 300],
  ])('%s trains on the article’s points for at most %3$i epochs', (label, name, epochs) => {
    const { experiment } = presetOf(label)!;
    expect(experiment.data).toEqual(articleExperiment(name as 'spiral', 'mdn').data);
    expect(experiment.training.epochs).toBeLessThanOrEqual(epochs);
    expect(experiment.training.keepBest).toBe(true);
  });
});
