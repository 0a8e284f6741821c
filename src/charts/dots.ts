import type { Marker, Trace } from './figure.ts';

/**
 * Dense point clouds, painted on a canvas over their plot.
 *
 * Plotly makes an SVG node of every marker, which costs about 20 µs each on
 * every redraw, and its WebGL markers take two contexts a figure and, without a
 * GPU, seconds for the first one. A figure therefore says `mode: 'markers'` as
 * always; where there are many, Plotly keeps the trace for its hover and the
 * canvas paints it.
 */

/** More markers than this in one trace are painted on the canvas. */
export const DENSE = 300;

/** A trace that the canvas paints. */
export interface DotTrace extends Trace {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly marker: Marker;
}

function isDense(trace: Trace): trace is DotTrace {
  return trace.mode === 'markers' && trace.marker !== undefined && (trace.x?.length ?? 0) > DENSE;
}

/** Plotly is given so many points of a painted trace at most, evenly chosen, for its hover. */
const MOST_HOVERED = 1500;

function hovered(trace: DotTrace): Trace {
  const { marker: _, ...rest } = trace;
  const stride = Math.ceil(trace.x.length / MOST_HOVERED);
  const pick = (values: ArrayLike<number>) =>
    stride === 1
      ? values
      : Float64Array.from(
          { length: Math.ceil(values.length / stride) },
          (_, i) => values[i * stride]!,
        );
  return {
    ...rest,
    x: pick(trace.x),
    y: pick(trace.y),
    ...(trace.customdata && { customdata: pick(trace.customdata) }),
    mode: 'none',
  };
}

/** Parts a figure's traces into what Plotly draws and what the canvas paints. */
export function partDots(data: readonly Trace[]): { drawn: Trace[]; dots: DotTrace[] } {
  return {
    drawn: data.map((trace) => (isDense(trace) ? hovered(trace) : trace)),
    dots: data.filter(isDense),
  };
}
