import { HAND_MS } from '../core/governor.ts';
import { atNextSign, handIsBusy } from './hand.ts';

/**
 * Who has Plotly, and when. The quick pen draws all that is seen; Plotly answers a
 * pointer, and takes long to load and to draw a figure for the first time. So it comes
 * once somebody is there, or nobody has been for a while, to one figure after another,
 * each in an idle moment of its own while the hand rests.
 */

/** After so long without a sign of anybody, in milliseconds, Plotly comes unasked. */
const QUIET_MS = 8000;

const waiting = new Set<() => void>();
let state: 'asleep' | 'watching' | 'serving' = 'asleep';

/** Has `turn` called when it is its turn, once; returns what takes that back. */
export function takeTurn(turn: () => void): () => void {
  waiting.add(turn);
  if (state === 'asleep') watch();
  return () => waiting.delete(turn);
}

function watch(): void {
  // A finger asks nothing of a figure that Plotly would have to answer.
  if (!matchMedia('(any-hover: hover)').matches) return;
  state = 'watching';
  const serve = () => {
    if (state === 'serving') return;
    state = 'serving';
    next();
  };
  atNextSign(serve);
  setTimeout(serve, QUIET_MS);
}

/** Not every browser tells when it is idle. */
const whenIdle = (task: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task);
  else setTimeout(task, HAND_MS);
};

function next(): void {
  whenIdle(() => {
    if (handIsBusy()) {
      setTimeout(next, HAND_MS);
      return;
    }
    const [turn] = waiting;
    if (!turn) {
      state = 'asleep';
      return;
    }
    waiting.delete(turn);
    turn();
    next();
  });
}
