import { FigureStore } from '../../parts/figureStore.ts';

/** Five measurements of one thing, and the two losses of a prediction of it. */

export const HALF_LOG_2PI = 0.5 * Math.log(2 * Math.PI);

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean squared distance of the values from `mu`. */
export function meanSquaredError(values: readonly number[], mu: number): number {
  return mean(values.map((value) => (value - mu) ** 2));
}

/** Density of N(mu, sigma²) at y. */
export function gaussianDensity(y: number, mu: number, sigma: number): number {
  const z = (y - mu) / sigma;
  return Math.exp(-0.5 * z * z - HALF_LOG_2PI) / sigma;
}

/** Mean −log N(y; mu, sigma²) over the values, in nats. */
export function gaussianNll(values: readonly number[], mu: number, sigma: number): number {
  return HALF_LOG_2PI + Math.log(sigma) + meanSquaredError(values, mu) / (2 * sigma * sigma);
}

/** The standard deviation about the mean, which is the best sigma. */
export function bestSigma(values: readonly number[]): number {
  return Math.sqrt(meanSquaredError(values, mean(values)));
}

export const bell = new FigureStore({
  values: [2.1, 3.4, 4.2, 5.1, 7.2] as readonly number[],
  mu: 6.6,
  sigma: 1,
});

/** The prediction stands at the minimum of both curves. */
export function useAtMinimum(): boolean {
  const { values, mu } = bell.useNow();
  return Math.abs(mu - mean(values)) < 0.06;
}

/** No Gaussian has a lower NLL on the five values. */
export function useBestGaussian(): boolean {
  const { values, mu, sigma } = bell.useNow();
  return (
    gaussianNll(values, mu, sigma) - gaussianNll(values, mean(values), bestSigma(values)) < 0.002
  );
}
