import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atEvenSteps, decimate } from '../../src/charts/decimate.ts';
import { extent } from '../../src/core/range.ts';

const losses = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), {
  minLength: 1,
  maxLength: 3000,
});

describe('decimation', () => {
  it('keeps the smallest, largest, first and last value, the order, and the limit', () => {
    fc.assert(
      fc.property(losses, fc.integer({ min: 6, max: 800 }), (y, most) => {
        const x = y.map((_, i) => i + 1);
        const thin = decimate({ x, y }, most, Math.log10);
        expect(thin.x.length).toBeLessThanOrEqual(most);
        expect(extent(thin.y)).toEqual(extent(y));
        expect([thin.y[0], thin.y.at(-1)]).toEqual([y[0], y.at(-1)]);
        expect(Array.from(thin.x)).toEqual(Array.from(thin.x).toSorted((a, b) => a - b));
        for (let i = 0; i < thin.x.length; i++) expect(thin.y[i]).toBe(y[thin.x[i]! - 1]);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps a spike of one point in ten thousand', () => {
    const x = Float64Array.from({ length: 10_000 }, (_, i) => i);
    const y = x.map((i) => (i === 4321 ? 50 : 1));
    expect(Math.max(...decimate({ x, y }, 800).y)).toBe(50);
  });

  it('leaves a short series as it is, with gaps where it is not finite', () => {
    const thin = decimate({ x: [0, 1, 2], y: [5, Infinity, 4] }, 800);
    expect(Array.from(thin.y)).toEqual([5, Number.NaN, 4]);
  });

  it('reads a series at even steps along the axis', () => {
    expect(atEvenSteps({ x: [0, 1, 10], y: [7, 8, 9] }, 5)).toEqual([7, 8, 8, 8, 9]);
    expect(atEvenSteps({ x: [], y: [] }, 5)).toEqual([]);
  });
});
