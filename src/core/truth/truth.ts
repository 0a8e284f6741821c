import type { Range } from '../range.ts';
import type { Conditional } from './conditional.ts';

/** What is known exactly about a data set, in its own units. */
export interface Truth {
  /** The inputs at which the truth is defined, ends included. */
  readonly support: Range;
  /** The target's distribution at x; null where no data can be (the truth is 0/0 there). */
  at(x: number): Conditional | null;
  /**
   * h(target given input) in nats, the lowest expected NLL that a model can
   * reach on fresh data. Null without noise: then there is no lowest.
   */
  entropy(): number | null;
  /** E Var(target given input), the lowest mean squared error that a function can reach. */
  meanSquaredError(): number;
}
