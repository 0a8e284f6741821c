import type { Split } from '../core/data/points.ts';
import type { Series } from './decimate.ts';
import type { Figure, Layout, Size, Trace } from './figure.ts';
import type { Ranges } from './ranges.ts';
import { formatOf, hoverSentence, template } from './template.ts';
import type { ChartTheme } from './theme.ts';

/** Texts of the main figure. Hover sentences name their numbers: {x}, {y}, {share} in per cent. */
export interface MainLabels {
  readonly x: string;
  readonly y: string;
  readonly hover: {
    readonly train: string;
    readonly test: string;
    readonly truth: string;
    readonly prediction: string;
    readonly mean: string;
    readonly mode: string;
    readonly sample: string;
    readonly trueMean: string;
    readonly bandMean: string;
  };
}

/** What every layer of the main figure is made from. */
export interface LayerSpec {
  readonly ranges: Ranges;
  readonly theme: ChartTheme;
  readonly labels: MainLabels;
  /** Font size in px. */
  readonly scale: number;
}

/** Which of the two sets of points are drawn. */
export interface PointSets {
  readonly train: boolean;
  readonly test: boolean;
}

export interface StaticSpec extends LayerSpec {
  readonly data: Split;
  readonly show: PointSets;
  /** False for points that lie on a layer which has the axes already. */
  readonly axes?: boolean;
  /** The size of a figure whose areas are still to be seen under many points; null where there are none. */
  readonly overArea?: Size | null;
}

/** How solid points are; their colours keep a contrast of 3 : 1 with it. */
export const POINT_OPACITY = { train: 0.76, test: 0.78 } as const;

/** More points than this are drawn fainter, so that their density can still be seen. */
const MANY = 3000;

/** What the opacity of so many points is multiplied with. */
export function fadedBy(count: number): number {
  return count > MANY ? Math.sqrt(MANY / count) : 1;
}

/** Over an area the points together cover no more than one in so many square pixels, down to a least opacity. */
const PIXELS_A_POINT = 400;
const FAINTEST = 0.16;

function fadedOverArea(count: number, { width, height }: Size): number {
  return Math.min(1, Math.max(FAINTEST, (width * height) / PIXELS_A_POINT / count));
}

/** The main figure's layout; all its layers have the same, with their axes hidden but one. */
export function layoutOf({ ranges, theme, labels, scale }: LayerSpec, visible: boolean): Layout {
  return template({
    theme,
    scale,
    x: { title: labels.x, range: ranges.x, visible },
    y: { title: labels.y, range: ranges.y, visible },
  });
}

/** A hover sentence with as many digits as the axes can tell apart. */
export function sentence(text: string, { ranges }: LayerSpec): string {
  return hoverSentence(text, formatOf(ranges.x), formatOf(ranges.y));
}

/** Axes and data points: all that does not change while training. */
export function staticLayer(spec: StaticSpec): Figure {
  const { data, show, theme, labels, scale } = spec;
  const { overArea } = spec;
  const faded = (count: number) => (overArea ? fadedOverArea(count, overArea) : fadedBy(count));
  const points = (name: 'train' | 'test'): Trace => ({
    type: 'scatter',
    mode: 'markers',
    name,
    x: data[name].x,
    y: data[name].y,
    marker: {
      // Rings and dots are told apart without their colours.
      symbol: name === 'test' ? 'circle' : 'circle-open',
      size: (name === 'test' ? 0.27 : 0.34) * scale,
      color: theme[name],
      opacity: POINT_OPACITY[name] * faded(data[name].x.length),
    },
    hovertemplate: sentence(labels.hover[name], spec),
  });
  const traces = (['train', 'test'] as const).filter((name) => show[name]).map(points);
  return { data: traces, layout: layoutOf(spec, spec.axes ?? true) };
}

/** A curve that says what it is where the pointer comes near. */
export function lineTrace(
  name: string,
  { x, y }: Series,
  color: string,
  spec: LayerSpec,
  text: string,
): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    x,
    y,
    line: { color, width: Math.max(2, 0.18 * spec.scale), simplify: false },
    hovertemplate: sentence(text, spec),
  };
}
