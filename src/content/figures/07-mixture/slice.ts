import { articleExperiment } from '../../../core/article.ts';
import { generate } from '../../../core/data/data.ts';
import { inverted } from '../../../core/datasets/inverted.ts';
import { logDensity, type Mixture, sampleAt } from '../../../core/mixture.ts';
import { FigureStore } from '../../parts/figureStore.ts';
import { type Bell, HAND_LIMITS, keepBells, progressStore } from '../../progress.ts';

/** The answers at one input, and a mixture of three bells set by hand to describe them. */

const experiment = articleExperiment('inverted', 'mdn');

export const DATA = generate(experiment.data, experiment.seed);

/** A slice holds the training points within this distance of its input. */
export const HALF_WIDTH = 0.75;

type Slice = readonly { readonly x: number; readonly y: number }[];

export function sliceAt(input: number): Slice {
  const { x, y } = DATA.train;
  return [...x.keys()]
    .filter((i) => Math.abs(x[i]! - input) < HALF_WIDTH)
    .map((i) => ({ x: x[i]!, y: y[i]! }));
}

const POINTS = sliceAt(0);
export const ANSWERS: readonly number[] = POINTS.map(({ y }) => y);

export const BIN = 1;
export const Y = HAND_LIMITS.mean;

/** The answers' histogram as a density: middle and height of each bin that holds any. */
export const BINS: readonly (readonly [y: number, height: number])[] = Array.from(
  { length: (Y[1] - Y[0]) / BIN },
  (_, i) => {
    const low = Y[0] + i * BIN;
    const count = ANSWERS.filter((y) => y >= low && y < low + BIN).length;
    return [low + BIN / 2, count / ANSWERS.length / BIN] as const;
  },
).filter(([, height]) => height > 0);

interface HandState {
  readonly bells: readonly Bell[];
  /** What was drawn from the mixture: the component, and the value. */
  readonly drawn: readonly (readonly [component: number, y: number])[];
}

export const START: readonly Bell[] = [
  { weight: 1, mean: -6, width: 4 },
  { weight: 1, mean: 0, width: 4 },
  { weight: 1, mean: 6, width: 4 },
];

export const hand = new FigureStore<HandState>({ bells: START, drawn: [] });
const { bells: kept } = progressStore.getState();
if (kept) hand.set({ bells: kept });

export const ONE_BELL: readonly Bell[] = [
  { weight: 1, mean: 0, width: 11 },
  { weight: 0, mean: -6, width: 4 },
  { weight: 0, mean: 6, width: 4 },
];

export function setBell(index: number, change: Partial<Bell>): void {
  const bells = hand.now.bells.map((bell, i) => (i === index ? { ...bell, ...change } : bell));
  hand.set({ bells, drawn: [] });
  keepBells(bells);
}

/** The mixture of the bells; all weights 0 count as all the same. */
export function mixtureOf(bells: readonly Bell[]): Mixture {
  const total = bells.reduce((sum, { weight }) => sum + weight, 0);
  return {
    weights: Float64Array.from(bells, ({ weight }) =>
      total > 0 ? weight / total : 1 / bells.length,
    ),
    means: Float64Array.from(bells, ({ mean }) => mean),
    deviations: Float64Array.from(bells, ({ width }) => width),
  };
}

/** Mean negative log likelihood of targets, nats per point; those of the slice at 0 unless told. */
export function nllOf(mixture: Mixture, targets = ANSWERS): number {
  return -targets.reduce((sum, y) => sum + logDensity(mixture, y), 0) / targets.length;
}

/** The same of the truth, each point at its own input. */
export function truthNllOf(points: Slice): number {
  const truth = inverted.truth(1);
  const sum = points.reduce((all, { x, y }) => all + (truth.at(x)?.logDensity?.(y) ?? 0), 0);
  return -sum / points.length;
}

let best: number | null = null;

/** The truth's at 0. */
export function truthNll(): number {
  best ??= truthNllOf(POINTS);
  return best;
}

/** Draws one value: the component that `u` chooses by the weights, then a value from its bell. */
export function drawFrom(mixture: Mixture, u: number, z: number): readonly [number, number] {
  let component = 0;
  let below = 0;
  for (let k = 0; k < mixture.weights.length; k++) {
    if (mixture.weights[k]! === 0) continue;
    component = k;
    below += mixture.weights[k]!;
    if (u < below) break;
  }
  return [component, sampleAt(mixture, u, z)];
}

/** How close to the truth's NLL the check asks to come. */
export const NEAR = 0.15;

/** Nearly as good as the truth itself. */
export function useGoodMixture(): boolean {
  return nllOf(mixtureOf(hand.useNow().bells)) < truthNll() + NEAR;
}
