import type { Range } from './range.ts';

/**
 * Whether numbers are as if drawn uniformly from [0, 1]: their histogram and their
 * empirical distribution function, with bands that hold all of it at once in at
 * least a share `LEVEL` of uniform samples.
 *
 * The bands are the narrowest of those made of equally rare binomial quantiles, one
 * at each bar or place (Säilynoja, Bürkner & Vehtari 2022, Statistics and Computing
 * 32:32, doi:10.1007/s11222-022-10090-6). How rare is found by the exact chance of a
 * uniform sample to lie within, so that they depend on nothing but the counts: n
 * uniform numbers are a Poisson process that is known to have n points, whose
 * counts in the cells of a grid are independent until then.
 */

/** Bands that are looked at together: those of a calibration. */
const TOGETHER = 3;

/** The share of uniform samples that lie within all bands that are looked at together, at least. */
export const JOINT_LEVEL = 0.95;

/** The share that lie within one of them, at least; so many fail one or more of them at most as add up (Boole). */
export const LEVEL = 1 - (1 - JOINT_LEVEL) / TOGETHER;

/** How many of `values`, each from 0 to 1, fall into each of so many equal bins, [bins]. */
export function histogram(values: ArrayLike<number>, bins: number): Int32Array {
  const counts = new Int32Array(bins);
  for (let i = 0; i < values.length; i++) {
    counts[Math.min(bins - 1, Math.floor(values[i]! * bins))]!++;
  }
  return counts;
}

/** How many of the values are at most i/cells, for 0 < i < cells: [cells − 1]. */
export function cumulated(values: ArrayLike<number>, cells: number): Int32Array {
  const counts = new Int32Array(cells - 1);
  for (let i = 0; i < values.length; i++) {
    const first = Math.max(1, Math.ceil(values[i]! * cells));
    if (first < cells) counts[first - 1]!++;
  }
  for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!;
  return counts;
}

/**
 * Chances of the counts 0 to `most`, of which the first is exp(`first`), and each
 * later one the one before times `ratio` of its count.
 */
function chancesOf(first: number, most: number, ratio: (count: number) => number): Float64Array {
  let logarithm = first;
  return Float64Array.from({ length: most + 1 }, (_, count) => {
    if (count > 0) logarithm += Math.log(ratio(count));
    return Math.exp(logarithm);
  });
}

/** The chances of 0 to n successes in n trials, each of chance p: [n + 1]. */
export function binomial(n: number, p: number): Float64Array {
  const odds = p / (1 - p);
  return chancesOf(n * Math.log1p(-p), n, (k) => (odds * (n - k + 1)) / k);
}

/** The chances of 0 to `most` points where there are so many on average: [most + 1]. */
function poisson(average: number, most: number): Float64Array {
  return chancesOf(-average, most, (k) => average / k);
}

/** The counts that are left when at most a share `rare` is cut off at either end. */
function quantiles(chances: Float64Array, rare: number): Range {
  let [low, high] = [0, chances.length - 1];
  for (let below = chances[low]!; below <= rare; below += chances[++low]!);
  for (let above = chances[high]!; above <= rare; above += chances[--high]!);
  return [low, high];
}

/** One cell of a grid: how many points it may hold, and how many there may be up to its end. */
interface Cell {
  readonly own: Range;
  readonly upTo: Range;
}

/** A chance this small is none. */
const NOTHING = 1e-15;

/** The chance that n uniform numbers fill equal cells of [0, 1] as they may. */
function chanceWithin(n: number, cells: readonly Cell[]): number {
  const each = poisson(n / cells.length, n);
  const farthest = each.findLastIndex((chance) => chance > NOTHING);
  let [first, chances] = [0, Float64Array.of(1)];
  for (const { own, upTo } of cells) {
    const next = new Float64Array(upTo[1] - upTo[0] + 1);
    chances.forEach((chance, i) => {
      const before = first + i;
      const to = Math.min(own[1], upTo[1] - before, farthest);
      for (let k = Math.max(own[0], upTo[0] - before); k <= to; k++) {
        next[before + k - upTo[0]]! += chance * each[k]!;
      }
    });
    [first, chances] = [upTo[0], next];
  }
  // What is known of the process: that it has n points in all.
  return chances.at(-1)! / poisson(n, n)[n]!;
}

const HALVINGS = 14;

/** The narrowest band of a family, by how rare what lies beyond it is at one place, that holds enough. */
function narrowest<Band>(bandOf: (rare: number) => Band, chanceOf: (band: Band) => number): Band {
  let [within, beyond] = [0, 0.5 * (1 - LEVEL)];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = 0.5 * (within + beyond);
    if (chanceOf(bandOf(middle)) >= LEVEL) within = middle;
    else beyond = middle;
  }
  return bandOf(within);
}

/** A function of two counts, each of its values computed once. */
function remembered<Value>(make: (n: number, parts: number) => Value) {
  const known = new Map<string, Value>();
  return (n: number, parts: number): Value => {
    const key = `${n} ${parts}`;
    const value = known.get(key) ?? make(n, parts);
    known.set(key, value);
    return value;
  };
}

/** How many of n uniform numbers may be at most i/cells, for 0 < i ≤ cells, each place by itself: [cells]. */
function placesOf(n: number, cells: number) {
  const chances = Array.from({ length: cells - 1 }, (_, i) => binomial(n, (i + 1) / cells));
  return (rare: number): readonly Range[] => [
    ...chances.map((one) => quantiles(one, rare)),
    [n, n],
  ];
}

/** What every bar of a histogram of n uniform numbers, in so many bins, may count. */
export const histogramBand = remembered((n, bins): Range => {
  const chances = binomial(n, 1 / bins);
  const anywhere = placesOf(n, bins)(NOTHING);
  return narrowest(
    (rare) => quantiles(chances, rare),
    (own) =>
      chanceWithin(
        n,
        anywhere.map((upTo) => ({ own, upTo })),
      ),
  );
});

/** How many of n uniform numbers may be at most i/cells, for 0 < i < cells: [cells − 1]. */
export const cumulatedBand = remembered((n, cells): readonly Range[] => {
  const own: Range = [0, n];
  const band = narrowest(placesOf(n, cells), (places) =>
    chanceWithin(
      n,
      places.map((upTo) => ({ own, upTo })),
    ),
  );
  return band.slice(0, -1);
});
