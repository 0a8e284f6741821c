import { describe, expect, it } from 'vitest';
import type { Points } from '../../src/core/data/points.ts';
import {
  added,
  type Brush,
  begun,
  drawingStream,
  led,
  MOST_DRAWN,
  NO_POINTS,
  type Paper,
  type Place,
  type Tool,
} from '../../src/core/drawing.ts';

/** 100 pixels are 1 unit across and 10 units up. */
const SCALE = { x: 0.01, y: 0.1 };
const PAPER: Paper = { x: [-1000, 1000], y: [-1000, 1000], scale: SCALE };
const START = drawingStream(7);

const brush = (tool: Tool, change: Partial<Brush> = {}): Brush => ({
  tool,
  spread: 10,
  density: 50,
  ...change,
});

/** A whole stroke over the places. */
function stroke(
  points: Points,
  places: readonly Place[],
  by: Brush,
  random = START,
  paper = PAPER,
) {
  const [first, ...rest] = places as [Place, ...Place[]];
  return rest.reduce(led, begun(points, first, by, paper, random));
}

const pairs = ({ x, y }: Points) => Array.from(x, (at, i) => [at, y[i]]);
const some: Points = { x: Float64Array.of(0, 1, 2, 3), y: Float64Array.of(0, 0, 0, 0) };
const ZERO = { x: 0, y: 0 };

describe('a stroke', () => {
  it('of the brush scatters points about its way, as many as its density and as far as its spread', () => {
    const { points } = stroke(NO_POINTS, [ZERO, { x: 10, y: 0 }, { x: 20, y: 0 }], brush('brush'));
    const count = points.x.length;
    expect(Math.abs(count - 1012)).toBeLessThan(4);
    expect(points.x.reduce((a, b) => a + b) / count).toBeCloseTo(10, 0);
    const deviation = Math.sqrt(points.y.reduce((sum, y) => sum + y * y, 0) / count);
    expect(deviation / (10 * SCALE.y)).toBeCloseTo(1, 1);
  });

  it('of the brush draws the same points from the same start, and others after them', () => {
    const way = [ZERO, { x: 1, y: 3 }, { x: 2, y: 5 }];
    const once = stroke(NO_POINTS, way, brush('brush'));
    expect(stroke(NO_POINTS, way, brush('brush')).points).toEqual(once.points);
    expect(stroke(NO_POINTS, way, brush('brush'), once.random).points).not.toEqual(once.points);
    expect(stroke(NO_POINTS, way, brush('brush'), drawingStream(8)).points).not.toEqual(
      once.points,
    );
  });

  it('that is a mere press draws a point at least', () => {
    const { points } = stroke(
      NO_POINTS,
      [{ x: 3, y: 4 }],
      brush('brush', { density: 1, spread: 0 }),
    );
    expect(pairs(points)).toEqual([[3, 4]]);
  });

  it('of the line lies along the straight way from where it began to where it is', () => {
    const by = brush('line', { spread: 0 });
    const { points } = stroke(some, [ZERO, { x: 9, y: -7 }, { x: 4, y: 8 }], by);
    const drawn = pairs(points).slice(4);
    expect(drawn.length).toBeGreaterThan(100);
    for (const [x, y] of drawn) expect(y).toBeCloseTo(2 * x!, 10);
    expect(pairs(points).slice(0, 4)).toEqual(pairs(some));
  });

  it('of the eraser takes away what it comes near, on the way too', () => {
    const by = brush('eraser', { spread: 5 });
    const { points } = stroke(
      some,
      [
        { x: 0.95, y: 0 },
        { x: 2.05, y: 0.5 },
      ],
      by,
    );
    expect(pairs(points)).toEqual([
      [0, 0],
      [3, 0],
    ]);
  });

  it('of the move takes the points along that it began at, and no others', () => {
    const { points } = stroke(
      some,
      [
        { x: 1.02, y: 0 },
        { x: 3, y: 5 },
        { x: 1.52, y: 2 },
      ],
      brush('move'),
    );
    expect(pairs(points)).toEqual([
      [0, 0],
      [1.5, 2],
      [2, 0],
      [3, 0],
    ]);
    expect(pairs(some)[1]).toEqual([1, 0]);
  });

  it('draws and moves nothing beyond the paper', () => {
    const paper: Paper = { x: [0, 4], y: [-1, 1], scale: SCALE };
    const way = [ZERO, { x: 9, y: 0 }];
    const { points } = stroke(NO_POINTS, way, brush('brush', { spread: 20 }), START, paper);
    expect(points.x.length).toBeGreaterThan(10);
    expect(Math.min(...points.x)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...points.x)).toBeLessThanOrEqual(4);
    expect(Math.max(...points.y.map(Math.abs))).toBeLessThanOrEqual(1);
    const moved = stroke(
      some,
      [
        { x: 3, y: 0 },
        { x: 9, y: 9 },
      ],
      brush('move'),
      START,
      paper,
    );
    expect(pairs(moved.points)[3]).toEqual([4, 1]);
  });

  it('draws no more points than there may be', () => {
    const far = { x: 1000, y: 0 };
    const { points } = stroke(NO_POINTS, [ZERO, far, ZERO], brush('brush', { density: 100 }));
    expect(points.x.length).toBe(MOST_DRAWN);
    expect(added(points, ZERO).x.length).toBe(MOST_DRAWN);
  });
});

describe('a point', () => {
  it('is added where it is told', () => {
    expect(pairs(added(some, { x: -1, y: 2 })).at(-1)).toEqual([-1, 2]);
  });
});
