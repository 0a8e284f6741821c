import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calmRanges, dataRanges, niceStep, padded } from '../../src/charts/ranges.ts';
import { articleData } from '../../src/core/article.ts';
import { generate } from '../../src/core/data/data.ts';
import { DATA_NAMES } from '../../src/core/datasets/datasets.ts';
import { extent } from '../../src/core/range.ts';

describe('the axes of the data', () => {
  it.each(DATA_NAMES)('hold every point of the %s data with room to spare', (name) => {
    const data = generate(articleData(name), 7);
    const ranges = dataRanges(data);
    for (const axis of ['x', 'y'] as const) {
      const [min, max] = extent(data.train[axis], data.test[axis])!;
      expect(ranges[axis][0]).toBeLessThan(min);
      expect(ranges[axis][1]).toBeGreaterThan(max);
      expect(ranges[axis][1] - ranges[axis][0]).toBeLessThan(1.25 * (max - min));
    }
  });

  it('hold any extent, also one of no width', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 1_000_000 }), (min, width) => {
        const [low, high] = padded([min, min + width]);
        expect(low).toBeLessThanOrEqual(min);
        expect(high).toBeGreaterThanOrEqual(min + width);
        expect(high).toBeGreaterThan(low);
      }),
    );
  });

  it('move in steps of 1, 2 or 5', () => {
    expect([0.3, 2, 4.9, 5, 71].map(niceStep).map((step) => Number(step.toPrecision(3)))).toEqual([
      0.2, 2, 2, 5, 50,
    ]);
  });

  it('stand still for other points that fit them, and hold those that do not', () => {
    const data = (noise: number, seed: number) =>
      generate({ ...articleData('inverted'), noise }, seed);
    const first = dataRanges(data(1, 7));
    expect(calmRanges(first, data(1, 8))).toBe(first);
    expect(calmRanges(first, data(0.8, 8))).toBe(first);
    const wide = data(3, 7);
    expect(calmRanges(first, wide).x).toEqual(dataRanges(wide).x);
    expect(calmRanges(first, wide).y).toBe(first.y);
    // Much too long is no use either.
    expect(calmRanges(dataRanges(wide), data(0, 7)).x).toEqual(dataRanges(data(0, 7)).x);
  });
});
