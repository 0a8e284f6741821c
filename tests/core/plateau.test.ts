import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Best, bestAfter, isPlateau } from '../../src/core/plateau.ts';

/** What the losses after epochs 1, 2, … lead to. */
function bestOf(losses: readonly number[], model: 'ffnn' | 'mdn' = 'mdn'): Best | null {
  return losses.reduce<Best | null>((best, loss, i) => bestAfter(best, i + 1, loss, model), null);
}

describe('the best test loss so far', () => {
  it('moves on only where an NLL falls by a thousandth of a nat', () => {
    expect(bestOf([2, 1.5, 1.4995, 1.49, 1.6])).toEqual({ epoch: 4, loss: 1.49, seen: 5 });
    expect(bestOf([2, 1.5, 1.4995])).toEqual({ epoch: 2, loss: 1.5, seen: 3 });
  });

  it('moves on where an NLL below 0 falls', () => {
    expect(bestOf([-1, -1.0005, -1.01])).toEqual({ epoch: 3, loss: -1.01, seen: 3 });
  });

  it('moves on only where an MSE falls by a thousandth of itself', () => {
    expect(bestOf([40, 39.97], 'ffnn')).toEqual({ epoch: 1, loss: 40, seen: 2 });
    expect(bestOf([40, 39.9], 'ffnn')).toEqual({ epoch: 2, loss: 39.9, seen: 2 });
  });

  it('adds slow progress up, instead of missing it step by step', () => {
    const losses = Array.from({ length: 100 }, (_, i) => 2 - 0.0005 * i);
    expect(bestOf(losses)!.epoch).toBeGreaterThan(97);
  });

  it('is not shaken by losses that are no numbers', () => {
    expect(bestOf([Number.NaN])).toBeNull();
    expect(bestOf([2, Number.NaN, Number.POSITIVE_INFINITY])).toEqual({
      epoch: 1,
      loss: 2,
      seen: 3,
    });
  });
});

describe('a plateau', () => {
  const best = (since: number): Best => ({ epoch: 10, loss: 1, seen: 10 + since });

  it('is 20 epochs long where an epoch has many steps', () => {
    expect(isPlateau(best(19), 100)).toBe(false);
    expect(isPlateau(best(20), 100)).toBe(true);
  });

  it('is 400 steps long where an epoch has few', () => {
    expect(isPlateau(best(199), 2)).toBe(false);
    expect(isPlateau(best(200), 2)).toBe(true);
    expect(isPlateau(best(133), 3)).toBe(false);
    expect(isPlateau(best(134), 3)).toBe(true);
  });

  it('is none before the first test loss, nor ever while the loss falls clearly', () => {
    expect(isPlateau(null, 2)).toBe(false);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.002, max: 1, noNaN: true })), (falls) => {
        let loss = 5;
        const losses = falls.map((fall) => {
          loss -= fall;
          return loss;
        });
        expect(isPlateau(bestOf(losses), 1000)).toBe(false);
      }),
    );
  });
});
