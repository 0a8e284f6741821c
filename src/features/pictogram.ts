import type { Points } from '../core/data/points.ts';
import { pointsAlong } from '../core/datasets/curve.ts';
import { type DataName, dataSetOf } from '../core/datasets/datasets.ts';
import { randomStream } from '../core/random.ts';
import { extent } from '../core/range.ts';

const SAMPLES = 73;
/** The most dots of a picture of points. */
const DOTS = 60;

/** A few of the points, evenly over their order by input. */
function thinned({ x, y }: Points, most: number): Points {
  const order = [...x.keys()].sort((a, b) => x[a]! - x[b]!);
  const count = Math.min(most, order.length);
  const chosen = Array.from(
    { length: count },
    (_, i) => order[Math.round((i * (order.length - 1)) / Math.max(1, count - 1))]!,
  );
  return { x: Float64Array.from(chosen, (i) => x[i]!), y: Float64Array.from(chosen, (i) => y[i]!) };
}

/** A box that a picture fills, with a margin. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** Places along a length that values are stretched to; of one value alone, its middle. */
function stretched(
  values: Float64Array,
  length: number,
  margin: number,
): (value: number) => number {
  const [min, max] = extent(values) ?? [0, 0];
  if (max === min) return () => length / 2;
  return (value) => margin + ((value - min) / (max - min)) * (length - 2 * margin);
}

/** @param filling the points that fill the box */
function places({ x, y }: Points, { width, height, margin }: Box, filling: Points) {
  const [across, up] = [stretched(filling.x, width, margin), stretched(filling.y, height, margin)];
  return {
    xs: Array.from(x, (value) => across(value).toFixed(1)),
    ys: Array.from(y, (value) => (height - up(value)).toFixed(1)),
  };
}

/** An SVG path of at most so many of the points, as dots. */
export function dotsPath(points: Points, most: number, box: Box): string {
  const shown = thinned(points, most);
  const { xs, ys } = places(shown, box, shown);
  // A line that goes nowhere is a dot.
  return xs.map((x, i) => `M${x} ${ys[i]}h0`).join('');
}

/**
 * An SVG path through the points in their order.
 *
 * @param filling the points that fill the box
 */
export function linePath(points: Points, box: Box, filling = points): string {
  const { xs, ys } = places(points, box, filling);
  // What is not finite is a gap, after which the line begins anew.
  const gap = (i: number) => !(Number.isFinite(points.x[i]) && Number.isFinite(points.y[i]));
  return xs
    .flatMap((x, i) => (gap(i) ? [] : [`${i === 0 || gap(i - 1) ? 'M' : 'L'}${x} ${ys[i]}`]))
    .join('');
}

/** An SVG path of the data set's picture, stretched to fill a box with a margin. */
export function pictogramPath(
  name: DataName,
  width: number,
  height: number,
  margin: number,
): string {
  const box = { width, height, margin };
  const { picture, draw, defaults } = dataSetOf(name);
  if (!picture) {
    return dotsPath(draw(defaults.points, defaults.noise, randomStream(0, 'data')), DOTS, box);
  }
  return linePath(pointsAlong(picture, SAMPLES), box);
}
