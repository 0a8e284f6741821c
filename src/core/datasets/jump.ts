import { type Branches, branchSet } from './branches.ts';

/** Inputs lie in (−HALF, HALF), and the target jumps from −HEIGHT to HEIGHT. */
const HALF = 10;
const HEIGHT = 4;

const height = (x: number) => (x < 0 ? -HEIGHT : HEIGHT);

const BRANCHES: Branches = {
  curves: [{ from: -HALF, to: HALF, at: (x) => [x, height(x)] }],
  support: [-HALF, HALF],
  answersAt: (x) => [{ value: height(x), weight: 1 }],
  features: [0],
};

/**
 * A step: y = ±4 by the sign of x, plus N(0, noise²). One answer for each x, and no
 * smooth function has it; the simplest of the test functions with a jump, as in
 * D. L. Donoho and I. M. Johnstone, Ideal spatial adaptation by wavelet shrinkage
 * (Biometrika, 1994).
 */
export const jump = branchSet(BRANCHES, { points: 3000, noise: 1 });
