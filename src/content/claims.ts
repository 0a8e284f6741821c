/**
 * What the text says about runs that the reader has not made: the range within
 * which five seeds of a run end. `tests/content/claims.test.ts` holds each to
 * the results in `tests/fixtures/bands.json`.
 */
export interface ClaimedRange {
  /** The run's name in the bands. */
  readonly run: string;
  readonly quantity: 'testLoss' | 'freshLoss' | 'excess';
  readonly low: number;
  readonly high: number;
  readonly digits: number;
}

export const CLAIMS = {
  'sine-ffnn': { run: 'sine-ffnn', quantity: 'freshLoss', low: 0.98, high: 1.08, digits: 2 },
  'sine-ffnn-3': { run: 'sine-ffnn-3', quantity: 'freshLoss', low: 13, high: 14, digits: 0 },
  'inverted-ffnn': { run: 'inverted-ffnn', quantity: 'freshLoss', low: 40, high: 43, digits: 0 },
  'inverted-mdn': { run: 'inverted-mdn', quantity: 'excess', low: 0.03, high: 0.13, digits: 2 },
  'inverted-mdn-1': {
    run: 'inverted-mdn-1',
    quantity: 'freshLoss',
    low: 2.71,
    high: 2.76,
    digits: 2,
  },
  'inverted-mdn-5': { run: 'inverted-mdn-5', quantity: 'excess', low: 0.03, high: 0.09, digits: 2 },
  'spiral-ffnn': { run: 'spiral-ffnn', quantity: 'freshLoss', low: 43, high: 45, digits: 0 },
  'spiral-mdn': { run: 'spiral-mdn', quantity: 'excess', low: 0.5, high: 0.9, digits: 1 },
} as const satisfies Record<string, ClaimedRange>;

export type ClaimName = keyof typeof CLAIMS;
