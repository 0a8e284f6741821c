import type { Axis, Layout, Size } from './figure.ts';

/** Where the plotting area lies within the figure, in CSS pixels. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface DataPoint {
  readonly x: number;
  readonly y: number;
}

export function plotArea({ margin }: Layout, size: Size): PlotArea {
  return {
    left: margin.l,
    top: margin.t,
    width: Math.max(1, size.width - margin.l - margin.r),
    height: Math.max(1, size.height - margin.t - margin.b),
  };
}

/** Position of a value along its axis, 0 at the range's start and 1 at its end. */
export function fraction(value: number, { range, type }: Pick<Axis, 'range' | 'type'>): number {
  const position = type === 'log' ? Math.log10(value) : value;
  return (position - range[0]) / (range[1] - range[0]);
}

/** Where data lie in the figure, in CSS pixels. */
export interface Places {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export function placesOf({ xaxis, yaxis }: Layout, area: PlotArea): Places {
  return {
    x: (value) => area.left + area.width * fraction(value, xaxis),
    y: (value) => area.top + area.height * (1 - fraction(value, yaxis)),
  };
}

function valueAt(share: number, { range, type }: Axis): number {
  const position = range[0] + share * (range[1] - range[0]);
  return type === 'log' ? 10 ** position : position;
}

/** The data point under a pixel of the figure; beyond the axes' ends it goes on. */
export function pointAt(left: number, top: number, layout: Layout, size: Size): DataPoint {
  const area = plotArea(layout, size);
  return {
    x: valueAt((left - area.left) / area.width, layout.xaxis),
    y: valueAt(1 - (top - area.top) / area.height, layout.yaxis),
  };
}
