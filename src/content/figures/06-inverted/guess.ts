import { dataRanges } from '../../../charts/ranges.ts';
import { articleExperiment } from '../../../core/article.ts';
import { generate } from '../../../core/data/data.ts';
import { inverted } from '../../../core/datasets/inverted.ts';
import {
  type Heights,
  heightAt,
  level,
  penned,
  placesAlong,
  squaredError,
  withKnot,
} from '../../../core/guess.ts';
import { clamped } from '../../../core/range.ts';
import { isPrinting } from '../../../ui/printing.ts';
import { ArticleLab } from '../../lab/ArticleLab.ts';
import { FigureStore } from '../../parts/figureStore.ts';
import end from '../recorded/ends/inverted-ffnn.json';
import { endOf } from '../recorded/ends.ts';

/** The curve that the reader expects, before the network shows its own. */

const experiment = articleExperiment('inverted', 'ffnn');

export const network = new ArticleLab(experiment);
// On paper nobody can guess; in the page the end would tell what is to be guessed.
network.foresee(endOf(experiment, end), isPrinting);

export const DATA = generate(experiment.data, experiment.seed);
export const RANGES = dataRanges(DATA);

const ALONG = [-12, 12] as const;

export const PLACE_X = placesAlong(ALONG);

interface Guess {
  readonly heights: Heights;
  /** Whether the reader has drawn anything. */
  readonly drawn: boolean;
  readonly revealed: boolean;
  readonly best: boolean;
}

/** What the reader has drawn stays, whatever the text shows beside it. */
export const guess = new FigureStore<Guess>(
  { heights: level(0), drawn: false, revealed: false, best: false },
  ['heights', 'drawn'],
);

let last: { x: number; y: number } | null = null;

/** The pen goes to (x, y); between two places of one stroke it goes straight. */
export function drawTo(x: number, y: number, phase: 'down' | 'move'): void {
  const to = { x, y: clamped(y, RANGES.y) };
  const from = (phase === 'move' && last) || to;
  last = to;
  guess.set({ heights: penned(guess.now.heights, ALONG, from, to), drawn: true });
}

/** Moves one knot, and the curve between it and its neighbours. */
export function moveKnot(knot: number, y: number): void {
  guess.set({ heights: withKnot(guess.now.heights, knot, y), drawn: true });
}

/** Height of a drawn curve. */
export const guessAt = (heights: Heights, x: number) => heightAt(heights, ALONG, x);

/** Mean squared error of a drawn curve on the test points. */
export const errorOf = (heights: Heights) => squaredError(heights, ALONG, DATA.test);

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
