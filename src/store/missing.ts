import { createStore } from 'zustand/vanilla';

/** How often a part of the page could not be loaded. */
export const missingStore = createStore<{ readonly missing: number }>(() => ({ missing: 0 }));
