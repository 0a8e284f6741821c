import { createStore } from 'zustand/vanilla';

/** Loads the newer version that waits; null while there is none. */
export const updateStore = createStore<{ readonly load: (() => void) | null }>(() => ({
  load: null,
}));
