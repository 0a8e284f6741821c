import { type DataName, type DataSettings, splitSizes } from '../experiment.ts';
import { randomStream, shuffle } from '../random.ts';
import { inverted } from './inverted.ts';
import type { Generator, Points } from './points.ts';
import { sine } from './sine.ts';
import { spiral } from './spiral.ts';

export interface DataSet {
  readonly train: Points;
  readonly test: Points;
}

export const GENERATORS: Readonly<Record<DataName, Generator>> = { sine, inverted, spiral };

function pick({ x, y }: Points, indices: Int32Array): Points {
  return {
    x: Float64Array.from(indices, (i) => x[i]!),
    y: Float64Array.from(indices, (i) => y[i]!),
  };
}

/** The training and test points of an experiment. */
export function generate(data: DataSettings, seed: number): DataSet {
  const generator = GENERATORS[data.name];
  const random = randomStream(seed, 'data');
  const sizes = splitSizes(data);
  if (generator.separateTest) {
    const train = generator.draw(sizes.train, data.noise, random);
    return { train, test: generator.draw(sizes.test, data.noise, random) };
  }
  const all = generator.draw(data.points, data.noise, random);
  const order = shuffle(Int32Array.from(all.x.keys()), randomStream(seed, 'split'));
  return {
    train: pick(all, order.slice(0, sizes.train)),
    test: pick(all, order.slice(sizes.train)),
  };
}

/** `count` points that no run has seen, from a random stream of their own. */
export function freshPoints(data: DataSettings, seed: number, count: number): Points {
  return GENERATORS[data.name].fresh(count, data.noise, randomStream(seed, 'fresh'));
}
