import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import type { Recipe } from '../../src/core/recipes.ts';
import { SWEPT, sweepOf } from '../../src/core/sweep.ts';
import { groupsOf, verdictOf } from '../../src/core/sweepSummary.ts';
import {
  askedDraft,
  canBeSwept,
  fieldOf,
  firstDraft,
  moreSeeds,
  seedsText,
  suggestions,
  textOf,
} from '../../src/features/sweep/draft.ts';
import { verdictText } from '../../src/features/sweep/verdictText.ts';
import { problemSentence } from '../../src/i18n/problemSentence.ts';
import { onOwnPoints } from '../helpers/ownPoints.ts';
import { swept } from '../helpers/swept.ts';
import { t } from '../helpers/texts.ts';

const base = articleExperiment('inverted', 'mdn');

function said(
  excesses: Parameters<typeof swept>[0],
  setting = 'components',
  recipe: Recipe | null = null,
): string {
  const { sweep, results } = swept(excesses);
  const groups = groupsOf(sweep.axes, sweep.experiments, results, 'excess');
  const verdict = verdictOf(groups, 'excess');
  return verdictText(t, { settings: [setting], groups, measure: 'excess', verdict, recipe }).join(
    ' ',
  );
}

describe('the form of a sweep', () => {
  it('begins with a sweep that is taken, for every setting and both models', () => {
    for (const experiment of [base, articleExperiment('spiral', 'ffnn')]) {
      const draft = firstDraft(experiment, () => 1);
      for (const setting of SWEPT) {
        if (setting === 'components' && experiment.model.kind === 'ffnn') continue;
        for (const values of suggestions(setting, experiment)) {
          const of = {
            ...draft,
            settings: [setting],
            values: { ...draft.values, [setting]: values },
          };
          expect(sweepOf(experiment, textOf(of))).toMatchObject({ ok: true });
        }
      }
      expect(sweepOf(experiment, textOf(draft))).toMatchObject({ ok: true });
    }
  });

  it('offers for given points no other number of them, and no noise', () => {
    const offered = (experiment: Experiment) =>
      SWEPT.filter((setting) => canBeSwept(setting, experiment));
    expect(offered(onOwnPoints(60))).toEqual(['components', 'learning-rate', 'width']);
    expect(offered(onOwnPoints(60, 'ffnn'))).toEqual(['learning-rate', 'width']);
    expect(offered(base)).toEqual(SWEPT);
  });

  it('is filled in with what is asked for elsewhere, over several seeds', () => {
    const draft = firstDraft(base, () => 4);
    const both = askedDraft(draft, { settings: ['width'], values: { width: '10, 20' } });
    expect(textOf(both)).toEqual({ settings: ['width=10, 20'], seeds: '1..10' });
    const alone = askedDraft({ ...draft, seeds: '7' }, { settings: [], values: {} });
    expect(textOf(alone)).toEqual({ settings: [], seeds: '1..5' });
  });

  it('begins with as many seeds as somebody waits for', () => {
    expect(firstDraft(base, () => 1).seeds).toBe('1..5');
    expect(firstDraft(base, () => 4).seeds).toBe('1..10');
  });

  it('offers more seeds while there are few, and writes those of a sweep as they are typed', () => {
    expect([1, 5, 7, 10, 20].map(moreSeeds)).toEqual([5, 10, 10, 20, null]);
    const typed = (seeds: string) => {
      const parsed = sweepOf(base, { settings: [], seeds });
      return parsed.ok && seedsText(parsed.value);
    };
    expect(['1..5', '3', '2,3,4', '7,2'].map(typed)).toEqual(['1..5', '3', '2..4', '7, 2']);
  });

  it('says at its field what is wrong, and names the value', () => {
    const draft = firstDraft(base, () => 1);
    const problem = (change: object) => {
      const parsed = sweepOf(base, textOf({ ...draft, ...change }));
      if (parsed.ok) throw new Error('taken');
      const [first] = parsed.problems;
      return [fieldOf(first!), problemSentence(t, first!)];
    };
    const values = { ...draft.values, components: '1, 0, 5', width: '10, 300', noise: 'much' };
    expect(problem({ values })).toEqual([
      'components',
      '“Components”: 0 is too small; allowed: a whole number from 1 to 100.',
    ]);
    expect(problem({ values, settings: ['width'] })[0]).toBe('width');
    expect(problem({ values, settings: ['noise'] })).toEqual([
      'noise',
      '“Noise”: much cannot be read; allowed: a number from 0 to 5.',
    ]);
    expect(problem({ seeds: '3..1' })[0]).toBe('seeds');
    expect(problem({ seeds: '1..9999' })).toEqual([
      null,
      'The sweep is too large; allowed: at most 10\u202f000 runs.',
    ]);
  });
});

