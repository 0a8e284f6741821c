import { describe, expect, it } from 'vitest';
import { bandsLayer, bandsOf } from '../../src/charts/bandsLayer.ts';
import { contour } from '../../src/charts/contours.ts';
import { dataRanges } from '../../src/charts/ranges.ts';
import { ribbons } from '../../src/charts/ribbons.ts';
import { chartTheme } from '../../src/charts/theme.ts';
import { regionOutlines } from '../../src/charts/truthLayer.ts';
import { mean, variance } from '../../src/core/mixture.ts';
import type { Range } from '../../src/core/range.ts';
import { finish, MAIN_LABELS, rounded, smallData, smallGrid } from './fixtures.ts';

const ranges = dataRanges(smallData());
const grid = smallGrid(ranges);
const spec = { ranges, theme: chartTheme('light'), labels: MAIN_LABELS, scale: 12 };

/** How many areas or lines there are: NaN ends each. */
const count = (x: ArrayLike<number>) => Array.from(x).filter(Number.isNaN).length;

describe('ribbons', () => {
  const low: Range = [0, 1];
  const high: Range = [4, 6];

  it('join an interval to the one that it overlaps in the next column', () => {
    const { x, y } = ribbons([0, 1], [[low], [[0.5, 2]]]);
    expect(Array.from(x)).toEqual([0, 1, 1, 0, 0, Number.NaN]);
    expect(Array.from(y)).toEqual([0, 0.5, 2, 1, 0, Number.NaN]);
  });

  it('split where an interval falls in two, and end half-way where there is none', () => {
    const joined = ribbons([0, 1], [[[0, 6]], [low, high]]);
    expect(count(joined.x)).toBe(2);
    const ended = ribbons([0, 1], [[low], [high]]);
    expect(Array.from(new Set(ended.x))).toEqual([0, 0.5, Number.NaN, 1]);
  });

  it('pass over columns without any', () => {
    expect(ribbons([0, 1, 2], [[], [], []]).x).toHaveLength(0);
  });
});

describe('bands', () => {
  it('are one region about the mean, or two of 90 and 50 %, the outer one first', () => {
    expect(finish(bandsOf('deviation', grid)).regions).toHaveLength(1);
    for (const kind of ['central', 'highest'] as const) {
      const [outer, inner] = finish(bandsOf(kind, grid)).regions;
      outer!.forEach((column, i) => {
        const width = (columns: typeof column) =>
          columns.reduce((sum, [low, high]) => sum + high - low, 0);
        expect(width(column)).toBeGreaterThan(width(inner![i]!));
      });
    }
  });

  it('of one deviation are those of the whole mixture, its many light components included', () => {
    const count = 1000;
    const light = {
      x: Float64Array.of(0),
      components: count + 1,
      weights: new Float32Array(count + 1).fill(0.5 / count),
      means: Float32Array.from({ length: count + 1 }, (_, k) => 20 * (k / count)),
      deviations: new Float32Array(count + 1).fill(0.5),
    };
    light.weights[count] = 0.5;
    const whole = {
      weights: Float64Array.from(light.weights),
      means: Float64Array.from(light.means),
      deviations: Float64Array.from(light.deviations),
    };
    const bands = finish(bandsOf('deviation', light));
    const [band] = bands.regions[0]![0]!;
    expect(bands.mean[0]).toBeCloseTo(mean(whole), 5);
    expect(0.5 * (band![0] + band![1])).toBeCloseTo(mean(whole), 5);
    expect(0.5 * (band![1] - band![0])).toBeCloseTo(Math.sqrt(variance(whole)), 5);
  });

  it('of highest density fall apart where there are several answers, central ones do not', () => {
    const pieces = (kind: 'central' | 'highest') =>
      finish(bandsOf(kind, grid)).regions[0]!.map((column) => column.length);
    expect(pieces('central')).toEqual([1, 1, 1, 1, 1]);
    expect(pieces('highest')).toEqual([2, 2, 2, 2, 3]);
  });

  it('are empty before the deviation is known', () => {
    const unknown = { ...grid, deviations: new Float32Array(15).fill(Number.NaN) };
    const layer = bandsLayer(spec, finish(bandsOf('highest', unknown)));
    expect(layer.data.map(({ x }) => x!.length)).toEqual([0, 0, 5]);
  });

  it('are filled areas under the line of the mean', () => {
    const layer = bandsLayer(spec, finish(bandsOf('central', grid)));
    expect(layer.data.map(({ name, fill }) => [name, fill])).toEqual([
      ['region', 'toself'],
      ['region', 'toself'],
      ['mean', undefined],
    ]);
  });
});

describe('contours', () => {
  const axis = Float64Array.from({ length: 41 }, (_, i) => i / 10 - 2);
  const field = (f: (x: number, y: number) => number) =>
    Float64Array.from({ length: 41 * 41 }, (_, i) => f(axis[i % 41]!, axis[Math.floor(i / 41)]!));

  it('run where the field is 0', () => {
    const { x, y } = contour(
      field((a, b) => 1 - a * a - b * b),
      axis,
      axis,
    );
    expect(count(x)).toBeGreaterThan(40);
    x.forEach((a, i) => {
      if (!Number.isNaN(a)) expect(Math.hypot(a, y[i]!)).toBeCloseTo(1, 1.5);
    });
  });

  it('keep both lines of a saddle', () => {
    const saddle = contour([1, -1, -1, 1], [0, 1], [0, 1]);
    expect(count(saddle.x)).toBe(2);
  });

  it('leave out what is unknown', () => {
    expect(contour([1, -1, Number.NaN, 1], [0, 1], [0, 1]).x).toHaveLength(0);
  });

  it('outline the region that holds a share of each column', () => {
    const density = field((_, y) => Math.exp(-0.5 * (y / 0.5) ** 2));
    const [outer, inner] = regionOutlines({ x: axis, y: axis, density }, [0.9, 0.5]);
    const heights = (ys: Float64Array) => ys.filter((y) => y > 0);
    for (const y of heights(outer!.y)) expect(y).toBeCloseTo(0.5 * 1.645, 1);
    for (const y of heights(inner!.y)) expect(y).toBeCloseTo(0.5 * 0.674, 1);
    expect(rounded(heights(outer!.y).length)).toBeGreaterThan(40);
  });
});
