import { DATA_NAMES, type DataName, dataSetOf } from '../../src/core/datasets/datasets.ts';
import { truthOf } from '../../src/core/datasets/truthOf.ts';
import type { Truth } from '../../src/core/truth/truth.ts';

/** The data sets of which the truth is known. */
export const KNOWN = DATA_NAMES.filter((name) => dataSetOf(name).truth !== null);

/** The truth of a data set that has one. */
export function knownTruth(name: DataName, noise: number): Truth {
  const truth = truthOf(name, noise);
  if (!truth) throw new Error(`Nothing is known of ${name}`);
  return truth;
}
