import { describe, expect, it } from 'vitest';
import { evenly } from '../../src/core/range.ts';
import { same } from '../../src/core/same.ts';

describe('evenly', () => {
  it('includes both ends', () => {
    expect([...evenly([-1, 3], 5)]).toEqual([-1, 0, 1, 2, 3]);
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
