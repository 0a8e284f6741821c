import { regionLevel } from '../core/profile.ts';
import { contour, type Segments } from './contours.ts';
import type { Series } from './decimate.ts';
import type { Trace } from './figure.ts';
import { type LayerSpec, lineTrace } from './mainFigure.ts';
import { withAlpha } from './theme.ts';

/** A field of densities over columns x and rows y, row-major [rows][columns]; NaN where unknown. */
export interface Field {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly density: Float64Array;
}

/** Beyond this many times the level of the edge a density is drawn no higher. */
const HIGHEST = 3;

/** For each column density / level − 1, level being that of the edge of its smallest region. */
function aboveRegion({ x, y, density }: Field, p: number): Float64Array {
  const columns = x.length;
  const result = new Float64Array(density.length).fill(Number.NaN);
  for (let column = 0; column < columns; column++) {
    const values = y.map((_, row) => density[row * columns + column]!);
    const level = regionLevel({ y, density: values }, p);
    if (!(level > 0)) continue;
    values.forEach((value, row) => {
      result[row * columns + column] = Math.min(HIGHEST, value / level - 1);
    });
  }
  return result;
}

/** The outlines of the smallest regions that hold each of the shares at every x. */
export function regionOutlines(field: Field, shares: readonly number[]): Segments[] {
  return shares.map((p) => contour(aboveRegion(field, p), field.x, field.y));
}

/** How much of the background shines round a line of the truth, so that it is seen over whatever it crosses. */
const HALO = { opacity: 0.6, width: 0.16 };

/** The truth is dashed: told apart without its colour, and what lies under it is seen. */
function dashedTraces(spec: LayerSpec, name: string, curve: Series, text: string): Trace[] {
  const trace = lineTrace(name, curve, spec.theme.truth, spec, text);
  const line = trace.line as { readonly width: number };
  const halo = {
    color: withAlpha(spec.theme.background, HALO.opacity),
    width: line.width + HALO.width * spec.scale,
  };
  return [
    { ...trace, line: { ...line, ...halo }, hoverinfo: 'skip', hovertemplate: '' },
    { ...trace, line: { ...line, dash: 'dash' } },
  ];
}

/** The truth as a line: the curve that the data scatter about. */
export function truthCurveTraces(spec: LayerSpec, curve: Series): Trace[] {
  return dashedTraces(spec, 'truth', curve, spec.labels.hover.truth);
}

/** The true conditional mean. */
export function trueMeanTraces(spec: LayerSpec, curve: Series): Trace[] {
  return dashedTraces(spec, 'true mean', curve, spec.labels.hover.trueMean);
}

/** The true density's regions of 90 and 50 % as lines, the inner one stronger. */
export function truthOutlineTraces(spec: LayerSpec, outlines: readonly Segments[]): Trace[] {
  const { theme, scale } = spec;
  const trace = ({ x, y }: Segments, color: string, width: number): Trace => ({
    type: 'scatter',
    mode: 'lines',
    name: 'true region',
    x,
    y,
    line: { color, width: width * scale, simplify: false },
    hoverinfo: 'skip',
  });
  const halo = withAlpha(theme.background, HALO.opacity);
  const width = (i: number) => (i === 0 ? 0.09 : 0.15);
  return [
    ...outlines.map((outline, i) => trace(outline, halo, width(i) + HALO.width)),
    ...outlines.map((outline, i) => trace(outline, theme.truth, width(i))),
  ];
}
