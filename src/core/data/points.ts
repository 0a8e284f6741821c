/** Points in the units of the data set; `x` is the input, `y` the target, [n] each. */
export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The points that a run trains on, and those that it is tested on. */
export interface Split {
  readonly train: Points;
  readonly test: Points;
}

/** An empty set of `count` points, to be filled. */
export function emptyPoints(count: number): Points {
  return { x: new Float64Array(count), y: new Float64Array(count) };
}
