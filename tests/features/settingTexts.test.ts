import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { PRESETS } from '../../src/core/presets.ts';
import { withSetting } from '../../src/core/settings.ts';
import { settingTexts } from '../../src/features/settingTexts.ts';
import { t } from '../helpers/texts.ts';

const texts = (...of: Parameters<typeof articleExperiment>) =>
  new Map(settingTexts(t, articleExperiment(...of)).map(({ name, text }) => [name, text]));

describe('the settings on paper', () => {
  it('are named and written as beside their controls', () => {
    const found = texts('inverted', 'mdn');
    expect(found.get('Dataset')).toBe('Inverted');
    expect(found.get('Hidden layers')).toBe('50, 50');
    expect(found.get('Activation')).toBe('ReLU');
    expect(found.get('Learning rate')).toBe('0.01');
    expect(found.get('Scaling')).toBe('Raw units');
    expect(found.get('Recover automatically')).toBe('yes');
    expect(found.get('Rate changes')).toBe('no');
  });

  it('are those that the model has', () => {
    expect(texts('sine', 'mdn').get('Components')).toBeDefined();
    expect(texts('sine', 'ffnn').get('Components')).toBeUndefined();
  });

  it('are each there once, in every preset', () => {
    for (const { experiment } of PRESETS) {
      const names = settingTexts(t, experiment).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('tell the changes of the rate', () => {
    const experiment = withSetting(articleExperiment('sine', 'mdn'), 'training.rateChanges', [
      { step: 1200, rate: 0.005 },
    ]);
    const changes = settingTexts(t, experiment).find(({ name }) => name === 'Rate changes');
    expect(changes?.text).toBe('from step 1200 on 0.005');
  });
});
