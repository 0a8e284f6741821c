import { clamped, evenly, type Range } from './range.ts';

/**
 * A curve that somebody draws over the data, as heights at places that lie evenly
 * along the inputs, [PLACES]: straight in between, and level beyond.
 */
export type Heights = readonly number[];

/** A place that the pen has come to, in the data's units. */
interface PenPlace {
  readonly x: number;
  readonly y: number;
}

const PLACES = 97;
/** The arrow keys move the curve at so many of its places. */
export const KNOTS = 9;

/** The inputs at which a curve along a range has its heights, [PLACES]. */
export const placesAlong = (range: Range): readonly number[] => [...evenly(range, PLACES)];

/** Index of the place of a knot. */
export const knotPlace = (knot: number) => (knot * (PLACES - 1)) / (KNOTS - 1);

/** A level curve. */
export const level = (height: number): Heights => Array<number>(PLACES).fill(height);

/** How far along the range an input lies, in places. */
const along = ([min, max]: Range, x: number) =>
  clamped(((x - min) / (max - min)) * (PLACES - 1), [0, PLACES - 1]);

/** The curve after the pen has gone straight from one place to another. */
export function penned(heights: Heights, range: Range, from: PenPlace, to: PenPlace): Heights {
  const [start, end] = [from.x, to.x].map((x) => Math.round(along(range, x))) as [number, number];
  const drawn = [...heights];
  for (let i = Math.min(start, end); i <= Math.max(start, end); i++) {
    const share = start === end ? 1 : (i - start) / (end - start);
    drawn[i] = from.y + share * (to.y - from.y);
  }
  return drawn;
}

/** The curve with one knot at another height; it is straight from there to the knots beside it. */
export function withKnot(heights: Heights, knot: number, height: number): Heights {
  const moved = [...heights];
  const at = knotPlace(knot);
  for (const neighbour of [knot - 1, knot + 1]) {
    if (neighbour < 0 || neighbour >= KNOTS) continue;
    const other = knotPlace(neighbour);
    const step = Math.sign(other - at);
    for (let i = at; i !== other; i += step) {
      const share = (i - at) / (other - at);
      moved[i] = height + share * (heights[other]! - height);
    }
  }
  return moved;
}

/** Height of the curve at an input. */
export function heightAt(heights: Heights, range: Range, x: number): number {
  const at = along(range, x);
  const i = Math.min(PLACES - 2, Math.floor(at));
  return heights[i]! + (at - i) * (heights[i + 1]! - heights[i]!);
}

/** Mean squared error of the curve on points, in the target's unit squared. */
export function squaredError(
  heights: Heights,
  range: Range,
  { x, y }: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (y[i]! - heightAt(heights, range, x[i]!)) ** 2;
  return sum / x.length;
}
