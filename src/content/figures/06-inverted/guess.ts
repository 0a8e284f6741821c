import { dataRanges } from '../../../charts/ranges.ts';
import { articleExperiment } from '../../../core/article.ts';
import { generate } from '../../../core/data/data.ts';
import { inverted } from '../../../core/datasets/inverted.ts';
import { clamp } from '../../../ui/scale.ts';
import { ArticleLab } from '../../lab/ArticleLab.ts';
import { FigureStore } from '../../parts/figureStore.ts';

/** The curve that the reader expects, before the network shows its own. */

const experiment = articleExperiment('inverted', 'ffnn');

export const network = new ArticleLab(experiment);

export const DATA = generate(experiment.data, experiment.seed);
export const RANGES = dataRanges(DATA);

/** A drawn curve has a height at so many inputs, evenly from the least to the greatest. */
const PLACES = 97;
/** The arrow keys move it at so many of them. */
export const KNOTS = 9;

export const PLACE_X: readonly number[] = Array.from(
  { length: PLACES },
  (_, i) => -12 + (24 * i) / (PLACES - 1),
);
const SPACING = PLACE_X[1]! - PLACE_X[0]!;

/** Index of the place of a knot. */
export const knotPlace = (knot: number) => (knot * (PLACES - 1)) / (KNOTS - 1);

interface Guess {
  readonly heights: readonly number[];
  /** Whether the reader has drawn anything. */
  readonly drawn: boolean;
  readonly revealed: boolean;
  readonly best: boolean;
}

/** What the reader has drawn stays, whatever the text shows beside it. */
export const guess = new FigureStore<Guess>(
  { heights: PLACE_X.map(() => 0), drawn: false, revealed: false, best: false },
  ['heights', 'drawn'],
);

let last: { place: number; y: number } | null = null;

/** The pen goes to (x, y); between two places of one stroke it goes straight. */
export function drawTo(x: number, y: number, phase: 'down' | 'move'): void {
  const place = clamp(Math.round((x - PLACE_X[0]!) / SPACING), 0, PLACES - 1);
  const height = clamp(y, ...RANGES.y);
  const from = phase === 'move' && last ? last : { place, y: height };
  const heights = [...guess.now.heights];
  const [low, high] = [Math.min(from.place, place), Math.max(from.place, place)];
  for (let i = low; i <= high; i++) {
    const share = place === from.place ? 1 : (i - from.place) / (place - from.place);
    heights[i] = from.y + share * (height - from.y);
  }
  last = { place, y: height };
  guess.set({ heights, drawn: true });
}

/** Moves one knot, and the curve between it and its neighbours. */
export function moveKnot(knot: number, y: number): void {
  const heights = [...guess.now.heights];
  const at = knotPlace(knot);
  for (const neighbour of [knot - 1, knot + 1]) {
    if (neighbour < 0 || neighbour >= KNOTS) continue;
    const other = knotPlace(neighbour);
    const step = Math.sign(other - at);
    for (let i = at; i !== other; i += step) {
      const share = (i - at) / (other - at);
      heights[i] = y + share * (heights[other]! - y);
    }
  }
  guess.set({ heights, drawn: true });
}

/** Height of a curve given at the places, straight in between and level beyond. */
export function heightAt(heights: readonly number[], x: number): number {
  const at = clamp((x - PLACE_X[0]!) / SPACING, 0, PLACES - 1);
  const i = Math.min(PLACES - 2, Math.floor(at));
  return heights[i]! + (at - i) * (heights[i + 1]! - heights[i]!);
}

/** Mean squared error of a drawn curve on the test points. */
export function errorOf(heights: readonly number[]): number {
  const { x, y } = DATA.test;
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (y[i]! - heightAt(heights, x[i]!)) ** 2;
  return sum / x.length;
}

let means: readonly number[] | null = null;

/** E[y given x] at the places, exactly. */
export function conditionalMeans(): readonly number[] {
  const truth = inverted.truth(1);
  means ??= PLACE_X.map((x) => truth.at(x)?.mean ?? Number.NaN);
  return means;
}

/** The test MSE that the check asks for: nearly as good as a curve can be. */
export const GOOD_GUESS = 46;

/** A guess that is as good as that. */
export function useGoodGuess(): boolean {
  const { heights, drawn } = guess.useNow();
  return drawn && errorOf(heights) < GOOD_GUESS;
}
