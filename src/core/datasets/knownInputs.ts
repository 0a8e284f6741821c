import type { Split } from '../data/points.ts';
import type { DataSettings } from '../experiment.ts';
import type { Range } from '../range.ts';
import { truthOf } from './truthOf.ts';

const known = new WeakMap<Split, Range>();

/**
 * The stretch of inputs about which the data say anything: within the inputs that
 * the network trains on, and within the truth's support if there is a truth.
 *
 * @param data the points of these settings
 */
export function knownInputs({ name, noise }: DataSettings, data: Split): Range {
  let range = known.get(data);
  if (!range) {
    const truth = truthOf(name, noise);
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const x of data.train.x) {
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
    range = truth
      ? [Math.max(low, truth.support[0]), Math.min(high, truth.support[1])]
      : [low, high];
    known.set(data, range);
  }
  return range;
}
