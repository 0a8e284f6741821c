import type { Ranges } from '../charts/ranges.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import type { View } from '../core/view.ts';
import { rangesOf, shownRanges } from '../features/labRanges.ts';
import type { Lab } from '../store/lab.ts';

type Zoom = NonNullable<View['zoom']>;

/** A place in the figure, as shares of its plotting area from the left and from the top. */
export interface Share {
  readonly x: number;
  readonly y: number;
}

/** A link has so many digits. */
const tidy = (value: number) => Number(value.toPrecision(7));

const at = ([min, max]: readonly [number, number], share: number) => min + share * (max - min);

/** The part of a figure between two corners; null for one that is too small to be meant. */
export function partOf({ x, y }: Ranges, a: Share, b: Share): Zoom | null {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  if (right - left < 0.02 || bottom - top < 0.02) return null;
  return [at(x, left), at(x, right), at(y, 1 - bottom), at(y, 1 - top)].map(
    tidy,
  ) as unknown as Zoom;
}

/** The part that is seen from `factor` times as far; what the pointer is over stays under it. */
export function zoomedBy({ x, y }: Ranges, { x: across, y: down }: Share, factor: number): Zoom {
  const about = ([min, max]: readonly [number, number], share: number) => {
    const centre = at([min, max], share);
    return [centre + factor * (min - centre), centre + factor * (max - centre)] as const;
  };
  return [...about(x, across), ...about(y, 1 - down)].map(tidy) as unknown as Zoom;
}

/** True for a part that is no smaller than the whole. */
export function isWhole([left, right, low, high]: Zoom, { x, y }: Ranges): boolean {
  return right - left >= x[1] - x[0] || high - low >= y[1] - y[0];
}

/** Where the pointer is over the lab's main figure; null where it is not over it. */
export function shareOf(clientX: number, clientY: number): Share | null {
  // Its plotting area is what the cursor is laid over.
  const area = document.querySelector('main figure [role=slider]')?.parentElement;
  if (!area) return null;
  const { left, top, width, height } = area.getBoundingClientRect();
  const share = { x: (clientX - left) / width, y: (clientY - top) / height };
  return share.x >= 0 && share.x <= 1 && share.y >= 0 && share.y <= 1 ? share : null;
}

/** Shows the part between two corners. */
export function zoomTo(lab: Lab, a: Share, b: Share): void {
  const zoom = partOf(shownRanges(lab, rememberedTask(lab.shown).data), a, b);
  if (zoom) lab.show({ zoom });
}

/** Comes nearer, or goes away until the whole is seen. */
export function zoomBy(lab: Lab, share: Share, factor: number): void {
  const { data } = rememberedTask(lab.shown);
  const zoom = zoomedBy(shownRanges(lab, data), share, factor);
  lab.show({ zoom: isWhole(zoom, rangesOf(lab, data)) ? null : zoom });
}
