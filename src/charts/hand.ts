import { HAND_MS } from '../core/governor.ts';

/** What the page knows of the hand: when it last did something. */

let actedAt = Number.NEGATIVE_INFINITY;
const waiting = new Set<() => void>();

/** The hand does something just now. */
export function handActs(): void {
  actedAt = performance.now();
  for (const listener of waiting) listener();
  waiting.clear();
}

export function handIsBusy(): boolean {
  return performance.now() - actedAt < HAND_MS;
}

/** Calls `listener` at the hand's next sign, once; returns what takes that back. */
export function atNextSign(listener: () => void): () => void {
  waiting.add(listener);
  return () => waiting.delete(listener);
}

if (typeof document !== 'undefined') {
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'focusin']) {
    document.addEventListener(sign, handActs, { capture: true, passive: true });
  }
}
