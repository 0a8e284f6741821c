import type { Points } from '../data/points.ts';
import type { RandomStream } from '../random.ts';
import type { Truth } from '../truth/truth.ts';
import type { Curve } from './curve.ts';

/** Draws `count` points with so much noise, in the data set's own units. */
type Draw = (count: number, noise: number, random: RandomStream) => Points;

/** One data set: all that the rest of the code knows of it. The registry is `datasets.ts`. */
export interface DataSet {
  /** How a training or test set is drawn; every point that there is, where there are no more. */
  readonly draw: Draw;
  /** How many points there are, where the setting `points` cannot choose; else null. */
  readonly fixedCount: number | null;
  /**
   * Draws independent points of the population that `draw` stands for; null
   * where nothing but the points themselves is known.
   */
  readonly fresh: Draw | null;
  /** True if train and test are drawn separately rather than split from one draw. */
  readonly separateTest: boolean;
  /**
   * What the setting `noise` is: the standard deviation of normal noise on the
   * target (`target`), at the largest input if it grows up to there (`growing`), or
   * of what was the target before x and y were swapped (`along`), the half-width of
   * uniform noise on the input (`input`),
   * what the deviations of its formulas are multiplied by (`factor`); null for points
   * that come as they are.
   */
  readonly noise: 'target' | 'growing' | 'along' | 'input' | 'factor' | null;
  /** How many points, how much noise, and if few suit it how many components, it begins with. */
  readonly defaults: {
    readonly points: number;
    readonly noise: number;
    readonly components?: number;
  };
  /** The curves on which the data would lie without noise, not always functions of x; null if none says it. */
  readonly curves: readonly Curve[] | null;
  /** The curves of its small picture; null if that shows its points. */
  readonly picture: readonly Curve[] | null;
  /** What is known exactly about it, for a noise of 0 or more; null if nothing is. */
  readonly truth: ((noise: number) => Truth) | null;
}
