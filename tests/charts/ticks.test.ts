import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tickLabel, ticksOf } from '../../src/charts/ticks.ts';

it('puts ticks at round values, as Plotly does', () => {
  expect(ticksOf([-16.2, 16.2], 8)).toEqual([-15, -10, -5, 0, 5, 10, 15]);
  expect(ticksOf([0, 0.41], 3)).toEqual([0, 0.2, 0.4]);
  expect(ticksOf([0, 1000], 5)).toEqual([0, 200, 400, 600, 800, 1000]);
});

it('puts no more ticks than asked for, by one at most, and all of them within the range', () => {
  const bounds = fc.tuple(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
  );
  fc.assert(
    fc.property(bounds, fc.integer({ min: 2, max: 12 }), ([from, width], count) => {
      const ticks = ticksOf([from, from + width], count);
      expect(ticks.length).toBeLessThanOrEqual(count + 1);
      const slack = 1e-6 * (Math.abs(from) + width);
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(from - slack);
        expect(tick).toBeLessThanOrEqual(from + width + slack);
      }
    }),
  );
});

it('writes numbers at ticks as Plotly does', () => {
  const linear = { range: [0, 1] } as const;
  expect([-2.5, 0.30000000000000004, 5000, 20_000].map((one) => tickLabel(one, linear))).toEqual([
    '\u22122.5',
    '0.3',
    '5000',
    '20\u202f000',
  ]);
  expect([-2e6, 0, 4.5e6].map((one) => tickLabel(one, { range: [-3e6, 5e6] }))).toEqual([
    '\u22122×10⁶',
    '0',
    '4.5×10⁶',
  ]);
  expect(tickLabel(2e-9, { range: [0, 6e-9] })).toBe('2×10⁻⁹');
  expect([1, 10, 1000].map((one) => tickLabel(one, { range: [0, 3], type: 'log' }))).toEqual([
    '1',
    '10',
    '10³',
  ]);
});
