import { dataSetOf } from '../datasets/datasets.ts';
import { type DataSettings, splitSizes } from '../experiment.ts';
import { randomStream, shuffle } from '../random.ts';
import type { Points, Split } from './points.ts';

function pick({ x, y }: Points, indices: Int32Array): Points {
  return {
    x: Float64Array.from(indices, (i) => x[i]!),
    y: Float64Array.from(indices, (i) => y[i]!),
  };
}

/** The training and test points of an experiment. */
export function generate(data: DataSettings, seed: number): Split {
  const { draw, separateTest } = dataSetOf(data.name);
  const random = randomStream(seed, 'data');
  const sizes = splitSizes(data);
  if (separateTest) {
    const train = draw(sizes.train, data.noise, random);
    return { train, test: draw(sizes.test, data.noise, random) };
  }
  const all = draw(data.points, data.noise, random);
  const order = shuffle(Int32Array.from(all.x.keys()), randomStream(seed, 'split'));
  return {
    train: pick(all, order.slice(0, sizes.train)),
    test: pick(all, order.slice(sizes.train)),
  };
}

/** So many of the points are scored on while a run trains, and for a first number. */
export const FIRST_POINTS = 1000;

/** The most fresh points that a model is scored on. */
export const FRESH_POINTS = 20_000;

/**
 * `count` points that no run has seen, from a random stream of their own; null
 * where the data set has no more than its own points.
 */
export function freshPoints(data: DataSettings, seed: number, count: number): Points | null {
  const { fresh } = dataSetOf(data.name);
  return fresh?.(count, data.noise, randomStream(seed, 'fresh')) ?? null;
}
