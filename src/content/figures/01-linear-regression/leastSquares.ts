/** Fitting y ≈ a x + b to a handful of points: the closed form, the error surface, descent. */

export type Point = readonly [x: number, y: number];

export interface Line {
  /** a, the slope. */
  readonly slope: number;
  /** b, the height at x = 0. */
  readonly intercept: number;
}

/** Σ (y − a x − b)². */
export function sumOfSquares(points: readonly Point[], { slope, intercept }: Line): number {
  return points.reduce((sum, [x, y]) => sum + (y - slope * x - intercept) ** 2, 0);
}

/** XᵀX and Xᵀy, each divided by n. */
interface Moments {
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
}

function moments(points: readonly Point[]): Moments {
  const mean = (f: (point: Point) => number) =>
    points.reduce((sum, point) => sum + f(point), 0) / points.length;
  return {
    x: mean(([x]) => x),
    y: mean(([, y]) => y),
    xx: mean(([x]) => x * x),
    xy: mean(([x, y]) => x * y),
  };
}

/** Inputs whose variance is below this count as all the same. */
const SAME = 1e-9;

/** The line of least squares by the normal equations; null where XᵀX has no inverse. */
export function solve(points: readonly Point[]): Line | null {
  const m = moments(points);
  const variance = m.xx - m.x * m.x;
  if (!(variance > SAME)) return null;
  const slope = (m.xy - m.x * m.y) / variance;
  return { slope, intercept: m.y - slope * m.x };
}

/** One step of gradient descent on the mean squared error. */
export function descend(points: readonly Point[], line: Line, rate: number): Line {
  const m = moments(points);
  const { slope: a, intercept: b } = line;
  return {
    slope: a - rate * 2 * (a * m.xx + b * m.x - m.xy),
    intercept: b - rate * 2 * (a * m.x + b - m.y),
  };
}

/** Eigenvalues, the larger first, and unit eigenvectors of XᵀX / n in the order (slope, intercept). */
export function curvature(points: readonly Point[]) {
  const { x, xx } = moments(points);
  const middle = (xx + 1) / 2;
  const radius = Math.hypot((xx - 1) / 2, x);
  const angle = 0.5 * Math.atan2(2 * x, xx - 1);
  return {
    values: [middle + radius, Math.max(0, middle - radius)] as const,
    vectors: [
      [Math.cos(angle), Math.sin(angle)],
      [-Math.sin(angle), Math.cos(angle)],
    ] as const,
  };
}

/** Above this rate descent runs away: 2 over the largest curvature of the mean squared error. */
export function largestRate(points: readonly Point[]): number {
  return 1 / curvature(points).values[0];
}

/**
 * The line of equal error around a centre: where the mean squared error is
 * `above` more than at its minimum. An ellipse, as (slope, intercept) pairs.
 */
export function contour(points: readonly Point[], centre: Line, above: number, count = 120) {
  const { values, vectors } = curvature(points);
  const [u, v] = vectors;
  const [long, wide] = values.map((value) => Math.sqrt(above / Math.max(value, 1e-6)));
  return Array.from({ length: count + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    const [p, q] = [long! * Math.cos(angle), wide! * Math.sin(angle)];
    return {
      slope: centre.slope + p * u[0] + q * v[0],
      intercept: centre.intercept + p * u[1] + q * v[1],
    };
  });
}

/** Some line of least error, also where there are many: then the one of slope 0. */
export function someMinimum(points: readonly Point[]): Line {
  return solve(points) ?? { slope: 0, intercept: moments(points).y };
}
