import { describe, expect, it } from 'vitest';
import {
  heightAt,
  KNOTS,
  knotPlace,
  level,
  penned,
  placesAlong,
  squaredError,
  withKnot,
} from '../../src/core/guess.ts';

const RANGE = [-12, 12] as const;

describe('a curve that is drawn', () => {
  it('is straight between its places, and level beyond', () => {
    const heights = placesAlong(RANGE).map((x) => 2 * x + 1);
    for (const x of [-11.9, -0.03, 5.55]) {
      expect(heightAt(heights, RANGE, x)).toBeCloseTo(2 * x + 1, 9);
    }
    expect(heightAt(heights, RANGE, 50)).toBeCloseTo(25, 9);
  });

  it('passes through every knot that was moved', () => {
    let heights = level(0);
    for (let knot = 0; knot < KNOTS; knot++) heights = withKnot(heights, knot, knot);
    for (let knot = 0; knot < KNOTS; knot++) expect(heights[knotPlace(knot)]).toBe(knot);
    expect(heights[6]).toBeCloseTo(0.5, 12);
  });

  it('follows the pen straight from place to place, either way, and nowhere else', () => {
    const there = penned(level(7), RANGE, { x: -6, y: 0 }, { x: 6, y: 12 });
    const back = penned(level(7), RANGE, { x: 6, y: 12 }, { x: -6, y: 0 });
    expect(there).toEqual(back);
    expect(heightAt(there, RANGE, 0)).toBeCloseTo(6, 9);
    expect(heightAt(there, RANGE, -7)).toBe(7);
    const dot = penned(level(0), RANGE, { x: 0, y: 3 }, { x: 0, y: 3 });
    expect(dot.filter((height) => height === 3)).toHaveLength(1);
  });

  it('errs by the mean of its squared distances', () => {
    expect(squaredError(level(1), RANGE, { x: [0, 5, -5], y: [1, 3, -1] })).toBeCloseTo(8 / 3, 12);
  });
});
