import { createStore } from 'zustand/vanilla';

/** True once a part of the page could not be loaded. */
export const missingStore = createStore<{ readonly missing: boolean }>(() => ({ missing: false }));
