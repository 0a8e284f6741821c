import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import { initialised } from '../../src/core/initialisation.ts';
import { initialParameters, layers } from '../../src/core/network.ts';
import { randomStream } from '../../src/core/random.ts';
import { taskOf } from '../../src/core/task.ts';

const weights = () => randomStream(7, 'weights');

function spread(components: number, standardise: boolean) {
  const { training, model, ...article } = articleExperiment('spiral', 'mdn');
  const experiment: Experiment = {
    ...article,
    model: { ...model, components } as Experiment['model'],
    training: { ...training, standardise },
  };
  const task = taskOf(experiment);
  const plain = initialParameters(task.network, weights());
  const parameters = initialised(task, 'spread', weights());
  const { bias } = layers(task.network).at(-1)!;
  return {
    plain,
    parameters,
    bias,
    means: parameters.subarray(bias + components, bias + 2 * components),
    logVariances: parameters.subarray(bias + 2 * components, bias + 3 * components),
    targets: [...task.data.train.y].sort((a, b) => a - b),
  };
}

describe('spread components', () => {
  it('have their means at equal steps through the training targets', () => {
    const { means, targets } = spread(10, false);
    means.forEach((mean, k) => {
      const below = targets.filter((y) => y < mean).length / targets.length;
      expect(below).toBeCloseTo((k + 0.5) / 10, 2);
    });
  });

  it('have widths of 3.5/K of the targets’ deviation, at most all of it', () => {
    expect(spread(35, true).logVariances[0]).toBeCloseTo(2 * Math.log(0.1), 4);
    expect(spread(2, true).logVariances[0]).toBeCloseTo(0, 4);
    const [raw, standard] = [spread(35, false), spread(35, true)];
    expect(raw.logVariances[0]! - standard.logVariances[0]!).toBeCloseTo(2 * Math.log(6.32), 1);
  });

  it('leave everything else as PyTorch draws it', () => {
    const { plain, parameters, bias } = spread(10, true);
    expect(parameters.subarray(0, bias + 10)).toEqual(plain.subarray(0, bias + 10));
  });
});

describe('the initialisation of a feed-forward network', () => {
  it('is PyTorch’s, whatever is asked for', () => {
    const task = taskOf(articleExperiment('sine', 'ffnn'));
    expect(initialised(task, 'spread', weights())).toEqual(
      initialParameters(task.network, weights()),
    );
  });
});
