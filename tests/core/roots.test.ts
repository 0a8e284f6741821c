import { describe, expect, it } from 'vitest';
import { root } from '../../src/core/roots.ts';

describe('root', () => {
  it('finds roots to rounding, also where the slope is 0 or huge', () => {
    expect(root((x) => x * x - 2, 0, 5)).toBeCloseTo(Math.SQRT2, 14);
    expect(root((x) => (x - 1) ** 9, 0, 5)).toBeCloseTo(1, 9);
    expect(root((x) => Math.cbrt(x - 0.3), -1, 5)).toBeCloseTo(0.3, 13);
    expect(root((x) => x - 3, 3, 5)).toBe(3);
  });
});
