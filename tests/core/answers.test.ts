import { describe, expect, it } from 'vitest';
import { answersOf } from '../../src/core/answers.ts';
import { articleExperiment } from '../../src/core/article.ts';
import { rememberedTask } from '../../src/core/rememberedTask.ts';
import { gaussian } from '../helpers/mixtures.ts';

describe('the answers of a mixture', () => {
  it('are its modes with the probability of their basins, likeliest first', () => {
    const answers = answersOf({
      weights: Float64Array.of(0.4, 0.35, 0.25),
      means: Float64Array.of(-8, 7.8, 8.2),
      deviations: Float64Array.of(1, 1, 1),
    });
    // The second and third component share one peak.
    expect(answers).toHaveLength(2);
    expect(answers[0]!.y).toBeCloseTo(7.97, 1);
    expect(answers[0]!.share).toBeCloseTo(0.6, 6);
    expect(answers[1]!.share).toBeCloseTo(0.4, 6);
  });

  it('leave out what is hardly likely', () => {
    const mixture = {
      weights: Float64Array.of(0.995, 0.005),
      means: Float64Array.of(0, 20),
      deviations: Float64Array.of(1, 1),
    };
    expect(answersOf(mixture)).toHaveLength(1);
    expect(answersOf(mixture, 0)).toHaveLength(2);
  });

  it('are one for a Gaussian', () => {
    expect(answersOf(gaussian(3, 2))).toEqual([{ y: 3, share: 1 }]);
  });
});

describe('the task of an experiment', () => {
  it('is the same object until something that it depends on changes', () => {
    const experiment = articleExperiment('sine', 'mdn');
    const longer = { ...experiment, training: { ...experiment.training, epochs: 7 } };
    expect(rememberedTask(longer)).toBe(rememberedTask(experiment));
    expect(rememberedTask({ ...experiment, seed: 8 })).not.toBe(rememberedTask(experiment));
  });
});
