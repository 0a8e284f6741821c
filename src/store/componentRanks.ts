import { createStore } from 'zustand/vanilla';
import { componentColours } from '../core/componentColours.ts';
import type { createRunStore } from './run.ts';
import type { RunFeed } from './runFeed.ts';

/** By this epoch the weights say which components matter; before, none has a colour. */
const FIRST_EPOCH = 5;

export interface ComponentRanks {
  /** The place of every component's colour in the cycle, [K], −1 for none; null early in a run. */
  readonly places: Int32Array | null;
}

/** Which colour each component of a run has. It keeps it until the run begins anew. */
export function createComponentRanks(run: ReturnType<typeof createRunStore>, feed: RunFeed) {
  const store = createStore<ComponentRanks>(() => ({ places: null }));
  run.subscribe(({ step, epoch, frame }, before) => {
    const { places } = store.getState();
    if (step === 0 || step < before.step) {
      if (places) store.setState({ places: null });
      return;
    }
    const usage = feed.frame?.view.usage;
    if (frame === before.frame || epoch < FIRST_EPOCH || !usage || usage.length < 2) return;
    const next = componentColours(usage, places);
    if (!places || next.some((place, k) => place !== places[k])) store.setState({ places: next });
  });
  return store;
}
