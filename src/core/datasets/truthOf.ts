import type { Truth } from '../truth/truth.ts';
import { type DataName, dataSetOf } from './datasets.ts';

/** More than a page ever shows at once; bounded, as the noise is a slider. */
const KEPT = 16;
const kept = new Map<string, Truth>();

/**
 * The truth about a data set; null where it is not known. Its two expectations
 * cost some 10 ms of quadrature, spent when they are first asked for.
 *
 * @param noise as in the experiment, 0 or more
 * @throws RangeError for a negative noise
 */
export function truthOf(name: DataName, noise: number): Truth | null {
  if (!(noise >= 0)) throw new RangeError(`Noise ${noise}`);
  const make = dataSetOf(name).truth;
  if (!make) return null;
  const key = `${name} ${noise}`;
  let truth = kept.get(key);
  if (!truth) {
    truth = remembering(make(noise));
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
