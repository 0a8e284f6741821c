import { createStore } from 'zustand/vanilla';

/** How often a part of the page could not be loaded. */
export const loadFailureStore = createStore<{ readonly failures: number }>(() => ({ failures: 0 }));

export const countLoadFailure = () =>
  loadFailureStore.setState(({ failures }) => ({ failures: failures + 1 }));
