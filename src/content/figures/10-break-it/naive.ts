import type { Points } from '../../../core/data/points.ts';
import { batchRows } from '../../../core/experiment.ts';
import { firstParameters } from '../../../core/initialisation.ts';
import type { Mixture } from '../../../core/mixture.ts';
import { type Fitted, mixturesAt } from '../../../core/model.ts';
import { fittedWith } from '../../../core/scores.ts';
import { taskOf } from '../../../core/task.ts';
import { FigureStore } from '../../parts/figureStore.ts';
import { components } from '../07-mixture/components.ts';

/** The loss as it is written, on the first batch of networks that have not taken a step. */

export const COMPONENTS = [1, 2, 3, 5, 30] as const;
export type Components = (typeof COMPONENTS)[number];

/** Seeds from 1 to so many. */
export const SEEDS = 30;

const f = Math.fround;
const ROOT_TWO_PI = f(Math.sqrt(2 * Math.PI));

/** Σ π_k N(y; μ_k, σ_k²) as it is written, every step rounded to float32; exactly 0 far from every mean. */
export function naiveDensity({ weights, means, deviations }: Mixture, y: number): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) {
    const deviation = f(deviations[k]!);
    const z = f(f(y - f(means[k]!)) / deviation);
    const bell = f(f(Math.exp(f(-0.5 * f(z * z)))) / f(deviation * ROOT_TWO_PI));
    sum = f(sum + f(f(weights[k]!) * bell));
  }
  return sum;
}

/** A network before its first step, and the points that this step is to be made of. */
export function beginning(count: number, seed: number): { fitted: Fitted; batch: Points } {
  const experiment = { ...components(count), seed };
  const task = taskOf(experiment);
  const rows = batchRows(experiment);
  const { x, y } = task.data.train;
  return {
    fitted: fittedWith(task, firstParameters(experiment, task)),
    batch: { x: x.subarray(0, rows), y: y.subarray(0, rows) },
  };
}

/** Points between two stops of a count. */
const CHUNK = 250;

/** Which points of its first batch have a density of exactly 0, by their index; stops now and then, for whoever runs it in stints. */
export function* lostPoints(count: number, seed: number): Generator<undefined, number[]> {
  const { fitted, batch } = beginning(count, seed);
  const lost: number[] = [];
  for (let from = 0; from < batch.x.length; from += CHUNK) {
    mixturesAt(fitted, batch.x.subarray(from, from + CHUNK)).forEach((mixture, i) => {
      if (naiveDensity(mixture, batch.y[from + i]!) === 0) lost.push(from + i);
    });
    yield;
  }
  return lost;
}

interface Naive {
  /** The network that is looked at. */
  readonly components: Components;
  readonly seed: number;
  readonly counting: boolean;
  /** How many points are lost, by components and seed, as far as they have been counted. */
  readonly lost: Readonly<Partial<Record<Components, readonly number[]>>>;
}

export const naive = new FigureStore<Naive>({ components: 1, seed: 1, counting: false, lost: {} }, [
  'counting',
  'lost',
]);

/** Counts what has not been counted, of networks with some numbers of components. */
export function* counting(of: readonly Components[] = COMPONENTS): Generator<undefined, void> {
  for (const count of of) {
    for (let seed = 1 + (naive.now.lost[count]?.length ?? 0); seed <= SEEDS; seed++) {
      const { length } = yield* lostPoints(count, seed);
      const { lost } = naive.now;
      naive.set({ lost: { ...lost, [count]: [...(lost[count] ?? []), length] } });
    }
  }
}

/** How many of the counted networks have a loss that is infinite. */
export const infinite = (lost: readonly number[]) => lost.filter((points) => points > 0).length;
