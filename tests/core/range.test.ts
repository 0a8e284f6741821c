import { describe, expect, it } from 'vitest';
import { clamped, evenly, extent } from '../../src/core/range.ts';
import { same } from '../../src/core/same.ts';

describe('evenly', () => {
  it('includes both ends', () => {
    expect([...evenly([-1, 3], 5)]).toEqual([-1, 0, 1, 2, 3]);
  });
});

describe('extent', () => {
  it('skips values that are not finite', () => {
    expect(extent([3, Number.NaN, Infinity, -1, -Infinity])).toEqual([-1, 3]);
    expect(extent([Number.NaN])).toBeNull();
  });
});

describe('clamped', () => {
  it('leaves a value within the range, and takes one beyond it to the nearer end', () => {
    expect([-2, -1, 0.5, 3, 4].map((value) => clamped(value, [-1, 3]))).toEqual([
      -1, -1, 0.5, 3, 3,
    ]);
  });
});

describe('same', () => {
  it('compares plain values by what they hold', () => {
    expect(same({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toBe(true);
    expect(same({ a: 1 }, { a: 2 })).toBe(false);
  });

  it('takes a field that is undefined for one that is left out', () => {
    expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  });
});
