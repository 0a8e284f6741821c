import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhole, partOf, zoomedBy } from '../../src/stage/zoom.ts';

const RANGES = { x: [-10, 10], y: [0, 4] } as const;

describe('zooming into the main figure', () => {
  it('shows what lies between two corners, whichever is pressed first', () => {
    const corners = [
      { x: 0.25, y: 0.5 },
      { x: 0.5, y: 0.75 },
    ] as const;
    expect(partOf(RANGES, corners[0], corners[1])).toEqual([-5, 0, 1, 2]);
    expect(partOf(RANGES, corners[1], corners[0])).toEqual([-5, 0, 1, 2]);
  });

  it('takes a press that has hardly moved for none', () => {
    expect(partOf(RANGES, { x: 0.5, y: 0.5 }, { x: 0.505, y: 0.9 })).toBeNull();
  });

  it('by the wheel leaves what is under the pointer where it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        (x, y, factor) => {
          const [left, right, low, high] = zoomedBy(RANGES, { x, y }, factor);
          expect(left + x * (right - left)).toBeCloseTo(-10 + 20 * x, 4);
          expect(low + (1 - y) * (high - low)).toBeCloseTo(4 * (1 - y), 4);
          expect(right - left).toBeCloseTo(20 * factor, 4);
        },
      ),
    );
  });

  it('ends at the whole', () => {
    expect(isWhole([-10, 10, 0, 4], RANGES)).toBe(true);
    expect(isWhole([-9, 9, 0.2, 3.8], RANGES)).toBe(false);
  });
});
