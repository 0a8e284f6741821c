import { emptyPoints, type Points } from '../data/points.ts';
import { exp, HALF_LOG_2PI, log } from '../math.ts';
import { gradedBreaks, integratePanels } from '../quadrature.ts';
import type { RandomStream } from '../random.ts';
import type { Range } from '../range.ts';
import { type Atom, discreteConditional, normalMixtureConditional } from '../truth/conditional.ts';
import type { Truth } from '../truth/truth.ts';
import type { Curve } from './curve.ts';
import type { DataSet } from './dataSet.ts';

/**
 * Data about a few curves with normal noise on the target: one of the curves is
 * chosen, each as likely as another, then t uniformly on it, and
 * (x, y) = (cx(t), cy(t) + ε) with ε ~ N(0, noise²).
 */
export interface Branches {
  readonly curves: readonly Curve[];
  /** The inputs of all curves, ends included. */
  readonly support: Range;
  /** The targets that the curves have at an input of the support, and how likely each is. */
  answersAt(x: number): readonly Atom[];
  /** Values of t where branches meet, begin or end, on whatever curve. */
  readonly features: readonly number[];
}

function drawFrom({ curves }: Branches) {
  return (count: number, noise: number, random: RandomStream): Points => {
    const points = emptyPoints(count);
    for (let i = 0; i < count; i++) {
      const { from, to, at } = curves[random.integer(0, curves.length - 1)]!;
      const [x, y] = at(from + (to - from) * random.uniform());
      points.x[i] = x;
      points.y[i] = y + noise * random.normal();
    }
    return points;
  };
}

/** Points of a panel. */
const POINTS = 10;
/** Panels of a standard normal; beyond 8 deviations there is nothing. */
const NORMAL_BREAKS = [-8, -4, -2, 0, 2, 4, 8];
/** The panels beside a feature, as a share of the curve. */
const FINEST = 1e-4;

/**
 * y given x is a mixture of normals about the answers at x. Its entropy
 * E[−log p(y given x)] is an integral over t along each curve, of one over ε; the
 * least squared error is noise² and the mean variance of the answers.
 */
function truthFrom({ curves, support, answersAt, features }: Branches) {
  return (noise: number): Truth => {
    /** E f(x, y) over the points without noise. */
    const mean = (f: (x: number, y: number) => number) => {
      const total = curves.reduce((sum, { from, to, at }) => {
        const breaks = gradedBreaks(from, to, features, FINEST * (to - from));
        return sum + integratePanels((t) => f(...at(t)), breaks, POINTS) / (to - from);
      }, 0);
      return total / curves.length;
    };
    const about = (answers: readonly Atom[]) =>
      answers.map((answer) => ({ ...answer, deviation: noise }));
    const within = (x: number) => x >= support[0] && x <= support[1];
    return {
      support,
      at(x) {
        if (!within(x)) return null;
        const answers = answersAt(x);
        return noise === 0
          ? discreteConditional(answers)
          : normalMixtureConditional(about(answers));
      },
      entropy() {
        if (noise === 0) return null;
        return mean((x, y) => {
          const answers = answersAt(x);
          // One answer: ½ log(2πe·noise²).
          if (answers.length === 1) return HALF_LOG_2PI + 0.5 + log(noise);
          const { logDensity } = normalMixtureConditional(about(answers));
          const surprise = (z: number) =>
            -logDensity!(y + noise * z) * exp(-0.5 * z * z - HALF_LOG_2PI);
          return integratePanels(surprise, NORMAL_BREAKS, POINTS);
        });
      },
      meanSquaredError: () =>
        noise * noise + mean((x) => discreteConditional(answersAt(x)).variance),
    };
  };
}

/** The data set of such branches. */
export function branchSet(branches: Branches, defaults: DataSet['defaults']) {
  const { curves } = branches;
  const draw = drawFrom(branches);
  return {
    draw,
    fresh: draw,
    fixedCount: null,
    separateTest: false,
    noise: 'target',
    defaults,
    curves,
    picture: curves,
    truth: truthFrom(branches),
  } as const satisfies DataSet;
}
