import { createStore } from 'zustand/vanilla';

/** What the instructor has in the hand: to point, to draw with ink that fades or stays, to zoom. */
export const TOOLS = ['none', 'laser', 'spotlight', 'fading', 'staying', 'zoom'] as const;
export type Tool = (typeof TOOLS)[number];

/** What an instructor does with the stage for a moment; no link and no scene holds it. */
export interface StageState {
  /** Whether the stage is black, so that the class looks at the instructor. */
  readonly black: boolean;
  readonly tool: Tool;
  /** Whether the scene's link stands there as a QR code. */
  readonly qr: boolean;
}

export const stageStore = createStore<StageState>(() => ({
  black: false,
  tool: 'none',
  qr: false,
}));
