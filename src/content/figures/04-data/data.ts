import { articleData } from '../../../core/article.ts';
import { generate } from '../../../core/data/data.ts';
import { sineCurve } from '../../../core/datasets/sine.ts';
import { FigureStore } from '../../parts/figureStore.ts';

export const sineData = new FigureStore({ noise: 1, seed: 7, curve: false, split: true });

/** The data of the figure. */
export function pointsOf({ noise, seed }: { readonly noise: number; readonly seed: number }) {
  return generate({ ...articleData('sine'), noise }, seed);
}

/** Mean squared distance of test points from the curve that made them. */
export function errorOfCurve({ x, y }: { readonly x: Float64Array; readonly y: Float64Array }) {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (y[i]! - sineCurve(x[i]!)) ** 2;
  return sum / x.length;
}

/** Noise for which the least MSE that can be expected is 4. */
export function useFloorOfFour(): boolean {
  return Math.abs(sineData.useNow().noise - 2) < 0.001;
}
