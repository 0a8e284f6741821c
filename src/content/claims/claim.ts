/**
 * A number that the text tells and the reader has not made: what runs have come to
 * (`observed.json`, made by `tests/bench/content-runs.mjs`), how they are set
 * (`settings.ts`), or what is known exactly.
 */
export interface Claim {
  /** One value, or several of which the text tells the least and the greatest. */
  readonly values: () => readonly number[];
  readonly written: (value: number) => string;
}
