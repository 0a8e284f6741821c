import { createStore } from 'zustand/vanilla';
import { componentColours } from '../core/componentColours.ts';
import type { createRunStore } from './run.ts';
import type { RunFeed } from './runFeed.ts';

export interface ComponentRanks {
  /** The place of every component's colour in the cycle, [K], −1 for none; null early in a run. */
  readonly places: Int32Array | null;
}

/** Which colour each component of a run has. It keeps it until the run begins anew. */
export function createComponentRanks(run: ReturnType<typeof createRunStore>, feed: RunFeed) {
  const store = createStore<ComponentRanks>(() => ({ places: null }));
  run.subscribe(({ step, frame }, before) => {
    const { places } = store.getState();
    if (step === 0) {
      if (places) store.setState({ places: null });
      return;
    }
    if (frame === before.frame) return;
    let next = places;
    for (const { weights } of feed.frame?.usages ?? []) {
      if (weights.length > 1) next = componentColours(weights, next);
    }
    if (next?.some((place, k) => place !== places?.[k])) store.setState({ places: next });
  });
  return store;
}
