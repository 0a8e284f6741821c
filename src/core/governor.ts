/**
 * Shares the page's time where there is little of it: the hand first, drawing
 * second, and what is left is for the rest of the page. Whoever draws measures what
 * it costs and asks here how long to wait; so on a weak machine what is dear is drawn
 * less often, and nothing is late.
 */

/** Share of the time that one thing may take, while nobody does anything, and while somebody does. */
const SHARES = { alone: 0.25, besideHand: 0.12 } as const;

/** What costs no more than this, in milliseconds, need never wait. */
const CHEAP_MS = 5;

/** For so long after its last sign the hand is taken to be busy, in milliseconds. */
export const HAND_MS = 300;

/**
 * How long something that took `cost` milliseconds waits before it is done again, in
 * milliseconds.
 */
export function restAfter(cost: number, handIsBusy = false): number {
  if (cost <= CHEAP_MS) return 0;
  return cost * (1 / SHARES[handIsBusy ? 'besideHand' : 'alone'] - 1);
}
