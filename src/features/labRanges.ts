import { calmRanges, dataRanges, type Ranges } from '../charts/ranges.ts';
import type { Split } from '../core/data/points.ts';
import type { View } from '../core/view.ts';
import { drawingStore } from '../store/drawing.ts';
import type { Lab } from '../store/lab.ts';

interface Known {
  readonly of: WeakMap<Split, Ranges>;
  last: Ranges;
  zoomed: { readonly zoom: NonNullable<View['zoom']>; readonly ranges: Ranges } | null;
}

const labs = new WeakMap<Lab, Known>();

function knownOf(lab: Lab, data: Split): Known {
  const known = labs.get(lab) ?? {
    of: new WeakMap<Split, Ranges>(),
    last: dataRanges(data),
    zoomed: null,
  };
  labs.set(lab, known);
  return known;
}

/** Has a lab show these points on axes that are given, as where it stands beside another. */
export function setRanges(lab: Lab, data: Split, ranges: Ranges): void {
  knownOf(lab, data).of.set(data, ranges);
}

/** The axes of a zoom; the same object as long as the zoom is. */
function zoomedRanges(known: Known, zoom: NonNullable<View['zoom']>): Ranges {
  const [left, right, low, high] = zoom;
  if (known.zoomed?.zoom !== zoom) {
    known.zoomed = { zoom, ranges: { x: [left, right], y: [low, high] } };
  }
  return known.zoomed.ranges;
}

/** The axes that stand still because somebody draws on them; null for none. */
function heldAxes(lab: Lab): Ranges | null {
  const { drawing } = drawingStore.getState();
  return drawing?.lab === lab ? drawing.axes : null;
}

/** The axes of a lab's main figure, and of the slice beside it: those of its points, or its zoom's. */
export function shownRanges(lab: Lab, data: Split): Ranges {
  const held = heldAxes(lab);
  if (held) return held;
  const { zoom } = lab.view.getState();
  return zoom ? zoomedRanges(knownOf(lab, data), zoom) : rangesOf(lab, data);
}

/**
 * The axes on which a lab shows these points. With Live on, other points are
 * shown on the same axes as long as they fit them, so that the axes stand still
 * under a hand that changes noise, points or the seed.
 */
export function rangesOf(lab: Lab, data: Split): Ranges {
  const known = knownOf(lab, data);
  const held = heldAxes(lab);
  // What has been drawn keeps the axes that it was drawn on.
  if (held) known.of.set(data, held);
  const before = known.of.get(data);
  if (before) return before;
  const { live } = lab.view.getState();
  known.last = live ? calmRanges(known.last, data) : dataRanges(data);
  known.of.set(data, known.last);
  return known.last;
}
