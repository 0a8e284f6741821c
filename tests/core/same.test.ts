import { describe, expect, it } from 'vitest';
import { sameNumbers } from '../../src/core/same.ts';

describe('two values with arrays of numbers', () => {
  const value = (last: number) => ({ a: [1, null], b: { c: Float32Array.of(1, last) } });

  it('are the same if all their numbers are, NaN among them', () => {
    expect(sameNumbers(value(2), value(2))).toBe(true);
    expect(sameNumbers(value(Number.NaN), value(Number.NaN))).toBe(true);
  });

  it('are not the same with another number, length, field or kind of array', () => {
    expect(sameNumbers(value(2), value(3))).toBe(false);
    expect(sameNumbers(Float32Array.of(1), Float32Array.of(1, 2))).toBe(false);
    expect(sameNumbers(Float32Array.of(1), Float64Array.of(1))).toBe(false);
    expect(sameNumbers({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(sameNumbers({ a: undefined }, { b: undefined })).toBe(false);
    expect(sameNumbers(null, {})).toBe(false);
  });
});
