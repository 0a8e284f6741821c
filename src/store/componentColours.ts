import { createStore } from 'zustand/vanilla';
import { type Coloured, componentColours, continuedColours } from '../core/componentColours.ts';
import type { Frame } from '../protocol/messages.ts';
import type { createRunStore } from './run.ts';
import type { RunFeed } from './runFeed.ts';

export interface ComponentColours {
  /** The place in the cycle of every component's colour, [K], −1 for none; null early in a run. */
  readonly colours: Int32Array | null;
}

/** The colours of a run that is trained already when it is first shown: they go on from those of the answer before. */
function begun(before: Coloured | null, { view: { grid, usage } }: Frame): Int32Array | null {
  if (usage.length < 2) return null;
  return componentColours(usage, before && continuedColours(before, grid, usage));
}

/**
 * Which colour each component of a run has, until `unfollow`. It keeps it until
 * the run begins anew; an answer that takes another's place at once goes on with
 * its colours.
 */
export function createComponentColours(run: ReturnType<typeof createRunStore>, feed: RunFeed) {
  const store = createStore<ComponentColours>(() => ({ colours: null }));
  /** The last answer that was shown. */
  let last: Coloured | null = null;
  const unfollow = run.subscribe((now, before) => {
    const { colours } = store.getState();
    if (now.step === 0) {
      last = null;
      if (colours) store.setState({ colours: null });
      return;
    }
    const { frame } = feed;
    if (now.frame === before.frame || !frame) return;
    let next = colours;
    if (now.run !== before.run) next = begun(last, frame);
    for (const { weights } of frame.usages) {
      if (weights.length > 1) next = componentColours(weights, next);
    }
    last = next && { grid: frame.view.grid, colours: next };
    if (next === null ? colours : next.some((colour, k) => colour !== colours?.[k])) {
      store.setState({ colours: next });
    }
  });
  return { store, unfollow };
}
