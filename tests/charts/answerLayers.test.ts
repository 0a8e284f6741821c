import { describe, expect, it } from 'vitest';
import {
  emptyLayer,
  litLayer,
  meansLayer,
  modesLayer,
  predictionLayer,
  samplesLayer,
} from '../../src/charts/answerLayers.ts';
import { isDotted } from '../../src/charts/componentColours.ts';
import { gridModes } from '../../src/charts/gridModes.ts';
import { staticLayer } from '../../src/charts/mainFigure.ts';
import { seenMeans } from '../../src/charts/means.ts';
import { dataRanges } from '../../src/charts/ranges.ts';
import { chartTheme } from '../../src/charts/theme.ts';
import { finish, MAIN_LABELS, rounded, smallData, smallGrid } from './fixtures.ts';

const data = smallData();
const ranges = dataRanges(data);
const spec = { ranges, theme: chartTheme('light'), labels: MAIN_LABELS, scale: 12 };
const grid = smallGrid(ranges);
const plain = { colours: null, lit: [] };
const ALL = Number.POSITIVE_INFINITY;

const drawn = {
  x: Float32Array.of(1, 2),
  y: Float32Array.of(3, 4),
  component: Uint8Array.of(2, 0),
};

const figures = {
  means: meansLayer(spec, grid, ALL, plain),
  modes: modesLayer(spec, finish(gridModes(grid))),
  samples: samplesLayer(spec, drawn, plain),
  lit: litLayer(spec, grid, { colours: [0, 1, 2], lit: [1] }),
  prediction: predictionLayer(spec, { ...grid, components: 1 }),
  nothing: emptyLayer(spec),
};

describe.each(Object.entries(figures))('the layer of %s', (_, { layout }) => {
  it('lies on the static layer to the pixel', () => {
    const below = staticLayer({ ...spec, data, show: { train: true, test: true } }).layout;
    expect(layout.margin).toEqual(below.margin);
    expect(layout.xaxis.range).toEqual(below.xaxis.range);
    expect(layout.yaxis.range).toEqual(below.yaxis.range);
    expect([layout.xaxis.visible, layout.yaxis.visible]).toEqual([false, false]);
  });
});

describe('the means', () => {
  it('are all drawn that are heavy enough to be seen, the heavier the more solid', () => {
    const [means] = figures.means.data;
    expect(rounded(means)).toMatchSnapshot();
    expect(means?.x).toHaveLength(11);
  });

  it('are only so many of the heaviest at each input', () => {
    const [means] = meansLayer(spec, grid, 1, plain).data;
    expect(rounded(means?.customdata)).toEqual([60, 50, 59.5, 69.5, 50]);
  });

  it('have their component’s colour, once colours are given out', () => {
    const [means] = meansLayer(spec, grid, 1, { colours: [0, 2, -1], lit: [] }).data;
    const { components, train } = spec.theme;
    expect(means?.marker?.color).toEqual([
      components[0],
      components[0],
      components[2],
      components[2],
      train,
    ]);
  });

  it('are rows of dots with gaps where components share a colour', () => {
    const drawn = (place: number) =>
      meansLayer(spec, grid, 1, { colours: [place, 2, 1], lit: [] }).data[0]!.x!.length;
    expect(drawn(0)).toBe(5);
    expect(drawn(20)).toBeLessThan(drawn(0));
    expect(isDotted('dash', 4)).toBe(true);
    expect(isDotted('dash', 5)).toBe(false);
  });

  it('of lit components stand out on top of the others', () => {
    const [means] = meansLayer(spec, grid, ALL, { colours: [0, 1, 2], lit: [0] }).data;
    const colors = means!.marker!.color as string[];
    const { components, train } = spec.theme;
    expect(colors.slice(-5)).toEqual(new Array(5).fill(components[0]));
    expect(new Set(colors.slice(0, -5))).toEqual(new Set([train]));
    const opacity = means!.marker!.opacity as Float32Array;
    expect(Math.max(...opacity.slice(0, -5))).toBeLessThan(Math.min(...opacity.slice(-5)));
  });
});

describe('the samples', () => {
  it('are the model’s, and of lit components in their own colours', () => {
    const colorsOf = (lit: number[]) =>
      samplesLayer(spec, drawn, { colours: [0, 1, 2], lit }).data[0]!.marker!;
    const { components, train, model } = spec.theme;
    expect(colorsOf([]).color).toBe(model);
    expect(colorsOf([2]).color).toEqual([components[2], train]);
    const [of2, of0] = colorsOf([2]).opacity as Float32Array;
    expect(of2).toBeGreaterThan(4 * of0!);
  });
});

describe('a lit component', () => {
  it('is drawn where it can be seen, its mean and one deviation to either side', () => {
    const [band, means] = figures.lit.data;
    const seen = seenMeans(grid, ALL).filter((entry) => entry % grid.components === 1);
    expect(seen.length).toBeGreaterThan(1);
    expect(Array.from(means!.y!)).toEqual(seen.map((entry) => grid.means[entry]));
    expect(new Set(means!.marker!.color)).toEqual(new Set([spec.theme.components[1]]));
    const highest = Math.max(...seen.map((entry) => grid.means[entry]! + grid.deviations[entry]!));
    expect(Math.max(...Array.from(band!.y!).filter(Number.isFinite))).toBeCloseTo(highest, 6);
  });
});

describe('the modes', () => {
  it('are drawn once for each peak, those of little probability not at all', () => {
    const [modes] = figures.modes.data;
    expect(rounded({ x: modes?.x, y: modes?.y })).toMatchSnapshot();
    // Two peaks at each input; at the last one all three components are heavy.
    expect(modes?.x).toHaveLength(11);
  });
});
