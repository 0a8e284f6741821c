import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COLOUR_COUNT,
  componentColours,
  isColouringEpoch,
  NO_COLOUR,
} from '../../src/core/componentColours.ts';

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

  it('stay with their components whatever the weights do', () => {
    fc.assert(
      fc.property(usages, usages, (first, second) => {
        const before = componentColours(first);
        const after = componentColours(
          first.map((_, k) => second[k % second.length]!),
          before,
        );
        before.forEach((place, k) => {
          if (place !== NO_COLOUR) expect(after[k]).toBe(place);
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

  it('begin anew with another number of components', () => {
    expect(Array.from(componentColours([0.2, 0.8], Int32Array.of(4, 5, 6)))).toEqual([0, 1]);
  });
});
