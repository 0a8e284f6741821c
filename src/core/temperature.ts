import * as v from 'valibot';
import type { Mixture } from './mixture.ts';
import { number } from './parsed.ts';

/** How far either temperature may be turned. */
export const TEMPERATURE_LIMIT = { min: 0, max: 5 } as const;

const temperature = number(TEMPERATURE_LIMIT);

export const TemperatureSchema = v.object({
  /** T of the weights: π_k becomes proportional to π_k^(1/T). At 0 the likeliest component is the only one. */
  weights: temperature,
  /** T of the widths: σ_k² becomes T·σ_k². At 0 every draw is its component's mean. */
  widths: temperature,
});

/**
 * How boldly samples are drawn from a mixture, its weights and its widths apart; at 1
 * and 1 as the mixture itself says (Ha & Eck 2017, arXiv:1704.03477, has both in one).
 */
export type Temperature = Readonly<v.InferOutput<typeof TemperatureSchema>>;

/** Draws from the mixture itself. */
export const UNCHANGED: Temperature = { weights: 1, widths: 1 };

/**
 * Weights at a temperature, in place.
 *
 * @param weights π of K components, [K], each at least 0
 */
export function temper(weights: Float32Array | Float64Array, temperature: number): void {
  if (temperature === 1) return;
  const largest = Math.max(...weights);
  const likeliest = weights.indexOf(largest);
  let total = 0;
  for (let k = 0; k < weights.length; k++) {
    weights[k] =
      temperature > 0 ? (weights[k]! / largest) ** (1 / temperature) : k === likeliest ? 1 : 0;
    total += weights[k]!;
  }
  for (let k = 0; k < weights.length; k++) weights[k]! /= total;
}

/** The mixture at a temperature, which its draws are then of; its widths' is to be above 0. */
export function tempered(mixture: Mixture, { weights, widths }: Temperature): Mixture {
  const own = mixture.weights.slice();
  temper(own, weights);
  const factor = Math.sqrt(widths);
  return {
    weights: own,
    means: mixture.means,
    deviations: mixture.deviations.map((deviation) => deviation * factor),
  };
}
