import { COLOUR_COUNT, NO_COLOUR } from '../core/componentColours.ts';
import type { ChartTheme } from './theme.ts';

/** Which components have which colour, and which are lit up. */
export interface ComponentLook {
  /** The place of every component's colour, [K]; null as long as none has one. */
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
  return place === NO_COLOUR ? theme.train : theme.components[place % COLOUR_COUNT]!;
}

/** How the lines of a component are dashed; those of the same colour differ in it. */
export const DASHES = ['solid', 'dash', 'dot'] as const;
export type Dash = (typeof DASHES)[number];

export function dashOf({ colours }: ComponentLook, component: number): Dash {
  const place = colours?.[component] ?? NO_COLOUR;
  return DASHES[Math.max(0, Math.floor(place / COLOUR_COUNT)) % DASHES.length]!;
}

/** Of so many dots in a row the first are drawn, where a line is a row of dots. */
const DOTTED = { solid: [1, 1], dash: [5, 9], dot: [1, 4] } as const;

/** Whether dot `i` of a component's row of dots is drawn. */
export function isDotted(dash: Dash, i: number): boolean {
  const [drawn, period] = DOTTED[dash];
  return i % period < drawn;
}
