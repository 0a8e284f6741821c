import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLAIMS, type ClaimedRange } from '../../src/content/claims.ts';

interface Bands {
  readonly made: string;
  readonly runs: Readonly<
    Record<string, { readonly results: readonly Record<ClaimedRange['quantity'], number>[] }>
  >;
}

const bands = JSON.parse(
  readFileSync(new URL('../fixtures/bands.json', import.meta.url), 'utf8'),
) as Bands;

describe('a range that the article quotes', () => {
  it.each(Object.entries(CLAIMS) as [string, ClaimedRange][])(
    '%s holds for each of five seeds',
    (_, { run, quantity, low, high }) => {
      const values = bands.runs[run]?.results.map((result) => result[quantity]) ?? [];
      expect(values).toHaveLength(5);
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
      }
    },
  );

  it('is not much wider than what the seeds show', () => {
    for (const [name, { run, quantity, low, high }] of Object.entries(CLAIMS)) {
      const values = bands.runs[run]!.results.map((result) => result[quantity]);
      const span = Math.max(...values) - Math.min(...values);
      expect(high - low, name).toBeLessThan(4 * span + 0.1 * Math.abs(high));
    }
  });
});
