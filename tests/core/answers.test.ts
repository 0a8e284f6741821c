import { describe, expect, it } from 'vitest';
import { answersOf } from '../../src/core/answers.ts';
import { conditionalMixtures } from '../../src/core/conditionalMixture.ts';
import { gaussian } from '../../src/core/mixture.ts';
import { initialParameters } from '../../src/core/network.ts';
import { articleExperiment } from '../../src/core/presets.ts';
import { randomStream } from '../../src/core/random.ts';
import { rememberedTask } from '../../src/core/rememberedTask.ts';

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

describe('the conditional mixture of a network', () => {
  it('is one Gaussian of the given deviation for a feed-forward network', () => {
    const task = rememberedTask(articleExperiment('sine', 'ffnn'));
    const parameters = initialParameters(task.network, randomStream(7, 'weights'));
    const [mixture] = conditionalMixtures(task, parameters, [4.1], 6.6)!;
    expect(Array.from(mixture!.deviations)).toEqual([6.6]);
  });

  it('is in the target’s unit, also when training is standardised', () => {
    const plain = articleExperiment('inverted', 'mdn');
    const experiment = { ...plain, training: { ...plain.training, standardise: true } };
    const task = rememberedTask(experiment);
    const parameters = initialParameters(task.network, randomStream(7, 'weights'));
    const [mixture] = conditionalMixtures(task, parameters, [4.1], 0)!;
    // First deviations are about 1 in the unit of training.
    expect(mixture!.deviations[0]! / task.scaling.target.factor).toBeGreaterThan(0.5);
    expect(mixture!.deviations[0]! / task.scaling.target.factor).toBeLessThan(2);
  });

  it('is nothing while the parameters are another network’s', () => {
    const task = rememberedTask(articleExperiment('sine', 'mdn'));
    expect(conditionalMixtures(task, new Float32Array(7), [0], 1)).toBeNull();
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
