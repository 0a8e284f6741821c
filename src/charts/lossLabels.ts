import type { Range } from '../core/range.ts';
import type { DecimatedSeries } from './decimate.ts';
import type { DirectLabel } from './template.ts';

/** A curve with its name and colour. */
export interface NamedCurve {
  readonly name: string;
  readonly color: string;
  readonly series: DecimatedSeries;
}

/** Turns data into pixels of the plotting area, from its bottom left corner. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  x(epoch: number): number;
  y(loss: number): number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Generous width of a line of text, in px. */
export function textWidth(text: string, size: number): number {
  return 0.58 * size * text.length;
}

/** Heights in px of all curves between two places of the axis, the ends of the crossing pieces included. */
function heights(curves: readonly NamedCurve[], pixels: Pixels, left: number, right: number) {
  return curves.flatMap(({ series }) => {
    const places = Array.from(series.x, (x) => pixels.x(x));
    return Array.from(series.y, (y) => pixels.y(y)).filter((height, i) => {
      const from = places[Math.max(0, i - 1)]!;
      const to = places[Math.min(places.length - 1, i + 1)]!;
      return Number.isFinite(height) && to >= left && from <= right;
    });
  });
}

/** True if no curve has a point in the box. */
function isFree(box: Box, curves: readonly NamedCurve[], pixels: Pixels): boolean {
  return heights(curves, pixels, box.left, box.right).every(
    (height) => height < box.bottom || height > box.top,
  );
}

interface End extends NamedCurve {
  readonly x: number;
  readonly y: number;
}

function endOf(curve: NamedCurve): End | null {
  const { x, y } = curve.series;
  for (let i = x.length - 1; i >= 0; i--) {
    if (Number.isFinite(y[i]!)) return { ...curve, x: x[i]!, y: y[i]! };
  }
  return null;
}

/**
 * Heights of the labels' middles, lowest first: as near to their wishes as they
 * can be without overlap, those that would overlap moved apart by as much up as
 * down.
 */
function stacked(wishes: readonly number[], apart: number, lowest: number, highest: number) {
  // Least squares with an order: pools of neighbours that would overlap take their mean.
  const pools: { sum: number; count: number }[] = [];
  const mean = ({ sum, count }: { sum: number; count: number }) => sum / count;
  wishes.forEach((wish, i) => {
    let pool = { sum: wish - i * apart, count: 1 };
    for (let before = pools.at(-1); before && mean(before) > mean(pool); before = pools.at(-1)) {
      pools.pop();
      pool = { sum: before.sum + pool.sum, count: before.count + pool.count };
    }
    pools.push(pool);
  });
  const bases = pools.flatMap((pool) => Array<number>(pool.count).fill(mean(pool)));
  const last = bases.length - 1;
  return bases.map((base, i) =>
    Math.min(highest - (last - i) * apart, Math.max(lowest + i * apart, base + i * apart)),
  );
}

/** As `stacked`, and none of them across a line at the height `line`; null for no line. */
function stackedBeside(
  wishes: readonly number[],
  apart: number,
  [lowest, highest]: Range,
  line: number | null,
): readonly number[] {
  const whole = stacked(wishes, apart, lowest, highest);
  if (line === null) return whole;
  const clear = 0.6 * apart;
  const fits = (count: number, room: number) => count === 0 || (count - 1) * apart <= room;
  // So many of them lie under the line: as many as wish to, if there is room.
  const own = wishes.filter((wish) => wish < line).length;
  const [under] = Array.from({ length: wishes.length + 1 }, (_, count) => count)
    .filter(
      (count) =>
        fits(count, line - clear - lowest) && fits(wishes.length - count, highest - line - clear),
    )
    .toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own));
  if (under === undefined) return whole;
  return [
    ...stacked(wishes.slice(0, under), apart, lowest, line - clear),
    ...stacked(wishes.slice(under), apart, line + clear, highest),
  ];
}

/** Room right of the plotting area that labels at the ends of the curves need at most. */
export function labelRoom(names: readonly string[], size: number): number {
  return Math.round(0.6 * size + Math.max(0, ...names.map((name) => textWidth(name, size))));
}

/**
 * Labels right of the ends of the curves; the curve that ends higher has the
 * higher label. Within the plotting area none crosses the level line.
 *
 * @param size font size in px
 * @param level the loss at which the line lies; null for none
 */
export function endLabels(
  curves: readonly NamedCurve[],
  pixels: Pixels,
  size: number,
  level: number | null,
): DirectLabel[] {
  const ends = curves
    .map(endOf)
    .filter((end) => end !== null)
    .toSorted((a, b) => a.y - b.y);
  if (ends.length === 0) return [];
  const edge = Math.max(...ends.map(({ x }) => pixels.x(x)));
  const wishes = ends.map(({ y }) => pixels.y(y));
  const room: Range = [0.6 * size, pixels.height - 0.6 * size];
  const line = level === null || edge + 0.5 * size > pixels.width ? null : pixels.y(level);
  const middles = stackedBeside(wishes, 1.15 * size, room, line);
  return ends.map(({ name, color, x, y }, i) => ({
    text: name,
    color,
    x,
    y,
    xanchor: 'left',
    yanchor: 'middle',
    // Plotly shifts from the point; a point out of range is moved to the axis' end first.
    xshift: 0.5 * size + edge - pixels.x(x),
    yshift: middles[i]! - pixels.y(y),
  }));
}

/** Where a label lies that is anchored at its left and in the middle of its height. */
export function labelBox(
  { text, x, y, xshift = 0, yshift = 0 }: DirectLabel,
  pixels: Pixels,
  size: number,
): Box {
  const [left, middle] = [pixels.x(x) + xshift, pixels.y(y) + yshift];
  return {
    left,
    right: left + textWidth(text, size),
    bottom: middle - 0.6 * size,
    top: middle + 0.6 * size,
  };
}

/** Area that two boxes share. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  return Math.max(0, width) * Math.max(0, height);
}

/**
 * The name of a level line, its x a share of the axis: under it or over it, at
 * its right or left end, wherever no curve and no other label is, or least of
 * the other labels.
 *
 * @param taken where other labels lie
 */
export function levelLabel(
  text: string,
  color: string,
  level: number,
  curves: readonly NamedCurve[],
  pixels: Pixels,
  size: number,
  taken: readonly Box[] = [],
): DirectLabel {
  const height = pixels.y(level);
  const width = textWidth(text, size);
  const spots = (['below', 'above'] as const).flatMap((side) =>
    (['right', 'left'] as const).map((end) => ({ side, end })),
  );
  const boxOf = ({ side, end }: (typeof spots)[number]): Box => ({
    left: end === 'right' ? pixels.width - width : 0,
    right: end === 'right' ? pixels.width : width,
    bottom: side === 'below' ? height - 1.3 * size : height + 1,
    top: side === 'below' ? height - 1 : height + 1.3 * size,
  });
  const covered = (spot: (typeof spots)[number]) =>
    taken.reduce((sum, box) => sum + overlap(box, boxOf(spot)), 0);
  const free =
    spots.find((spot) => covered(spot) === 0 && isFree(boxOf(spot), curves, pixels)) ??
    spots.toSorted((a, b) => covered(a) - covered(b))[0]!;
  return {
    text,
    color,
    x: free.end === 'right' ? 1 : 0,
    y: level,
    xanchor: free.end,
    yanchor: free.side === 'below' ? 'top' : 'bottom',
  };
}
