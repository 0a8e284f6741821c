import { createContext } from 'react';
import type { FigureSource } from './figure.ts';

/** A figure of the page, to be drawn elsewhere. */
export interface CollectedFigure {
  /** Its accessible name. */
  readonly name: string;
  /** The lowest first, all on the same axes. */
  readonly layers: readonly FigureSource[];
}

/** Takes a figure in; the newest of a name holds. */
export type Collect = (figure: CollectedFigure) => void;

/** Who is told of the figures below it; null where they are drawn where they stand, and nowhere else. */
export const FigureCollection = createContext<Collect | null>(null);
