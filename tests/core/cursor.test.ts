import { describe, expect, it } from 'vitest';
import { cursorOver } from '../../src/core/cursor.ts';

const points = (...x: number[]) => ({ x: Float64Array.from(x), y: new Float64Array(x.length) });
const split = (train: number[], test: number[]) => ({
  train: points(...train),
  test: points(...test),
  tested: points(...test),
});

describe('the cursor over other points', () => {
  it('stays where there are any, to their margin', () => {
    const data = split([390, 400], [490]);
    for (const x of [385, 390, 440, 490, 495]) expect(cursorOver(data, x)).toBe(x);
  });

  it('comes to the median input, of all points, where there are none', () => {
    const data = split([390, 400, 401], [490, 402]);
    for (const x of [4, 384, 496]) expect(cursorOver(data, x)).toBe(401);
    expect(cursorOver(split([3e-9], []), 4)).toBe(3e-9);
  });

  it('stays where there are no points at all', () => {
    expect(cursorOver(split([], []), 4)).toBe(4);
  });
});
