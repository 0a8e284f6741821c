import { createStore } from 'zustand/vanilla';

/** What an instructor does with the stage for a moment; no link and no scene holds it. */
export interface StageState {
  /** Whether the stage is black, so that the class looks at the instructor. */
  readonly black: boolean;
}

export const stageStore = createStore<StageState>(() => ({ black: false }));
