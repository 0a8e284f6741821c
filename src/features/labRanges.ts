import { calmRanges, dataRanges, type Ranges } from '../charts/ranges.ts';
import type { Split } from '../core/data/points.ts';
import type { Lab } from '../store/lab.ts';

interface Known {
  readonly of: WeakMap<Split, Ranges>;
  last: Ranges;
}

const labs = new WeakMap<Lab, Known>();

function knownOf(lab: Lab, data: Split): Known {
  const known = labs.get(lab) ?? { of: new WeakMap<Split, Ranges>(), last: dataRanges(data) };
  labs.set(lab, known);
  return known;
}

/** Has a lab show these points on axes that are given, as where it stands beside another. */
export function setRanges(lab: Lab, data: Split, ranges: Ranges): void {
  knownOf(lab, data).of.set(data, ranges);
}

/**
 * The axes on which a lab shows these points. With Live on, other points are
 * shown on the same axes as long as they fit them, so that the axes stand still
 * under a hand that changes noise, points or the seed.
 */
export function rangesOf(lab: Lab, data: Split): Ranges {
  const known = knownOf(lab, data);
  const before = known.of.get(data);
  if (before) return before;
  const { live } = lab.view.getState();
  known.last = live ? calmRanges(known.last, data) : dataRanges(data);
  known.of.set(data, known.last);
  return known.last;
}
