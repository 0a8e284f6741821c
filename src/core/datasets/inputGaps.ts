import type { Split } from '../data/points.ts';
import type { Range } from '../range.ts';

/** A gap is worth telling from this share of all inputs on, … */
const LEAST_SHARE = 0.08;
/** … and from so many times the usual distance on: of points that are spread evenly at random, none is. */
const LEAST_DISTANCES = 12;

const gaps = new WeakMap<Split, readonly Range[]>();

/**
 * The stretches between training inputs that are wide for data so dense: the model's
 * answer is a guess there, as it is outside of all inputs.
 */
export function inputGaps(data: Split): readonly Range[] {
  const known = gaps.get(data);
  if (known) return known;
  const x = data.train.x.toSorted();
  const extent = x.at(-1)! - x[0]!;
  const least = extent * Math.max(LEAST_SHARE, LEAST_DISTANCES / x.length);
  const found: Range[] = [];
  for (let i = 1; i < x.length; i++) {
    if (x[i]! - x[i - 1]! > least) found.push([x[i - 1]!, x[i]!]);
  }
  gaps.set(data, found);
  return found;
}
