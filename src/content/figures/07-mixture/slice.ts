import { articleExperiment } from '../../../core/article.ts';
import { generate } from '../../../core/data/data.ts';
import { inverted } from '../../../core/datasets/inverted.ts';
import { density, logDensity, type Mixture, sampleAt } from '../../../core/mixture.ts';
import { FigureStore } from '../../parts/figureStore.ts';

/** The answers at one input, and a mixture of three bells set by hand to describe them. */

const experiment = articleExperiment('inverted', 'mdn');

/** The slice holds the training points within this distance of x = 0. */
export const HALF_WIDTH = 0.75;

function slicePoints(): readonly { x: number; y: number }[] {
  const { x, y } = generate(experiment.data, experiment.seed).train;
  return [...x.keys()]
    .filter((i) => Math.abs(x[i]!) < HALF_WIDTH)
    .map((i) => ({ x: x[i]!, y: y[i]! }));
}

const POINTS = slicePoints();
export const ANSWERS: readonly number[] = POINTS.map(({ y }) => y);

export const BIN = 1;
export const Y = [-18, 18] as const;

/** The answers' histogram as a density: middle and height of each bin that holds any. */
export const BINS: readonly (readonly [y: number, height: number])[] = Array.from(
  { length: (Y[1] - Y[0]) / BIN },
  (_, i) => {
    const low = Y[0] + i * BIN;
    const count = ANSWERS.filter((y) => y >= low && y < low + BIN).length;
    return [low + BIN / 2, count / ANSWERS.length / BIN] as const;
  },
).filter(([, height]) => height > 0);

export interface Bell {
  /** Relative to the others; π is its share of the sum. */
  readonly weight: number;
  readonly mean: number;
  readonly width: number;
}

interface HandState {
  readonly bells: readonly Bell[];
  /** What was drawn from the mixture: the component, and the value. */
  readonly drawn: readonly (readonly [component: number, y: number])[];
}

const START: readonly Bell[] = [
  { weight: 1, mean: -6, width: 4 },
  { weight: 1, mean: 0, width: 4 },
  { weight: 1, mean: 6, width: 4 },
];

export const hand = new FigureStore<HandState>({ bells: START, drawn: [] });

export const ONE_BELL: readonly Bell[] = [
  { weight: 1, mean: 0, width: 11 },
  { weight: 0, mean: -6, width: 4 },
  { weight: 0, mean: 6, width: 4 },
];

export function setBell(index: number, change: Partial<Bell>): void {
  const bells = hand.now.bells.map((bell, i) => (i === index ? { ...bell, ...change } : bell));
  hand.set({ bells, drawn: [] });
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

/** Mean negative log likelihood of the answers in the slice, nats per point. */
export function nllOf(mixture: Mixture): number {
  return -ANSWERS.reduce((sum, y) => sum + logDensity(mixture, y), 0) / ANSWERS.length;
}

let best: number | null = null;

/** The same of the truth, each point at its own input. */
export function truthNll(): number {
  const truth = inverted.truth(1);
  best ??=
    -POINTS.reduce((sum, { x, y }) => sum + (truth.at(x)?.logDensity?.(y) ?? 0), 0) / POINTS.length;
  return best;
}

export function densityOf(mixture: Mixture, y: number): number {
  return density(mixture, y);
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
