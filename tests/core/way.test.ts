import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wayEpochs } from '../../src/core/way.ts';

describe('the epochs of a run’s way', () => {
  it('are every one of a short run', () => {
    expect(wayEpochs(5, 100)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('are the denser the earlier in a long run', () => {
    const epochs = wayEpochs(1000, 7000);
    expect(epochs).toHaveLength(200);
    const gap = (i: number) => epochs[i + 1]! - epochs[i]!;
    expect(gap(0)).toBe(1);
    expect(gap(20)).toBeLessThan(gap(100));
    expect(gap(100)).toBeLessThan(gap(197));
  });

  it('rise from 0 to the last, and keep within the bound of states and bytes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 4, max: 8_000_000 }),
        (count, parameters) => {
          const epochs = wayEpochs(count, parameters);
          expect(epochs[0]).toBe(0);
          expect(epochs.at(-1)).toBe(count);
          for (let i = 1; i < epochs.length; i++) expect(epochs[i]).toBeGreaterThan(epochs[i - 1]!);
          expect(epochs.length).toBeLessThanOrEqual(200);
          expect((epochs.length - 2) * parameters * 4).toBeLessThanOrEqual(24 * 2 ** 20);
        },
      ),
    );
  });
});
