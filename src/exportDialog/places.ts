import type { CollectedFigure } from '../charts/collection.ts';

/** The width on which figures are laid out, in px; a picture of any size has their proportions. */
export const WIDTH = 960;
const MARGIN = 24;
const GAP = 10;
const ACROSS = WIDTH - 2 * MARGIN;

/** A figure, and where it stands on the sheet, in px. */
export interface Placed {
  readonly figure: CollectedFigure;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Figures that stand side by side, each with its share of the width. */
interface Row {
  readonly height: number;
  readonly shares: readonly number[];
}

/** The main figure with its slice, which shares its vertical axis; the losses. */
const SHEET: readonly Row[] = [
  { height: 430, shares: [0.76, 0.24] },
  { height: 290, shares: [1] },
];
const ALONE: readonly Row[] = [{ height: 540, shares: [1] }];

/** Where each figure stands: one alone has the sheet to itself. */
export function placesFor(figures: readonly CollectedFigure[]): readonly Placed[] {
  const rows = figures.length === 1 ? ALONE : SHEET;
  const places: Placed[] = [];
  let top = 0;
  for (const { height, shares } of rows) {
    let left = MARGIN;
    for (const share of shares) {
      const figure = figures[places.length];
      const width = Math.round(share * ACROSS);
      if (figure) places.push({ figure, left, top, width, height });
      left += width;
    }
    top += height + GAP;
  }
  return places;
}
