import { emptyPoints, type Points } from './data/points.ts';
import { randomStream, type StreamState } from './random.ts';
import { clamped, type Range } from './range.ts';

/**
 * Points that are drawn by hand. A stroke is a value: every place that the hand comes
 * to makes another of it, with the points as they then are. What is drawn at random
 * comes from a seeded stream, so that the same strokes draw the same points.
 */

export const TOOLS = ['brush', 'line', 'eraser', 'move'] as const;
export type Tool = (typeof TOOLS)[number];

/** How one draws. */
export interface Brush {
  readonly tool: Tool;
  /** Deviation of the points about the stroke, and half of what eraser and move reach, in pixels. */
  readonly spread: number;
  /** Points to each hundred pixels of a stroke. */
  readonly density: number;
}

export const SPREAD_LIMIT = { min: 0, max: 60, integer: true } as const;
export const DENSITY_LIMIT = { min: 1, max: 100, integer: true } as const;

/** The most points of a drawing. */
export const MOST_DRAWN = 5000;

/** A place in the data's units. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What is drawn on: the ranges of its axes, and data units to a pixel along each. */
export interface Paper {
  readonly x: Range;
  readonly y: Range;
  readonly scale: Place;
}

/** A stroke as far as it has come. */
export interface Stroke {
  readonly brush: Brush;
  readonly paper: Paper;
  /** The points before it began. */
  readonly before: Points;
  /** The points now. */
  readonly points: Points;
  readonly from: Place;
  readonly at: Place;
  /** Of the points, those that are moved, by their index. */
  readonly grabbed: readonly number[];
  /** Where the random numbers stood when it began, and stand now. */
  readonly began: StreamState;
  readonly random: StreamState;
}

/** Eraser and move reach at least so many pixels. */
const LEAST_REACH = 8;
/** A press that goes nowhere draws as many points as so many pixels of a stroke. */
const DAB = 25;

export const NO_POINTS: Points = emptyPoints(0);

/** The stream of an experiment's drawing where it begins. */
export function drawingStream(seed: number): StreamState {
  return randomStream(seed, 'drawing').state();
}

function joined(a: Points, b: Points): Points {
  const count = Math.max(0, Math.min(b.x.length, MOST_DRAWN - a.x.length));
  const join = (axis: 'x' | 'y') => Float64Array.of(...a[axis], ...b[axis].subarray(0, count));
  return { x: join('x'), y: join('y') };
}

/** The points, one more added; as they were where there are the most already. */
export function added(points: Points, { x, y }: Place): Points {
  return joined(points, { x: Float64Array.of(x), y: Float64Array.of(y) });
}

type By = Pick<Stroke, 'brush' | 'paper'>;

const pixels = (from: Place, to: Place, { scale }: Paper) =>
  Math.hypot((to.x - from.x) / scale.x, (to.y - from.y) / scale.y);

/**
 * Points normally distributed about a straight way, evenly likely along it; those that
 * would lie beyond the paper are left out.
 */
function scattered(
  from: Place,
  to: Place,
  { brush, paper }: By,
  state: StreamState,
  length = pixels(from, to, paper),
): { readonly points: Points; readonly random: StreamState } {
  const random = randomStream(0, 'drawing', state);
  // What is left over of a whole number is a point as often as it says.
  const count = Math.floor((brush.density * length) / 100 + random.uniform());
  const places = Array.from({ length: count }, () => {
    const along = random.uniform();
    const at = (axis: 'x' | 'y') =>
      from[axis] +
      along * (to[axis] - from[axis]) +
      brush.spread * paper.scale[axis] * random.normal();
    return { x: at('x'), y: at('y') };
  }).filter(({ x, y }) => isWithin(x, paper.x) && isWithin(y, paper.y));
  const points = {
    x: Float64Array.from(places, ({ x }) => x),
    y: Float64Array.from(places, ({ y }) => y),
  };
  return { points, random: random.state() };
}

const isWithin = (value: number, [min, max]: Range) => value >= min && value <= max;

/** The points that are within reach of a straight way, by their index. */
function reached({ x, y }: Points, from: Place, to: Place, { brush, paper }: By): number[] {
  const { scale } = paper;
  const reach = Math.max(LEAST_REACH, 2 * brush.spread);
  const [dx, dy] = [(to.x - from.x) / scale.x, (to.y - from.y) / scale.y];
  const length = dx * dx + dy * dy;
  return [...x.keys()].filter((i) => {
    const [px, py] = [(x[i]! - from.x) / scale.x, (y[i]! - from.y) / scale.y];
    const along = length > 0 ? clamped((px * dx + py * dy) / length, [0, 1]) : 0;
    return Math.hypot(px - along * dx, py - along * dy) <= reach;
  });
}

/** The points but for those within the eraser's reach of a straight way. */
function erased(points: Points, from: Place, to: Place, by: By): Points {
  const gone = new Set(reached(points, from, to, by));
  if (gone.size === 0) return points;
  const left = (values: Float64Array) => values.filter((_, i) => !gone.has(i));
  return { x: left(points.x), y: left(points.y) };
}

/** A stroke where the hand comes down. */
export function begun(
  points: Points,
  at: Place,
  brush: Brush,
  paper: Paper,
  random: StreamState,
): Stroke {
  const stroke = {
    brush,
    paper,
    before: points,
    points,
    from: at,
    at,
    grabbed: [],
    began: random,
    random,
  };
  switch (brush.tool) {
    case 'brush': {
      const dab = scattered(at, at, stroke, random, DAB);
      const drawn = dab.points.x.length > 0 ? joined(points, dab.points) : added(points, at);
      return { ...stroke, points: drawn, random: dab.random };
    }
    case 'eraser':
      return { ...stroke, points: erased(points, at, at, stroke) };
    case 'move':
      return { ...stroke, grabbed: reached(points, at, at, stroke) };
    case 'line':
      return stroke;
  }
}

/** The stroke when the hand has come to another place. */
export function led(stroke: Stroke, at: Place): Stroke {
  const { brush, paper, before, points, from, grabbed } = stroke;
  switch (brush.tool) {
    case 'brush': {
      const more = scattered(stroke.at, at, stroke, stroke.random);
      return { ...stroke, at, points: joined(points, more.points), random: more.random };
    }
    case 'eraser':
      return { ...stroke, at, points: erased(points, stroke.at, at, stroke) };
    case 'line': {
      const line = scattered(from, at, stroke, stroke.began);
      return { ...stroke, at, points: joined(before, line.points), random: line.random };
    }
    case 'move': {
      const moved = (axis: 'x' | 'y') => {
        const values = before[axis].slice();
        for (const i of grabbed) {
          values[i] = clamped(values[i]! + at[axis] - from[axis], paper[axis]);
        }
        return values;
      };
      return { ...stroke, at, points: { x: moved('x'), y: moved('y') } };
    }
  }
}
