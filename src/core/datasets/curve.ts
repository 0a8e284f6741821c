/** A curve in the plane, run through as t goes from `from` to `to`. */
export interface Curve {
  readonly from: number;
  readonly to: number;
  at(t: number): readonly [x: number, y: number];
}

/** Points of the curve, in order along it, [count] each. */
export function pointsAlong({ from, to, at }: Curve, count = 400) {
  const points = Array.from({ length: count }, (_, i) =>
    at(from + ((to - from) * i) / (count - 1)),
  );
  return { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) };
}
