import { describe, expect, it } from 'vitest';
import { sweepOfBoth } from '../../src/compare/repeated.ts';
import { articleExperiment } from '../../src/core/article.ts';
import { counterpart } from '../../src/core/counterpart.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import { withSetting } from '../../src/core/settings.ts';

const base = articleExperiment('inverted', 'mdn');
const withComponents = (components: number, of: Experiment = base) =>
  withSetting(of, 'model.components', components);

describe('what repeats two runs over seeds', () => {
  it('is a sweep of the one setting in which they differ, whatever their seeds', () => {
    const [left, right] = [withComponents(2), { ...withComponents(5), seed: 4 }];
    expect(sweepOfBoth(base, left, right)).toEqual({
      settings: ['components'],
      values: { components: '2, 5' },
    });
    const narrow = withSetting(base, 'model.hidden', [10]);
    const wide = withSetting(base, 'model.hidden', [20]);
    expect(sweepOfBoth(narrow, narrow, wide)).toEqual({
      settings: ['width'],
      values: { width: '10, 20' },
    });
  });

  it('is none where they differ in nothing, in more, or in what is not swept', () => {
    expect(sweepOfBoth(base, base, { ...base, seed: 4 })).toBeNull();
    const other = withSetting(withComponents(5), 'training.batchSize', 10);
    expect(sweepOfBoth(base, withComponents(2), other)).toBeNull();
    expect(sweepOfBoth(base, base, counterpart(base, 'ffnn'))).toBeNull();
    const uneven = withSetting(base, 'model.hidden', [10, 20]);
    expect(sweepOfBoth(base, base, uneven)).toBeNull();
  });

  it('is none of runs that are not of the experiment on the page', () => {
    const elsewhere = withSetting(base, 'training.batchSize', 10);
    expect(sweepOfBoth(elsewhere, withComponents(2), withComponents(5))).toBeNull();
  });
});