describe('what a sweep says', () => {
  it('is which number of components to take, and how sure that is', () => {
    expect(
      said({
        1: [1, 1.1, 1.2, 1.3, 1.2],
        3: [0.05, 0.06, 0.07, 0.02, 0.06],
        5: [0.04, 0.05, 0.03, 0.045, 0.04],
        10: [0.02, 0.05, 0.04, 0.035, 0.05],
      }),
    ).toBe(
      'Take 5 components: its median excess, 0.040, is the least, half of its runs lie between 0.037 and 0.046, and none smaller does about as well. These runs cannot tell it from 3 components, the next smaller: with the same seed it does better in 4 of 5 pairs; chance alone would bring that many or more in 19\u202f% of all sweeps, had two equally good values been chosen before the runs. More seeds may tell.',
    );
    expect(
      said({
        1: [1, 1, 1, 1, 1],
        2: [0.05, 0.06, 0.05, 0.06, 0.05],
        3: [0.04, 0.06, 0.04, 0.05, 0.03],
      }),
    ).toBe(
      'Take 2 components: of those tried it is the smallest that does about as well as the best. Its median excess is 0.050; the best, 3 components, has 0.040, and half of its runs lie between 0.037 and 0.053. It is better than 1 component, the next smaller, and hardly by chance: with the same seed it does better in 5 of 5 pairs; chance alone would bring that many or more in 3\u202f% of all sweeps, had two equally good values been chosen before the runs. These runs cannot tell whether 3 components would be better still: with the same seed it does better in 4 of 5 pairs; were the two equally good, chance alone would bring that many or more in 19\u202f% of all sweeps. More seeds may tell.',
    );
  });

  it('says so where the largest is the one to take', () => {
    const least = { 1: [1, 1, 1, 1, 1], 2: [0.1, 0.1, 0.1, 0.1, 0.1] };
    expect(said(least)).toMatch(
      /It is the largest that was tried: a larger one may do better still\.$/,
    );
    expect(said({ ...least, 3: [0.1, 0.2, 0.1, 0.1, 0.1] })).not.toMatch(/largest/);
  });

  it('holds for the recipe of the article, where that is how all were trained', () => {
    const excesses = { 1: [1, 1, 1, 1, 1], 2: [0.1, 0.1, 0.1, 0.1, 0.1] };
    const article = /with another, such as “Tuned”, another value may be the one to take\.$/;
    expect(said(excesses, 'components', 'article')).toMatch(article);
    expect(said(excesses, 'components', 'tuned')).not.toMatch(article);
    expect(said(excesses, 'noise', 'article')).not.toMatch(article);
    expect(said({ 4: [0.1, 0.2] }, 'components', 'article')).not.toMatch(article);
  });

  it('is how little one run can say, or few', () => {
    expect(said({ 1: [1], 2: [0.1] })).toBe(
      'Of those tried, the least excess, 0.100, is that of 2 components. With one run each, nobody can tell how much of it is chance: repeat over seeds.',
    );
    expect(said({ 1: [1, 1], 2: [0.1, 0.2] })).toMatch(/With so few seeds/);
    expect(said({ 1: [1], 2: [] })).toBe('No two values can be compared yet.');
  });

  it('is of a rate which is the least, and which do as well', () => {
    const excesses = {
      1: [0.3, 0.3, 0.3, 0.3, 0.3],
      2: [0.1, 0.2, 0.1, 0.2, 0.3],
      3: [0.2, 0.2, 0.2, 0.2, 0.2],
    };
    expect(said(excesses, 'learning-rate')).toBe(
      'The least median excess, 0.200, is that of learning rate 2; half of its runs lie between 0.100 and 0.225. About as good is learning rate 3. More seeds may tell.',
    );
    expect(said(excesses, 'noise')).toBe(
      'The median excess goes from 0.200 with noise 2 to 0.300 with noise 1.',
    );
  });

  it('counts what diverged', () => {
    expect(said({ 1: [1, 1, 1, 1, 1], 2: [null, 0.1, 0.1, 0.1, 0.1] })).toMatch(
      /One run of 10 diverged, did not finish and counts as the worst\.$/,
    );
  });

  it('is of seeds alone how far they spread', () => {
    expect(said({ 4: [0.1, 0.2, 0.3, 0.4, 0.5] })).toBe(
      'Over 5 seeds the median excess is 0.300; half of the runs lie between 0.175 and 0.425, all between 0.100 and 0.500.',
    );
  });
});
