import { createStore } from 'zustand/vanilla';
import { componentColours } from '../core/componentColours.ts';
import type { createRunStore } from './run.ts';
import type { RunFeed } from './runFeed.ts';

export interface ComponentColours {
  /** The place in the cycle of every component's colour, [K], −1 for none; null early in a run. */
  readonly colours: Int32Array | null;
}

/** Which colour each component of a run has, until `unfollow`. It keeps it until the run begins anew. */
export function createComponentColours(run: ReturnType<typeof createRunStore>, feed: RunFeed) {
  const store = createStore<ComponentColours>(() => ({ colours: null }));
  const unfollow = run.subscribe(({ step, frame }, before) => {
    const { colours } = store.getState();
    if (step === 0) {
      if (colours) store.setState({ colours: null });
      return;
    }
    if (frame === before.frame) return;
    let next = colours;
    for (const { weights } of feed.frame?.usages ?? []) {
      if (weights.length > 1) next = componentColours(weights, next);
    }
    if (next?.some((colour, k) => colour !== colours?.[k])) store.setState({ colours: next });
  });
  return { store, unfollow };
}
