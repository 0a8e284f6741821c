import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { PRESETS } from '../../src/core/presets.ts';
import { withRecipe } from '../../src/core/recipes.ts';
import { withSetting } from '../../src/core/settings.ts';
import { runName } from '../../src/features/runName.ts';
import { keepsakeHere } from '../helpers/keepsakes.ts';
import { t } from '../helpers/texts.ts';

const article = articleExperiment('inverted', 'mdn');
/** @param kept those that are there already, with names of their own */
const named = (experiment: typeof article, ...kept: (typeof article)[]): string =>
  runName(
    t,
    experiment,
    1200,
    kept.map((other) => ({
      name: named(other),
      place: { ...keepsakeHere().place, experiment: other },
    })),
  );

describe('the name of a run that is kept', () => {
  it('is its preset’s', () => {
    for (const { label, experiment } of PRESETS) expect(named(experiment)).toBe(label);
  });

  it('says what is not as in the article, two settings at most', () => {
    expect(named(withSetting(article, 'seed', 3))).toBe('Inverted · MDN, Seed 3');
    const few = withSetting(article, 'model.components', 5);
    expect(named(few)).toBe('Inverted · MDN, Components 5');
    const more = withSetting(withSetting(few, 'data.noise', 2), 'training.clipNorm', 1);
    expect(named(more)).toBe('Inverted · MDN, Noise 2, Components 5');
  });

  it('says the recipe in place of what it is made of', () => {
    expect(named(withRecipe(article, 'quick'))).toBe('Inverted · MDN, Quick');
  });

  it('says what sets it apart from those of the same data and model that are kept', () => {
    const small = withSetting(withSetting(article, 'data.points', 500), 'data.noise', 2);
    expect(named(small)).toBe('Inverted · MDN, Points 500, Noise 2');
    const three = withSetting(small, 'model.components', 3);
    expect(named(three, small)).toBe('Inverted · MDN, Components 3');
    expect(named(three, articleExperiment('sine', 'mdn'))).toBe(
      'Inverted · MDN, Points 500, Noise 2',
    );
  });

  it('says the epoch where the name is taken', () => {
    expect(named(article, article)).toBe('Inverted · MDN, epoch 1200');
  });
});
