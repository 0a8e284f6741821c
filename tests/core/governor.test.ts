import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restAfter } from '../../src/core/governor.ts';

const cost = fc.double({ min: 0, max: 1e4, noNaN: true });

describe('the governor', () => {
  it('lets what is cheap be done as often as there is something new', () => {
    expect(restAfter(0)).toBe(0);
    expect(restAfter(4)).toBe(0);
    expect(restAfter(-3, true)).toBe(0);
  });

  it('lets what is dear take no more than a quarter of the time', () => {
    fc.assert(
      fc.property(cost, (spent) => {
        const rest = restAfter(spent);
        expect(spent <= 5 || spent / (spent + rest) <= 0.25 + 1e-9).toBe(true);
      }),
    );
  });

  it('lets it take less while the hand is busy, and never more the dearer it is', () => {
    fc.assert(
      fc.property(cost, cost, (a, b) => {
        expect(restAfter(a, true)).toBeGreaterThanOrEqual(restAfter(a));
        if (a < b) expect(restAfter(a)).toBeLessThanOrEqual(restAfter(b));
      }),
    );
  });
});
