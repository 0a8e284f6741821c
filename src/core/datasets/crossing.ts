import { type Branches, branchSet } from './branches.ts';
import type { Curve } from './curve.ts';

/** Inputs lie in (−HALF, HALF). */
const HALF = 10;
const SLOPE = 0.8;

const line = (slope: number): Curve => ({ from: -HALF, to: HALF, at: (x) => [x, slope * x] });

const BRANCHES: Branches = {
  curves: [line(SLOPE), line(-SLOPE)],
  support: [-HALF, HALF],
  answersAt: (x) => [
    { value: SLOPE * x, weight: 1 },
    { value: -SLOPE * x, weight: 1 },
  ],
  features: [0],
};

/**
 * y = 0.8 x or y = −0.8 x, as likely one as the other, plus N(0, noise²): two answers
 * that become one where the lines cross. Two objects that pass each other give such
 * data; mixtures of linear regressions are as old as R. E. Quandt and J. B. Ramsey,
 * Estimating mixtures of normal distributions and switching regressions (JASA, 1978).
 */
export const crossing = branchSet(BRANCHES, { points: 3000, noise: 1 });
