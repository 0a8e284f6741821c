import type { MixtureGrid } from './predictions.ts';

/** A component of at least this weight, averaged over the training inputs, is in use. */
export const IN_USE = 0.005;

/** How many colours the cycle has; the figures' themes have as many. */
export const COLOUR_COUNT = 10;

/** By this epoch the weights say which components matter; before, none has a colour. */
const FIRST_EPOCH = 5;

/**
 * True after the epochs at which colours are given out: 5, 10 and so on to 100,
 * 150 to 1000, 1500 to 10 000, 15 000 and 20 000. They belong to the run and not to the frames that
 * are drawn of it, so that the same run has the same colours.
 */
export function isColouringEpoch(epoch: number): boolean {
  const spacing = Math.max(FIRST_EPOCH, 10 ** Math.floor(Math.log10(epoch)) / 2);
  return epoch > 0 && epoch % spacing === 0;
}

/** Stands for a component that has no colour yet. */
export const NO_COLOUR = -1;

/**
 * The place of every component's colour, [K]; `NO_COLOUR` for one that has never
 * been in use, or that lost its place to another when it no longer was. No two have the same: places from 10 on go round the cycle again,
 * and `place % COLOUR_COUNT` is the colour.
 *
 * A component takes the colour of its number's place in the cycle, so that it
 * has the same one in every run; where that is taken, by a heavier one or an
 * earlier one, the colour that carries the least weight just then, the next of
 * those. It keeps it for as long as it is in use.
 *
 * @param usage mean weight of every component, [K]
 * @param previous what this function answered before in the same run
 */
export function componentColours(
  usage: ArrayLike<number>,
  previous: Int32Array | null = null,
): Int32Array {
  const kept = previous?.length === usage.length ? previous : null;
  const colours = kept ? kept.slice() : new Int32Array(usage.length).fill(NO_COLOUR);
  const carried = new Float64Array(COLOUR_COUNT);
  colours.forEach((colour, k) => {
    // A colour once given is the last to be given again, however light its component.
    if (colour !== NO_COLOUR) carried[colour % COLOUR_COUNT]! += IN_USE + usage[k]!;
  });
  const isFree = (place: number) => {
    const holder = colours.indexOf(place);
    return holder < 0 || usage[holder]! < IN_USE;
  };
  const newcomers = Array.from(colours.keys()).filter(
    (k) => colours[k] === NO_COLOUR && usage[k]! >= IN_USE,
  );
  newcomers.sort((a, b) => usage[b]! - usage[a]! || a - b);
  for (const k of newcomers) {
    let least = k % COLOUR_COUNT;
    for (let i = 1; i < COLOUR_COUNT; i++) {
      const colour = (k + i) % COLOUR_COUNT;
      if (carried[colour]! < carried[least]!) least = colour;
    }
    let place = least;
    while (!isFree(place)) place += COLOUR_COUNT;
    const holder = colours.indexOf(place);
    if (holder >= 0) colours[holder] = NO_COLOUR;
    colours[k] = place;
    carried[least]! += IN_USE + usage[k]!;
  }
  return colours;
}

/** An answer whose components have colours. */
export interface Coloured {
  readonly grid: MixtureGrid;
  /** As `componentColours` gives them, [K]. */
  readonly colours: Int32Array;
}

/** Inputs at which two answers are held against each other. */
const COLUMNS = 33;
/** A component takes another's colour if they have at least this share of its weight in common. */
const LEAST_SHARE = 0.1;

/**
 * The colours with which another answer's components begin, [K]: each takes that
 * of the component it has most in common with, one after the other, those with
 * most in common first; `NO_COLOUR` for one that has nothing to go on from. So a
 * branch keeps its colour from one answer to the next, whoever describes it.
 *
 * @param usage mean weight of every component of `grid`, [K]
 */
export function continuedColours(
  before: Coloured,
  grid: MixtureGrid,
  usage: ArrayLike<number>,
): Int32Array {
  const coloured = Array.from(before.colours.keys()).filter((j) => before.colours[j] !== NO_COLOUR);
  const used = Array.from({ length: grid.components }, (_, k) => k).filter(
    (k) => usage[k]! >= IN_USE,
  );
  const columns = sharedColumns(before.grid, grid);
  const pairs = used.flatMap((k) =>
    coloured.map((j) => ({ j, k, common: inCommon(before.grid, j, grid, k, columns) })),
  );
  pairs.sort((a, b) => b.common - a.common || a.k - b.k || a.j - b.j);
  const colours = new Int32Array(grid.components).fill(NO_COLOUR);
  const taken = new Set<number>();
  for (const { j, k, common } of pairs) {
    if (colours[k] !== NO_COLOUR || taken.has(j) || common < LEAST_SHARE * usage[k]!) continue;
    colours[k] = before.colours[j]!;
    taken.add(j);
  }
  return colours;
}

type Columns = readonly (readonly [before: number, after: number])[];

/** Pairs of columns of two grids at nearly the same inputs. */
function sharedColumns({ x: before }: MixtureGrid, { x }: MixtureGrid): Columns {
  const [min, max] = [before[0]!, before.at(-1)!];
  return Array.from({ length: COLUMNS }, (_, i) => {
    const column = Math.round((i / (COLUMNS - 1)) * (x.length - 1));
    const place = ((x[column]! - min) / (max - min)) * (before.length - 1);
    return [Math.round(place), column] as const;
  }).filter(([place]) => place >= 0 && place < before.length);
}

/**
 * The weight that two components have in common, averaged over columns: the
 * Bhattacharyya coefficient of π_j N(μ_j, σ_j²) and π_k N(μ_k, σ_k²), from 0 to 1.
 */
function inCommon(a: MixtureGrid, j: number, b: MixtureGrid, k: number, columns: Columns): number {
  let sum = 0;
  for (const [before, after] of columns) {
    const one = before * a.components + j;
    const other = after * b.components + k;
    const weight = Math.sqrt(a.weights[one]! * b.weights[other]!);
    if (!(weight > 1e-4)) continue;
    const [s, t] = [a.deviations[one]!, b.deviations[other]!];
    const distance = a.means[one]! - b.means[other]!;
    const variance = s * s + t * t;
    const overlap =
      Math.sqrt((2 * s * t) / variance) * Math.exp((-0.25 * distance * distance) / variance);
    if (overlap > 0) sum += weight * overlap;
  }
  return sum / columns.length;
}
