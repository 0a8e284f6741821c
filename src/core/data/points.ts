import type { RandomStream } from '../random.ts';

/** Points in the units of the data set; `x` is the input, `y` the target, [n] each. */
export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** One generated data set. */
export interface Generator {
  /** Draws `count` points; how the article draws its training or test set. */
  draw(count: number, noise: number, random: RandomStream): Points;
  /** Draws `count` independent points from the population that `draw` stands for. */
  fresh(count: number, noise: number, random: RandomStream): Points;
  /** True if train and test are drawn separately rather than split from one draw. */
  readonly separateTest: boolean;
}

/** An empty set of `count` points, to be filled. */
export function emptyPoints(count: number): Points {
  return { x: new Float64Array(count), y: new Float64Array(count) };
}
