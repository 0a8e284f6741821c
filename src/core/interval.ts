/** From `low` to `high`, both finite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
