import { exp, HALF_LOG_2PI, log } from '../math.ts';
import { gaussLegendre, integrate, integratePanels } from '../quadrature.ts';
import { evenly, type Range } from '../range.ts';
import type { Conditional } from './conditional.ts';
import type { Truth } from './truth.ts';

/**
 * A function with normal noise, turned over: the target t is uniform on (from, to), and
 * the input is x = f(t) + N(0, σ(t)²).
 */
export interface TurnedOver {
  readonly from: number;
  readonly to: number;
  /** Finite on (from, to), and without jumps. */
  readonly f: (t: number) => number;
  /** σ(t) where the noise is 1; above 0. */
  readonly deviation: (t: number) => number;
}

/** Panels of t that there are at least. */
const LEAST_PANELS = 32;
/** More panels than this are not taken: the noise is too fine to be followed. */
const MOST_PANELS = 1500;
/** On one panel f changes by no more deviations than this, and the deviation itself by no more of it. */
const CHANGE = 1;
/** Points of a panel of t. */
const POINTS = 8;
/** Further from the curve than this many deviations, data are never seen. */
const FARTHEST = 8;
/** Weights below exp(−LIGHT) of the greatest are left out. */
const LIGHT = 40;
/** Panels of x are so many of the least deviation wide. */
const WIDTH = 2;
const INPUT_PANELS = { least: 64, most: 1000 } as const;
/** Points of a panel of x. */
const INPUT_POINTS = 10;

/** Breaks of t between which the weight at any x is smooth; null if there are too many. */
function breaksOf({ from, to, f, deviation }: TurnedOver, noise: number): number[] | null {
  const breaks = [from];
  const divide = (low: number, high: number): void => {
    if (breaks.length > MOST_PANELS) return;
    const middle = 0.5 * (low + high);
    const spread = noise * Math.min(...[low, middle, high].map(deviation));
    const changes = [f, (t: number) => noise * deviation(t)].flatMap((of) => [
      of(middle) - of(low),
      of(high) - of(middle),
    ]);
    if (changes.every((change) => Math.abs(change) <= 0.5 * CHANGE * spread)) breaks.push(high);
    else {
      divide(low, middle);
      divide(middle, high);
    }
  };
  const even = evenly([from, to], LEAST_PANELS + 1);
  for (let i = 1; i < even.length; i++) divide(even[i - 1]!, even[i]!);
  return breaks.length > MOST_PANELS ? null : breaks;
}

/**
 * p(t given x) = φ((x − f(t))/σ(t))/σ(t) over its integral. Null where the noise is too
 * fine for that integral to be taken.
 */
export function turnedOver(data: TurnedOver, noise: number): Truth | null {
  const { from, to, f } = data;
  const deviation = (t: number) => noise * data.deviation(t);
  const breaks = breaksOf(data, noise);
  if (!breaks) return null;

  const rule = gaussLegendre(POINTS);
  const each = rule.nodes.length;
  const nodes = Float64Array.from({ length: (breaks.length - 1) * each }, (_, i) => {
    const panel = Math.floor(i / each);
    const [low, high] = [breaks[panel]!, breaks[panel + 1]!];
    return 0.5 * (low + high + (high - low) * rule.nodes[i % each]!);
  });
  const shares = nodes.map((_, i) => {
    const panel = Math.floor(i / each);
    return 0.5 * (breaks[panel + 1]! - breaks[panel]!) * rule.weights[i % each]!;
  });
  const heights = nodes.map(f);
  const spreads = nodes.map(deviation);
  const support: Range = [
    heights.reduce(
      (least, height, i) => Math.min(least, height - FARTHEST * spreads[i]!),
      Infinity,
    ),
    heights.reduce((most, height, i) => Math.max(most, height + FARTHEST * spreads[i]!), -Infinity),
  ];

  /** Half the squared distance of x from f(t), in deviations. */
  const distance = (x: number, t: number) => 0.5 * ((x - f(t)) / deviation(t)) ** 2;

  /** The weights of the nodes at x, each over exp(−least), and what they are together. */
  function weigh(x: number) {
    const distances = heights.map((height, i) => 0.5 * ((x - height) / spreads[i]!) ** 2);
    const least = distances.reduce((a, b) => Math.min(a, b));
    const weights = distances.map((d, i) =>
      d - least > LIGHT ? 0 : (shares[i]! * exp(least - d)) / spreads[i]!,
    );
    return { weights, least, mass: weights.reduce((a, b) => a + b, 0) };
  }

  function conditionalAt(x: number): Conditional {
    const { weights, least, mass } = weigh(x);
    const moment = (of: (t: number) => number) =>
      weights.reduce((sum, weight, i) => (weight > 0 ? sum + weight * of(nodes[i]!) : sum), 0) /
      mass;
    const density = (t: number) => exp(least - distance(x, t)) / deviation(t);
    /** The mass below each break. */
    let below: Float64Array | null = null;
    const summed = () => {
      const sums = new Float64Array(breaks!.length);
      weights.forEach((weight, i) => {
        sums[Math.floor(i / each) + 1]! += weight;
      });
      for (let i = 1; i < sums.length; i++) sums[i]! += sums[i - 1]!;
      return sums;
    };
    return {
      get mean() {
        return moment((t) => t);
      },
      get variance() {
        const mean = moment((t) => t);
        return moment((t) => (t - mean) ** 2);
      },
      cdf(y) {
        if (!(y > from)) return 0;
        if (y >= to) return 1;
        below ??= summed();
        const panel = panelOf(breaks!, y);
        const whole = below[panel + 1]! - below[panel]!;
        const part = whole > 0 ? integrate(density, breaks![panel]!, y, POINTS) : 0;
        return Math.min(1, (below[panel]! + Math.min(whole, part)) / mass);
      },
      logDensity: (y) =>
        y >= from && y <= to
          ? least - distance(x, y) - log(deviation(y)) - log(mass)
          : Number.NEGATIVE_INFINITY,
    };
  }

  const inputBreaks = (() => {
    const finest = spreads.reduce((a, b) => Math.min(a, b));
    const wanted = Math.ceil((support[1] - support[0]) / (WIDTH * finest));
    const count = Math.max(INPUT_PANELS.least, Math.min(INPUT_PANELS.most, wanted));
    return evenly(support, count + 1);
  })();
  const logInput = ({ mass, least }: { mass: number; least: number }) =>
    log(mass / (to - from)) - least - HALF_LOG_2PI;

  return {
    support,
    at: (x) => (x >= support[0] && x <= support[1] ? conditionalAt(x) : null),
    /** h(T given X) = h(T) + h(X given T) − h(X). */
    entropy() {
      const ofInput = integratePanels(
        (x) => {
          const value = logInput(weigh(x));
          return -value * exp(value);
        },
        inputBreaks,
        INPUT_POINTS,
      );
      const ofNoise =
        spreads.reduce((sum, spread, i) => sum + shares[i]! * log(spread), 0) / (to - from);
      return log(to - from) + HALF_LOG_2PI + 0.5 + ofNoise - ofInput;
    },
    meanSquaredError: () =>
      integratePanels(
        (x) => exp(logInput(weigh(x))) * conditionalAt(x).variance,
        inputBreaks,
        INPUT_POINTS,
      ),
  };
}

/** The panel that holds t: breaks[panel] ≤ t < breaks[panel + 1]. */
function panelOf(breaks: readonly number[], t: number): number {
  let [low, high] = [0, breaks.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (breaks[middle]! <= t) low = middle;
    else high = middle;
  }
  return low;
}
