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

/** The truth is dashed: told apart without its colour, and what lies under it is seen. */
function dashed(trace: Trace): Trace {
  return { ...trace, line: { ...(trace.line as object), dash: 'dash' } };
}

/** The truth as a line: the curve that the data scatter about. */
export function truthCurveTrace(spec: LayerSpec, curve: Series): Trace {
  return dashed(lineTrace('truth', curve, spec.theme.truth, spec, spec.labels.hover.truth));
}

/** The true conditional mean. */
export function trueMeanTrace(spec: LayerSpec, curve: Series): Trace {
  return dashed(lineTrace('true mean', curve, spec.theme.truth, spec, spec.labels.hover.trueMean));
}

/** How much of the background shines round an outline, so that it is seen on dark colours too. */
const HALO = { opacity: 0.5, width: 0.16 };

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
