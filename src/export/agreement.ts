import { type Fitted, mixturesAt } from '../core/model.ts';

/** How far what a file answers may be from what the network does, as a share of values above 1. */
const TOLERANCE = 1e-5;

/** What a file answers at inputs: π, μ and σ, row-major [n][K] each. */
export type Answers = Readonly<Record<'weights' | 'means' | 'deviations', ArrayLike<number>>>;

/** Inputs at which a file and its network are compared, in the data's unit: those of the test points, a few. */
export function comparedAt({ task }: Fitted): Float64Array {
  return task.data.test.x.slice(0, 64);
}

/** Whether a file, read back, answers what the network does at `comparedAt`. */
export function agrees(fitted: Fitted, answers: Answers): boolean {
  const near = (found: number | undefined, expected: number) =>
    Object.is(found, expected) ||
    Math.abs(found! - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
  return mixturesAt(fitted, comparedAt(fitted)).every((mixture, row) =>
    (['weights', 'means', 'deviations'] as const).every((name) =>
      mixture[name].every((expected, k) =>
        near(answers[name][row * mixture.weights.length + k], expected),
      ),
    ),
  );
}
