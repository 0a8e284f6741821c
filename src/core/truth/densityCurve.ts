import type { Profile } from '../profile.ts';
import type { Range } from '../range.ts';
import type { Conditional } from './conditional.ts';

/** A conditional density as a curve to be drawn. */
export interface DensityCurve extends Profile {
  /**
   * The density that all but a fortieth of the probability lies below, per unit of
   * the target: a singularity is infinitely high, but holds next to nothing.
   */
  readonly peak: number;
}

/** Cells that hold more probability than this are divided, so that no peak is too narrow to be found. */
const MOST_MASS = 1 / 30;
/** The widest and the narrowest cell, as shares of the range. */
const [WIDEST, NARROWEST] = [1 / 128, 1 / 32768];
/** Neighbours that differ by more than this share of the peak are divided, so that the curve bends smoothly. */
const MOST_CLIMB = 0.03;

/** A stretch of targets, with the distribution function at its ends. */
interface Cell {
  readonly low: number;
  readonly high: number;
  readonly below: number;
  readonly upTo: number;
}

/** So much of the probability may lie above the peak. */
const ABOVE = 1 / 40;

const average = ({ low, high, below, upTo }: Cell) => (upTo - below) / (high - low);

function peakOf(cells: readonly Cell[]): number {
  const highest = cells.toSorted((a, b) => average(b) - average(a));
  const total = cells.reduce((sum, { below, upTo }) => sum + upTo - below, 0);
  let above = 0;
  const found = highest.find(({ below, upTo }) => {
    above += upTo - below;
    return above > ABOVE * total;
  });
  return found ? average(found) : 0;
}

/**
 * The density of a conditional over a range, averaged over cells that are
 * narrow where it is steep: at a jump the curve stands upright, at a singularity
 * it leaves the figure. Where there is no probability it lies at 0.
 */
export function densityCurve({ cdf }: Conditional, [min, max]: Range): DensityCurve {
  const span = max - min;
  const halves = ({ low, high, below, upTo }: Cell): readonly [Cell, Cell] => {
    const middle = 0.5 * (low + high);
    const at = cdf(middle);
    return [
      { low, high: middle, below, upTo: at },
      { low: middle, high, below: at, upTo },
    ];
  };
  const divisible = ({ low, high, below, upTo }: Cell) =>
    upTo > below && high - low > 1.5 * NARROWEST * span;

  const found: Cell[] = [];
  const find = (cell: Cell) => {
    const coarse = cell.upTo - cell.below > MOST_MASS || cell.high - cell.low > WIDEST * span;
    if (coarse && divisible(cell)) halves(cell).forEach(find);
    else found.push(cell);
  };
  find({ low: min, high: max, below: cdf(min), upTo: cdf(max) });
  const peak = peakOf(found);

  const climb = (a: Cell | undefined, b: Cell | undefined) =>
    a && b ? Math.abs(average(a) - average(b)) > MOST_CLIMB * peak : false;
  let cells = found;
  for (let divided = true; divided; ) {
    const steep = cells.map(
      (cell, i) => divisible(cell) && (climb(cells[i - 1], cell) || climb(cell, cells[i + 1])),
    );
    divided = steep.includes(true);
    if (divided) cells = cells.flatMap((cell, i) => (steep[i] ? halves(cell) : [cell]));
  }
  const corners = cells.flatMap((cell): [y: number, density: number][] => {
    const density = average(cell);
    // An empty cell may be wide: it is a line along the edge, not a corner in its middle.
    return density > 0
      ? [[0.5 * (cell.low + cell.high), density]]
      : [
          [cell.low, 0],
          [cell.high, 0],
        ];
  });
  return {
    y: Float64Array.from(corners, ([y]) => y),
    density: Float64Array.from(corners, ([, density]) => density),
    peak,
  };
}
