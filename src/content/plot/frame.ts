import { evenly, type Range } from '../../core/range.ts';

/** Where data stand in a plot's drawing. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Edges of the plotting area in px. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xAt: (pixel: number) => number;
  readonly yAt: (pixel: number) => number;
}

export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function frameOf(width: number, height: number, x: Range, y: Range, m: Margins): Frame {
  const [left, right] = [m.left, Math.max(m.left + 1, width - m.right)];
  const [top, bottom] = [m.top, Math.max(m.top + 1, height - m.bottom)];
  const xScale = (right - left) / (x[1] - x[0]);
  const yScale = (bottom - top) / (y[1] - y[0]);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    x: (value) => left + (value - x[0]) * xScale,
    y: (value) => bottom - (value - y[0]) * yScale,
    xAt: (pixel) => x[0] + (pixel - left) / xScale,
    yAt: (pixel) => y[0] + (bottom - pixel) / yScale,
  };
}

/** A path through points in data units; a point that is not finite leaves a gap. */
export function linePath(frame: Frame, xs: ArrayLike<number>, ys: ArrayLike<number>): string {
  let path = '';
  let open = false;
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [frame.x(xs[i]!), frame.y(ys[i]!)];
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      open = false;
      continue;
    }
    path += `${open ? 'L' : 'M'}${x.toFixed(1)} ${limited(y).toFixed(1)}`;
    open = true;
  }
  return path;
}

/** Far outside the drawing one pixel is as good as another. */
function limited(pixel: number): number {
  return Math.max(-5000, Math.min(5000, pixel));
}

/** Dots as one path of round caps: thousands of them are one element. */
export function dotPath(frame: Frame, xs: ArrayLike<number>, ys: ArrayLike<number>): string {
  let path = '';
  for (let i = 0; i < xs.length; i++) {
    path += `M${frame.x(xs[i]!).toFixed(1)} ${frame.y(ys[i]!).toFixed(1)}h0`;
  }
  return path;
}

/** A curve y = f(x) at `count` + 1 places over a range. */
export function curve(f: (x: number) => number, range: Range, count = 200) {
  const x = evenly(range, count + 1);
  return { x, y: x.map(f) };
}
