import { describe, expect, it } from 'vitest';
import type { MixtureGrid } from '../../src/core/predictions.ts';
import { inOrderOf, type LedgerRow, ledgerRows } from '../../src/features/ledger/rows.ts';

/** Four columns and three components: the first rises, the second falls, the third is nearly unused. */
const grid: MixtureGrid = {
  x: Float64Array.from([0, 1, 2, 3]),
  components: 3,
  weights: Float32Array.from([0.02, 0.97, 0.01, 0.5, 0.5, 0, 0.9, 0.1, 0, 0.95, 0.05, 0]),
  means: Float32Array.from([-50, 4, 9, 1, 5, 9, 2, 6, 9, 3, 70, 9]),
  deviations: Float32Array.from([9, 0.5, 1, 1, 1, 1, 2, 2, 1, 3, 9, 1]),
};
const usage = Float32Array.from([0.58, 0.418, 0.002]);

describe('the rows of the ledger', () => {
  it('are the components in use, the heaviest first', () => {
    expect(ledgerRows(grid, usage).map(({ component }) => component)).toEqual([0, 1]);
    const swapped = Float32Array.from([0.3, 0.69, 0.01]);
    expect(ledgerRows(grid, swapped).map(({ component }) => component)).toEqual([1, 0, 2]);
  });

  it('give the range of the mean only where the component counts', () => {
    const [first, second] = ledgerRows(grid, usage) as [LedgerRow, LedgerRow];
    expect([first.low, first.high]).toEqual([1, 3]);
    expect([second.low, second.high]).toEqual([4, 6]);
  });

  it('give the median of the deviation by weight', () => {
    const [first, second] = ledgerRows(grid, usage) as [LedgerRow, LedgerRow];
    expect(first.deviation).toBe(2);
    expect(second.deviation).toBe(0.5);
  });

  it('of equally heavy components go by their number', () => {
    const even = Float32Array.from([1 / 3, 1 / 3, 1 / 3]);
    expect(ledgerRows(grid, even).map(({ component }) => component)).toEqual([0, 1, 2]);
  });

  it('keep their order between two sortings, and newcomers come last', () => {
    const row = (component: number, weight: number) => ({ component, weight }) as LedgerRow;
    const before = [row(4, 0.5), row(2, 0.3), row(7, 0.2)];
    const after = [row(2, 0.4), row(9, 0.3), row(4, 0.2), row(1, 0.1)];
    expect(inOrderOf(before, after).map(({ component }) => component)).toEqual([4, 2, 9, 1]);
  });
});
