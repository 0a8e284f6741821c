import { HAND_MS } from '../core/governor.ts';
import { atNextSign, handIsBusy } from './hand.ts';

/**
 * What a page begins without takes turns: once somebody is there, or nobody has been for a
 * while, one after another comes, each in an idle moment of its own while the hand rests.
 */

/** After so long without a sign of anybody, in milliseconds, the turns begin unasked. */
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
