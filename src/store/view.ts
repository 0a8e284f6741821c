import { createStore } from 'zustand/vanilla';

/** How the main figure draws the model's answer. */
export const ANSWER_KINDS = ['data', 'means', 'samples', 'density', 'bands'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Which means are drawn: the most likely ones by weight, all, or the mixture's modes. */
export const MEANS_SHOWN = ['2', '4', 'all', 'modes'] as const;
export type MeansShown = (typeof MEANS_SHOWN)[number];

/** Which bands are drawn: one deviation about the mean, central or highest-density ones. */
export const BAND_KINDS = ['deviation', 'central', 'highest'] as const;
export type BandKind = (typeof BAND_KINDS)[number];

/** One point of the data, by its place in its set. */
export interface ChosenPoint {
  readonly set: 'train' | 'test';
  readonly index: number;
}

/** How a lab shows its run. Nothing here ever touches the run. */
export interface View {
  readonly answer: AnswerKind;
  readonly means: MeansShown;
  /** Samples drawn at each test point, 1 to 50. */
  readonly samplesPerPoint: number;
  readonly bands: BandKind;
  readonly testPoints: boolean;
  readonly trainingPoints: boolean;
  /** The true conditional density or mean as an overlay. */
  readonly truth: boolean;
  /** The input at which the slice is taken, in the data's unit. */
  readonly cursor: number;
  readonly point: ChosenPoint | null;
  /** Components lit up, by their number from 0; empty for all. */
  readonly lit: readonly number[];
  readonly logEpochs: boolean;
}

export const INITIAL_VIEW: View = {
  answer: 'means',
  means: 'all',
  samplesPerPoint: 2,
  bands: 'highest',
  testPoints: true,
  trainingPoints: false,
  truth: false,
  cursor: 4,
  point: null,
  lit: [],
  logEpochs: false,
};

export function createViewStore(initial: Partial<View> = {}) {
  return createStore<View>(() => ({ ...INITIAL_VIEW, ...initial }));
}
