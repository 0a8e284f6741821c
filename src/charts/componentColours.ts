import { NO_COLOUR } from '../core/componentColours.ts';
import type { ChartTheme } from './theme.ts';

/** Which components have which colour, and which are lit up. */
export interface ComponentLook {
  /** The place of every component's colour in the cycle, [K]; null as long as none has one. */
  readonly colours: ArrayLike<number> | null;
  /** Components lit up, the others muted; empty for all alike. */
  readonly lit: readonly number[];
}

/** How much of its opacity a muted component keeps. */
export const MUTED = 0.16;

export function isMuted({ lit }: ComponentLook, component: number): boolean {
  return lit.length > 0 && !lit.includes(component);
}

/** The colour of a component: its own, the model's while colours are not given out, else grey. */
export function colorOf(theme: ChartTheme, look: ComponentLook, component: number): string {
  if (isMuted(look, component)) return theme.train;
  if (!look.colours) return theme.model;
  const place = look.colours[component] ?? NO_COLOUR;
  return place === NO_COLOUR ? theme.train : theme.components[place]!;
}
