import { dataSetOf } from '../datasets/datasets.ts';
import { randomStream, shuffle } from '../random.ts';
import { Remembered } from '../remembered.ts';
import { type Points, type Split, within } from './points.ts';
import type { DataSettings } from './settings.ts';

function pick({ x, y }: Points, indices: Int32Array): Points {
  return {
    x: Float64Array.from(indices, (i) => x[i]!),
    y: Float64Array.from(indices, (i) => y[i]!),
  };
}

/** How many points are drawn to train and to test on, before a range of inputs is chosen. */
export function splitSizes(data: DataSettings): { train: number; test: number } {
  const { separateTest, fixedCount } = dataSetOf(data.name);
  if (separateTest) return { train: data.points, test: data.points };
  const points = fixedCount ?? data.points;
  const test = Math.max(1, Math.min(points - 1, Math.round(points * data.testFraction)));
  return { train: points - test, test };
}

/** The points as they are drawn, whatever range of inputs is trained on. */
function drawn(data: DataSettings, seed: number): Omit<Split, 'tested'> {
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

/**
 * The training and test points of an experiment. Where it trains on a range of inputs
 * alone, those training points are left out that lie outside, and the test loss is of
 * the test points inside; the test points stay all there, to be seen and sampled at.
 */
export function generate(data: DataSettings, seed: number): Split {
  const { train, test } = drawn(data, seed);
  const { trainedOn } = data;
  return { train: within(train, trainedOn), test, tested: within(test, trainedOn) };
}

const kept = new Remembered<Split>();

/** The same points, the same object as long as nothing that they depend on changes. */
export function rememberedPoints(data: DataSettings, seed: number): Split {
  return kept.get([data, seed], () => generate(data, seed));
}

/** How many points an experiment trains on. */
export function trainingCount(data: DataSettings, seed: number): number {
  return data.trainedOn ? rememberedPoints(data, seed).train.x.length : splitSizes(data).train;
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
