import { useStore } from 'zustand';
import { logDensity, pruned } from '../../../core/mixture.ts';
import { type Fitted, mixturesAt } from '../../../core/model.ts';
import { rememberedTask } from '../../../core/rememberedTask.ts';
import { TEMPERATURE_LIMIT, tempered } from '../../../core/temperature.ts';
import { fittedNow } from '../../../store/mixturesNow.ts';
import { isPrinting } from '../../../ui/printing.ts';
import { ArticleLab } from '../../lab/ArticleLab.ts';
import { useStoreValue } from '../../lab/useStoreValue.ts';
import { endOf } from '../recorded/ends.ts';
import { SOME } from './experiments.ts';

/** A network's samples at a temperature, and what fresh points say to it. */

export const warm = new ArticleLab(SOME, { answer: 'samples', samplesPerPoint: 2 });
// The reader is asked first which temperature it will be.
warm.foresee(
  async () => endOf(SOME, (await import('../recorded/ends/some.json')).default),
  isPrinting,
);

/** The least temperature of widths that has a density, and the most there is. */
export const WIDTHS = [0.2, TEMPERATURE_LIMIT.max] as const;
const STEP = 0.1;

export interface Judged {
  /** Temperatures of the widths, ascending. */
  readonly x: readonly number[];
  /** NLL of the test points at each, nats per point. */
  readonly y: readonly number[];
}

/** A lighter component matters to no point, not even to one that every heavier component has missed. */
const LEAST_WEIGHT = 1e-12;

/** So many of the test points judge. */
export const JUDGES = 300;

let last: { readonly of: Fitted; readonly weights: number; readonly found: Judged } | null = null;

/** The NLL of test points over the temperature of the widths; null while there is no network. */
export function judged({ lab }: ArticleLab, weights: number): Judged | null {
  const task = rememberedTask(lab.editor.experiment);
  const of = fittedNow(lab, task);
  if (!of) return null;
  if (last?.of.parameters === of.parameters && last.weights === weights) return last.found;
  const x = task.data.test.x.subarray(0, JUDGES);
  const y = task.data.test.y;
  const mixtures = mixturesAt(of, x).map((mixture) => pruned(mixture, LEAST_WEIGHT));
  const nll = (widths: number) =>
    -mixtures.reduce(
      (sum, mixture, i) => sum + logDensity(tempered(mixture, { weights, widths }), y[i]!),
      0,
    ) / x.length;
  const count = Math.round((WIDTHS[1] - WIDTHS[0]) / STEP) + 1;
  const places = Array.from({ length: count }, (_, i) => Number((WIDTHS[0] + STEP * i).toFixed(2)));
  last = { of, weights, found: { x: places, y: places.map(nll) } };
  return last.found;
}

/** The temperature of least NLL. */
export function best({ x, y }: Judged): number {
  return x[y.indexOf(Math.min(...y))]!;
}

/** So near to the best temperature is near enough. */
const NEAR = 0.1;

/** The reader has found the temperature that the test points like best, of a network that is trained. */
export function useFoundTemperature(): boolean {
  const state = useStoreValue(warm, ({ lab }) => lab.run.getState());
  const { widthTemperature, weightTemperature } = useStore(warm.lab.view);
  if (state.state === 'running' || state.step === 0 || widthTemperature === 1) return false;
  const found = judged(warm, weightTemperature);
  return found !== null && Math.abs(best(found) - widthTemperature) <= NEAR;
}
