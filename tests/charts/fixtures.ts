import type { LossLabels } from '../../src/charts/lossFigure.ts';
import type { MainLabels } from '../../src/charts/mainFigure.ts';
import type { Ranges } from '../../src/charts/ranges.ts';
import { articleData } from '../../src/core/article.ts';
import { generate } from '../../src/core/data/data.ts';
import type { MixtureGrid } from '../../src/core/predictions.ts';
import { randomStream } from '../../src/core/random.ts';
import type { LossSeries } from '../../src/core/run.ts';

export const MAIN_LABELS: MainLabels = {
  x: 'input x',
  y: 'target y',
  hover: {
    train: 'x {x}, training point y {y}',
    test: 'x {x}, test point y {y}',
    truth: 'x {x}, true mean {y}',
    prediction: 'x {x}, prediction {y}',
    mean: 'x {x}, mean {y}, weight {share} %',
    mode: 'x {x}, mode {y}',
    sample: 'x {x}, sample {y}',
    trueMean: 'x {x}, true mean {y}',
    bandMean: 'x {x}, mean of the bands {y}',
  },
};

export const LOSS_LABELS: LossLabels = {
  epoch: 'epoch',
  loss: 'loss, nats per point',
  best: 'best reachable',
  unit: 'nats per point',
};

export function smallData(points = 60) {
  return generate({ ...articleData('inverted'), points }, 7);
}

/** Three components over five inputs; the third is lighter than can be seen at all but the last. */
export function smallGrid({ x: [min, max] }: Ranges): MixtureGrid {
  const weights = [0.6, 0.395, 0.005, 0.5, 0.495, 0.005, 0.4, 0.595, 0.005, 0.3, 0.695, 0.005];
  return {
    x: Float64Array.from({ length: 5 }, (_, i) => min + ((max - min) * i) / 4),
    components: 3,
    weights: Float32Array.from([...weights, 0.2, 0.3, 0.5]),
    means: Float32Array.from({ length: 15 }, (_, i) => (i % 3) * 5 - 5 + 0.1 * i),
    deviations: new Float32Array(15).fill(1),
  };
}

/** A loss that falls from 4 to 1.7 with noise, for epochs 0 to `last`. */
export function fallingLoss(last: number, seed: number): LossSeries {
  const random = randomStream(seed, 'data');
  const epoch = Float64Array.from({ length: last + 1 }, (_, i) => i);
  return {
    epoch,
    loss: epoch.map((e) => 1.7 + 2.3 * Math.exp(-e / 40) + 0.02 * random.uniform()),
  };
}

/** Plain JSON of a figure, numbers to four digits. */
export function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part) => {
      if (ArrayBuffer.isView(part)) return Array.from(part as unknown as ArrayLike<number>);
      return typeof part === 'number' ? Number(part.toPrecision(4)) : part;
    }),
  );
}

/** What a generator returns in the end. */
export function finish<T>(work: Iterator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value as T;
  }
}
