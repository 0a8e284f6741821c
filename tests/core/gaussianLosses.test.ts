import { expect, it } from 'vitest';
import { gaussianLosses } from '../../src/core/gaussianLosses.ts';
import { logDensity } from '../../src/core/mixture.ts';

const series = (epoch: number[], loss: number[]) => ({
  epoch: Float64Array.from(epoch),
  loss: Float64Array.from(loss),
});

it('a feed-forward network loses in nats what its Gaussian loses on the points, with the training MSE of the epoch as its variance', () => {
  const errors = [-2, 0.3, 1.1, 4];
  const mse = errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;
  const variances = [9, 4, 2, 1];
  const losses = gaussianLosses(series([1, 2, 3, 4], variances), series([2, 4], [mse, mse]));
  expect([...losses.epoch]).toEqual([2, 4]);
  [4, 1].forEach((variance, i) => {
    const gaussian = {
      weights: Float64Array.of(1),
      means: Float64Array.of(0),
      deviations: Float64Array.of(Math.sqrt(variance)),
    };
    const nll = errors.map((error) => -logDensity(gaussian, error));
    const mean = nll.reduce((sum, value) => sum + value, 0) / nll.length;
    expect(losses.loss[i]).toBeCloseTo(mean, 12);
  });
});

it('it has no such loss before a training MSE is known', () => {
  const losses = gaussianLosses(series([3], [1]), series([1, 2, 3], [1, 1, 1]));
  expect([...losses.loss].map(Number.isNaN)).toEqual([true, true, false]);
});
