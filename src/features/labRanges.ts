import { calmRanges, dataRanges, type Ranges } from '../charts/ranges.ts';
import type { Split } from '../core/data/points.ts';
import type { Lab } from '../store/lab.ts';

interface Known {
  readonly of: WeakMap<Split, Ranges>;
  last: Ranges;
}

const labs = new WeakMap<Lab, Known>();

/**
 * The axes on which a lab shows these points. With Live on, other points are
 * shown on the same axes as long as they fit them, so that the axes stand still
 * under a hand that changes noise, points or the seed.
 */
export function rangesOf(lab: Lab, data: Split): Ranges {
  const known = labs.get(lab) ?? { of: new WeakMap<Split, Ranges>(), last: dataRanges(data) };
  labs.set(lab, known);
  const before = known.of.get(data);
  if (before) return before;
  const { live } = lab.run.getState();
  known.last = live ? calmRanges(known.last, data) : dataRanges(data);
  known.of.set(data, known.last);
  return known.last;
}
