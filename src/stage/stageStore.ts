import { createStore } from 'zustand/vanilla';
import { type Countdown, parseCountdown } from '../core/countdown.ts';
import { keptInTab } from '../store/tabStorage.ts';

/** What the instructor has in the hand: to point, to draw with ink that fades or stays, to zoom. */
export const TOOLS = ['none', 'laser', 'spotlight', 'fading', 'staying', 'zoom'] as const;
export type Tool = (typeof TOOLS)[number];

/** Minutes that a class may be given. */
export const CLASS_MINUTES = [1, 2, 3, 5] as const;

/** Where the timer outlives a reload. */
export const TIMER = 'mdn-playground.timer';

/** What an instructor does with the stage for a moment; no link and no scene holds it. */
export interface StageState {
  /** Whether the stage is black, so that the class looks at the instructor. */
  readonly black: boolean;
  readonly tool: Tool;
  /** Whether the scene's link stands there as a QR code. */
  readonly qr: boolean;
  /** The time that the class has been given; null for none. */
  readonly timer: Countdown | null;
}

export const stageStore = createStore<StageState>(() => ({
  black: false,
  tool: 'none',
  qr: false,
  timer: parseCountdown(keptInTab(TIMER)),
}));
