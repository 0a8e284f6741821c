import type { LossSeries } from './run.ts';

/** −log N(y; f, σ²) in nats, as a mean over points whose squared error is `mse` on average. */
function gaussianNll(mse: number, variance: number): number {
  return 0.5 * (Math.log(2 * Math.PI * variance) + mse / variance);
}

/**
 * The test losses of a feed-forward network in the unit of a mixture's: the NLL of
 * the Gaussian N(f(x), σ̂²), in nats per point, with σ̂² the training MSE of the
 * same epoch.
 *
 * @param train MSE, in the target's unit squared
 * @param test MSE, likewise
 */
export function gaussianLosses(train: LossSeries, test: LossSeries): LossSeries {
  let at = -1;
  const loss = test.loss.map((mse, i) => {
    while (at + 1 < train.epoch.length && train.epoch[at + 1]! <= test.epoch[i]!) at++;
    return gaussianNll(mse, train.loss[at] ?? Number.NaN);
  });
  return { epoch: test.epoch, loss };
}
