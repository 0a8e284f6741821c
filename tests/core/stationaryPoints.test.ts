import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { density, type Mixture } from '../../src/core/mixture.ts';
import { stationaryPoints } from '../../src/core/stationaryPoints.ts';
import { gaussian, mixture, mixtures, modes } from '../helpers/mixtures.ts';

/** Local maxima of the density on a fine grid, ascending. */
function gridModes(m: Mixture): number[] {
  const step = 0.004;
  const found: number[] = [];
  const q = (i: number) => density(m, -12 + i * step);
  let [before, here] = [q(0), q(1)];
  for (let i = 1; i < 24 / step; i++) {
    const after = q(i + 1);
    if (here > before && here >= after && here > 1e-9) found.push(-12 + i * step);
    [before, here] = [here, after];
  }
  return found;
}

describe('modes', () => {
  it('are those that a fine grid shows', () => {
    fc.assert(
      fc.property(mixtures, (m) => {
        const found = modes(m)
          .map((mode) => mode.y)
          .sort((a, b) => a - b);
        // A grid can miss a bump lower than its own resolution, never show one more.
        for (const y of gridModes(m)) {
          expect(Math.min(...found.map((other) => Math.abs(other - y)))).toBeLessThan(0.0081);
        }
        for (const y of found) {
          expect(density(m, y)).toBeGreaterThanOrEqual(density(m, y - 1e-4) * (1 - 1e-12));
          expect(density(m, y)).toBeGreaterThanOrEqual(density(m, y + 1e-4) * (1 - 1e-12));
        }
        expect(found.length).toBeLessThanOrEqual(m.weights.length);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    [
      'beside a narrow one',
      [
        [0.82, 0, 0.17],
        [0.18, -0.757, 0.587],
      ],
      [-0.748, -0.0018],
    ],
    [
      'under a narrow one',
      [
        [0.8648, 0, 1.42633],
        [0.1352, -0.3341883866, 0.0613536685],
      ],
      [-0.334, 0],
    ],
    [
      'under three',
      [
        [0.21, 4.47, 0.974],
        [0.31, 0, 0.6926],
        [0.48, -0.282, 0.0554],
      ],
      [-0.2816, 0],
    ],
  ] as const)('tell a broad component’s own low peak %s', (_, components, expected) => {
    const found = modes(mixture(components))
      .map(({ y }) => y)
      .sort((a, b) => a - b);
    for (const y of expected) {
      expect(Math.min(...found.map((other) => Math.abs(other - y)))).toBeLessThan(0.01);
    }
  });

  it('are found where no component has its mean', () => {
    const m = mixture([
      [1, -0.5, 1],
      [1, 0.5, 1],
      [0.05, -0.5, 0.02],
      [0.05, 0.5, 0.02],
    ]);
    const found = modes(m);
    expect(found).toHaveLength(3);
    expect(found[2]?.y).toBeCloseTo(0, 9);
  });

  it('come highest first, one for components that coincide', () => {
    const m = mixture([
      [1, 0, 1],
      [1, 20, 0.5],
      [1, 0, 1],
    ]);
    expect(modes(m).map(({ y }) => Math.round(1e6 * y))).toEqual([0, 20e6]);
    expect(modes(gaussian(3, 2))).toEqual([{ y: 3, density: density(gaussian(3, 2), 3) }]);
  });

  it('are told of the others where a component is narrower than the spacing of numbers', () => {
    const spike = mixture([
      [1, 0.7, 1e-20],
      [1, 0, 1],
    ]);
    expect(stationaryPoints(spike).map(({ kind }) => kind)).toEqual(['maximum']);
    expect(modes(spike)[0]?.y).toBeCloseTo(0, 9);
  });

  it('alternate with minima', () => {
    fc.assert(
      fc.property(mixtures, (m) => {
        stationaryPoints(m).forEach(({ kind }, i, all) => {
          expect(kind).toBe(i % 2 === 0 ? 'maximum' : 'minimum');
          expect(all.length % 2).toBe(1);
        });
      }),
    );
  });

  it.each([
    [1.9999, 1],
    [2.0001, 2],
    [2.001, 2],
  ])('of two equal components %f deviations apart are %i', (distance, count) => {
    const apart = mixture([
      [0.5, 0, 1],
      [0.5, distance, 1],
    ]);
    expect(modes(apart)).toHaveLength(count);
  });
});
