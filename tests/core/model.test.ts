import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { mixtureNll } from '../../src/core/loss.ts';
import { logDensity } from '../../src/core/mixture.ts';
import { mixtureGrid, mixturesAt } from '../../src/core/model.ts';
import { initialParameters } from '../../src/core/network.ts';
import { randomStream } from '../../src/core/random.ts';
import { rememberedTask } from '../../src/core/rememberedTask.ts';
import { stated } from '../helpers/fitted.ts';

describe('a mixture from raw outputs', () => {
  const network = { components: 2, varianceFloor: 0.1 };
  const raw = [9, 9, 9, 9, 9, 9, 0.3, -0.4, 1.2, -0.7, -0.5, 0.8];
  const x = new Float64Array(2);

  it('has the density whose logarithm the loss takes', () => {
    const { fitted, forward } = stated({ network, raw });
    const built = mixturesAt(fitted, x, forward)[1]!;
    expect(logDensity(built, 0.4)).toBeCloseTo(-mixtureNll(raw, 1, 2, 0.4, 0.1), 12);
  });

  it('is taken back to the unit of the target, where densities are per unit', () => {
    const scale = { offset: 3, factor: 4 };
    const { fitted, forward } = stated({ network, raw, scale });
    const built = mixturesAt(fitted, x, forward)[1]!;
    const expected = -mixtureNll(raw, 1, 2, 0.4, 0.1) - Math.log(scale.factor);
    expect(logDensity(built, 3 + 4 * 0.4)).toBeCloseTo(expected, 12);
  });

  it('is the same, but for float32, where many are packed to be sent', () => {
    const { fitted, forward } = stated({ network, raw });
    const { components, ...grid } = mixtureGrid(fitted, x, forward);
    expect(components).toBe(2);
    const mixtures = mixturesAt(fitted, x, forward);
    for (const part of ['weights', 'means', 'deviations'] as const) {
      const expected = mixtures.flatMap((mixture) => [...mixture[part]]);
      expect([...grid[part]]).toEqual(expected.map(Math.fround));
    }
  });

  it('is a Gaussian of the given deviation for a feed-forward network', () => {
    const { fitted, forward } = stated({
      network: { components: 0, varianceFloor: 0 },
      raw: [1, 2, -1],
      scale: { offset: 10, factor: 4 },
      deviation: 6.6,
    });
    const found = mixturesAt(fitted, new Float64Array(3), forward);
    expect(found.map(({ means }) => [...means])).toEqual([[14], [18], [6]]);
    expect(found.map(({ deviations }) => [...deviations])).toEqual([[6.6], [6.6], [6.6]]);
  });
});

describe('the answer of a network', () => {
  it('is in the target’s unit, also when training is standardised', () => {
    const plain = articleExperiment('inverted', 'mdn');
    const experiment = { ...plain, training: { ...plain.training, standardise: true } };
    const task = rememberedTask(experiment);
    const parameters = initialParameters(task.network, randomStream(7, 'weights'));
    const fitted = { task, parameters, deviation: Number.NaN };
    const [mixture] = mixturesAt(fitted, Float64Array.of(4.1));
    // First deviations are about 1 in the unit of training.
    expect(mixture!.deviations[0]! / task.scaling.target.factor).toBeGreaterThan(0.5);
    expect(mixture!.deviations[0]! / task.scaling.target.factor).toBeLessThan(2);
  });
});
