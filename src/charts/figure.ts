import type { Range } from '../core/range.ts';

/**
 * What a figure is to the rest of the house: plain data for Plotly, and sources
 * that say when there is a newer one. Nothing here imports Plotly.
 */

/** One Plotly trace. Numbers may be typed arrays; NaN in a line is a gap. */
export interface Trace {
  readonly type: 'scatter' | 'heatmap';
  readonly x?: ArrayLike<number>;
  readonly y?: ArrayLike<number>;
  readonly mode?: 'lines' | 'markers' | 'none';
  readonly marker?: Marker;
  /** One number a point, for the hover. */
  readonly customdata?: ArrayLike<number>;
  readonly [attribute: string]: unknown;
}

/** How points are drawn; an array has one entry a point. Sizes are diameters in px. */
export interface Marker {
  readonly size: number | ArrayLike<number>;
  readonly color: string | readonly string[];
  readonly opacity?: number | ArrayLike<number>;
  readonly [attribute: string]: unknown;
}

export interface Margin {
  readonly l: number;
  readonly r: number;
  readonly t: number;
  readonly b: number;
}

export interface Axis {
  /** In data units, or decimal exponents where `type` is log. */
  readonly range: Range;
  readonly type?: 'linear' | 'log';
  readonly [attribute: string]: unknown;
}

export interface Layout {
  /** Fixed, so that layers lie on top of each other to the pixel. */
  readonly margin: Margin;
  readonly xaxis: Axis;
  readonly yaxis: Axis;
  readonly [attribute: string]: unknown;
}

export interface Figure {
  readonly data: readonly Trace[];
  readonly layout: Layout;
}

/** Size of the whole figure in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A figure that changes. `get` is called at most once per animation frame, before drawing. */
export interface FigureSource {
  get(size: Size): Figure;
  /**
   * Calls `listener` after each change, with true where the change follows the
   * user's hand and is to be drawn before all else; returns the unsubscription.
   */
  subscribe(listener: (atOnce?: boolean) => void): () => void;
}

/** A source of a figure that stays as it is. */
export function fixedSource(get: (size: Size) => Figure): FigureSource {
  return { get, subscribe: () => () => {} };
}
