import { cos } from './math.ts';

/** A quadrature rule on (−1, 1). */
export interface Rule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const rules = new Map<number, Rule>();

/**
 * The Gauss–Legendre rule of `count` points, exact for polynomials of degree
 * 2·count − 1. The nodes are the roots of the Legendre polynomial, by Newton's
 * method from cos(π (i + ¾)/(n + ½)) (Abramowitz & Stegun 22.16.6, 25.4.29).
 */
export function gaussLegendre(count: number): Rule {
  const known = rules.get(count);
  if (known) return known;
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let x = -cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let round = 0; round < 100; round++) {
      let [before, here] = [1, x];
      for (let k = 2; k <= count; k++) {
        [before, here] = [here, ((2 * k - 1) * x * here - (k - 1) * before) / k];
      }
      slope = (count * (x * here - before)) / (x * x - 1);
      const step = here / slope;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  const rule = { nodes, weights };
  rules.set(count, rule);
  return rule;
}

/** ∫ f over (low, high) by one application of the Gauss–Legendre rule of `count` points. */
export function integrate(
  f: (at: number) => number,
  low: number,
  high: number,
  count: number,
): number {
  const { nodes, weights } = gaussLegendre(count);
  const half = 0.5 * (high - low);
  const middle = 0.5 * (high + low);
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) {
    sum += weights[i]! * f(middle + half * nodes[i]!);
  }
  return half * sum;
}

/** ∫ f over the union of the panels between successive breaks, ascending, `count` points a panel. */
export function integratePanels(
  f: (at: number) => number,
  breaks: ArrayLike<number>,
  count: number,
): number {
  let sum = 0;
  for (let i = 1; i < breaks.length; i++) {
    sum += integrate(f, breaks[i - 1]!, breaks[i]!, count);
  }
  return sum;
}

/**
 * Breaks for `integratePanels`, ascending from `low` to `high`: at every
 * feature (a singularity, or a bend of width `finest`), and on either side of
 * it at distances finest, 2·finest, 4·finest, … so that each panel is no wider
 * than its distance from the nearest feature.
 */
export function gradedBreaks(
  low: number,
  high: number,
  features: readonly number[],
  finest: number,
): number[] {
  const breaks = new Set([low, high]);
  for (const feature of features) {
    if (feature > low && feature < high) breaks.add(feature);
    for (let distance = finest; distance < high - low; distance *= 2) {
      for (const at of [feature - distance, feature + distance]) {
        if (at > low && at < high) breaks.add(at);
      }
    }
  }
  return [...breaks].sort((a, b) => a - b);
}
