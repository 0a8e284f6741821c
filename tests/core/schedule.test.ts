import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { baseRate, learningRate, withRate } from '../../src/core/schedule.ts';

const constant = articleExperiment('inverted', 'mdn').training;
const cosine = { ...constant, schedule: { kind: 'cosine', epochs: 100 } as const };

describe('the learning rate', () => {
  it('stays as it is by default', () => {
    expect(learningRate(constant, 0, 2)).toBe(0.01);
    expect(learningRate(constant, 5000, 2)).toBe(0.01);
  });

  it('falls along a half cosine to 1 % and stays there', () => {
    expect(learningRate(cosine, 0, 2)).toBe(0.01);
    expect(learningRate(cosine, 100, 2)).toBeCloseTo(0.01 * 0.505, 10);
    expect(learningRate(cosine, 200, 2)).toBeCloseTo(0.0001, 10);
    expect(learningRate(cosine, 900, 2)).toBeCloseTo(0.0001, 10);
  });

  it('follows the changes that are recorded, each from its step on', () => {
    const changed = withRate(withRate(constant, 10, 0.5), 20, 0.1);
    expect([9, 10, 19, 20, 99].map((step) => baseRate(changed, step))).toEqual([
      0.01, 0.5, 0.5, 0.1, 0.1,
    ]);
  });

  it('drops what was to come after a new change, and becomes the rate itself at step 0', () => {
    const changed = withRate(withRate(constant, 10, 0.5), 20, 0.1);
    expect(withRate(changed, 15, 0.2).rateChanges).toEqual([
      { step: 10, rate: 0.5 },
      { step: 15, rate: 0.2 },
    ]);
    expect(withRate(changed, 10, 0.3).rateChanges).toEqual([{ step: 10, rate: 0.3 }]);
    expect(withRate(changed, 0, 0.3)).toMatchObject({ learningRate: 0.3, rateChanges: [] });
  });
});
