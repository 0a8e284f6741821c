import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COLOUR_COUNT,
  componentColours,
  continuedColours,
  IN_USE,
  isColouringEpoch,
  NO_COLOUR,
} from '../../src/core/componentColours.ts';
import type { MixtureGrid } from '../../src/core/predictions.ts';

/** An answer over x from 0 to 1 by components [weight, mean at 0, mean at 1], deviation 0.5. */
function answer(...components: readonly (readonly [number, number, number])[]): MixtureGrid {
  const x = Float64Array.from({ length: 65 }, (_, i) => i / 64);
  const rows = (of: (component: readonly [number, number, number], at: number) => number) =>
    Float32Array.from(Array.from(x).flatMap((at) => components.map((c) => of(c, at))));
  return {
    x,
    components: components.length,
    weights: rows(([weight]) => weight),
    means: rows(([, from, to], at) => from + (to - from) * at),
    deviations: rows(() => 0.5),
  };
}

const usages = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 1,
  maxLength: 40,
});

describe('the colours of components', () => {
  it('are given out often at first, and ever less', () => {
    const epochs = Array.from({ length: 1600 }, (_, epoch) => epoch).filter(isColouringEpoch);
    expect(epochs.slice(0, 3)).toEqual([5, 10, 15]);
    expect(epochs.filter((epoch) => epoch >= 95 && epoch <= 250)).toEqual([95, 100, 150, 200, 250]);
    expect(epochs.at(-1)).toBe(1500);
  });

  it('go by number, and only to components in use', () => {
    const colours = componentColours([0.1, 0.001, 0.6, 0.299]);
    expect(Array.from(colours)).toEqual([0, NO_COLOUR, 2, 3]);
  });

  it('that two would have go to the heavier, and the next free one to the other', () => {
    const usage = Array.from({ length: COLOUR_COUNT + 1 }, () => 0);
    usage[0] = 0.2;
    usage[COLOUR_COUNT] = 0.8;
    const colours = componentColours(usage);
    expect([colours[0], colours[COLOUR_COUNT]]).toEqual([1, 0]);
  });

  it('stay with their components as long as these are in use', () => {
    fc.assert(
      fc.property(usages, usages, (first, second) => {
        const before = componentColours(first);
        const after = componentColours(
          first.map((_, k) => second[k % second.length]!),
          before,
        );
        before.forEach((place, k) => {
          const used = second[k % second.length]! >= IN_USE;
          if (place !== NO_COLOUR && used) expect(after[k]).toBe(place);
        });
      }),
    );
  });

  it('stay where they are when a component comes into use', () => {
    const before = componentColours([0.7, 0.3, 0, 0]);
    expect(Array.from(componentColours([0.5, 0.2, 0, 0.3], before))).toEqual([0, 1, NO_COLOUR, 3]);
  });

  it('go round where they run out, beginning with the one that carries least', () => {
    const usage = Array.from({ length: COLOUR_COUNT + 1 }, (_, k) => 0.09 + 0.001 * k);
    const colours = componentColours(usage);
    // The lightest comes last, finds its own taken, and shares with the lightest of the others.
    expect(colours[0]).toBe(1 + COLOUR_COUNT);
    expect(colours[1]).toBe(1);
  });

  it('have a place each', () => {
    fc.assert(
      fc.property(usages, usages, (first, second) => {
        const before = componentColours(first);
        for (const colours of [before, componentColours(second.slice(0, first.length), before)]) {
          const places = Array.from(colours).filter((place) => place !== NO_COLOUR);
          expect(new Set(places).size).toBe(places.length);
        }
      }),
    );
  });

  it('are taken over from components that have fallen out of use, before any is shared', () => {
    const count = 2 * COLOUR_COUNT;
    const first = Array.from({ length: count }, (_, k) => (k < COLOUR_COUNT ? 0.1 : 0));
    const second = Array.from({ length: count }, (_, k) => (k < COLOUR_COUNT ? 0 : 0.1));
    const after = componentColours(second, componentColours(first));
    expect(Math.max(...after)).toBeLessThan(COLOUR_COUNT);
    expect(after[0]).toBe(NO_COLOUR);
  });

  it('begin anew with another number of components', () => {
    expect(Array.from(componentColours([0.2, 0.8], Int32Array.of(4, 5, 6)))).toEqual([0, 1]);
  });
});

describe('the colours of an answer that takes the place of another', () => {
  const before = {
    grid: answer([0.5, 4, 6], [0.3, -6, -2], [0.2, 0, 0]),
    colours: Int32Array.of(7, 2, 5),
  };

  it('stay with their branch, whichever component describes it now', () => {
    const grid = answer([0.25, 0.2, 0.1], [0.3, -5.8, -2.2], [0.45, 4.3, 5.9]);
    expect(Array.from(continuedColours(before, grid, [0.25, 0.3, 0.45]))).toEqual([5, 2, 7]);
  });

  it('go to one component each where a branch splits, the one most like it', () => {
    const grid = answer([0.25, 4.6, 6.6], [0.25, 4, 5.9], [0.3, -6, -2], [0.2, 0, 0]);
    const colours = continuedColours(before, grid, [0.25, 0.25, 0.3, 0.2]);
    expect(Array.from(colours)).toEqual([NO_COLOUR, 7, 2, 5]);
    expect(Array.from(componentColours([0.25, 0.25, 0.3, 0.2], colours))).toEqual([0, 7, 2, 5]);
  });

  it('are none for a component where none was, and for one not in use', () => {
    const grid = answer([0.5, 4, 6], [0.4, 20, 30], [0.001, 0, 0]);
    const colours = continuedColours(before, grid, [0.5, 0.4, 0.001]);
    expect(Array.from(colours)).toEqual([7, NO_COLOUR, NO_COLOUR]);
  });

  it('are those of before for the same answer', () => {
    expect(continuedColours(before, before.grid, [0.5, 0.3, 0.2])).toEqual(before.colours);
  });
});
