import { describe, expect, it } from 'vitest';
import { gridModes } from '../../src/charts/gridModes.ts';
import { meanPoints, seenMeans } from '../../src/charts/means.ts';
import { finish } from './fixtures.ts';

const grid = {
  x: Float64Array.of(-1, 0, 1),
  components: 3,
  weights: Float32Array.of(0.5, 0.4, 0.1, 0.2, 0.8, 0, 0.995, 0.005, 0),
  means: Float32Array.of(-5, 5, 0, -5, 5, 0, -5, 5, 0),
  deviations: Float32Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1),
};

describe('the means that are drawn', () => {
  it('are the likeliest at each input that have weight, the heaviest first', () => {
    const { x, y, share } = meanPoints(grid, seenMeans(grid, 2));
    expect([...x]).toEqual([-1, -1, 0, 0, 1]);
    expect([...y]).toEqual([-5, 5, 5, -5, -5]);
    expect([...share].map((value) => Number(value.toFixed(3)))).toEqual([
      0.5, 0.4, 0.8, 0.2, 0.995,
    ]);
  });

  it('are all that have weight where no number is asked for', () => {
    expect(seenMeans(grid, Number.POSITIVE_INFINITY)).toEqual([0, 1, 2, 3, 4, 6]);
  });
});

describe('the modes of a grid', () => {
  it('are fewer than the means where bells run together', () => {
    const close = { ...grid, means: Float32Array.of(-0.5, 0.5, 0, -0.5, 0.5, 0, -0.5, 0.5, 0) };
    expect([...finish(gridModes(close)).x]).toEqual([-1, 0, 1]);
  });
});
