/** A curve in the plane, run through as t goes from `from` to `to`. */
export interface Curve {
  readonly from: number;
  readonly to: number;
  at(t: number): readonly [x: number, y: number];
}

/** Points of the curves, in order along each, [count] in all and a NaN between one curve and the next. */
export function pointsAlong(curves: readonly Curve[], count = 400) {
  const each = Math.floor(count / curves.length);
  const points = curves.flatMap(({ from, to, at }, curve) => {
    const along = Array.from({ length: each }, (_, i) => at(from + ((to - from) * i) / (each - 1)));
    return curve === 0 ? along : [[Number.NaN, Number.NaN] as const, ...along];
  });
  return { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) };
}
