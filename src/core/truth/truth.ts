import type { DataName } from '../experiment.ts';
import type { Conditional } from './conditional.ts';
import { invertedTruth } from './inverted.ts';
import { sineTruth } from './sine.ts';
import { spiralTruth } from './spiral.ts';

/** What is known exactly about a generated data set, in its own units. */
export interface Truth {
  /** The inputs at which the truth is defined, ends included. */
  readonly support: readonly [number, number];
  /** The target's distribution at x; null where no data can be (the truth is 0/0 there). */
  at(x: number): Conditional | null;
  /**
   * h(target given input) in nats, the lowest expected NLL that a model can
   * reach on fresh data. Null without noise: then there is no lowest.
   */
  entropy(): number | null;
  /** E Var(target given input), the lowest mean squared error that a function can reach. */
  meanSquaredError(): number;
}

const TRUTHS: Readonly<Record<DataName, (noise: number) => Truth>> = {
  sine: sineTruth,
  inverted: invertedTruth,
  spiral: spiralTruth,
};

/** More than a page ever shows at once; bounded, as the noise is a slider. */
const KEPT = 16;
const kept = new Map<string, Truth>();

/**
 * The truth about a generated data set. Its two expectations cost some 10 ms
 * of quadrature, spent when they are first asked for.
 *
 * @param noise as in the experiment: the standard deviation of ε, or the
 *   half-width of the spiral's uniform noise; 0 or more
 * @throws RangeError for a negative noise
 */
export function truthOf(name: DataName, noise: number): Truth {
  if (!(noise >= 0)) throw new RangeError(`Noise ${noise}`);
  const key = `${name} ${noise}`;
  let truth = kept.get(key);
  if (!truth) {
    truth = remembering(TRUTHS[name](noise));
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(key, truth);
  }
  return truth;
}

/** The same truth, each of its expectations computed once at most. */
function remembering(truth: Truth): Truth {
  let entropy: number | null | undefined;
  let error: number | undefined;
  return {
    support: truth.support,
    at: truth.at,
    entropy() {
      if (entropy === undefined) entropy = truth.entropy();
      return entropy;
    },
    meanSquaredError() {
      error ??= truth.meanSquaredError();
      return error;
    },
  };
}
