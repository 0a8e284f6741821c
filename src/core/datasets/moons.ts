import { cos, sin } from '../math.ts';
import type { Atom } from '../truth/conditional.ts';
import { type Branches, branchSet } from './branches.ts';

/** At the very end of a moon its density at x is infinite; so near to it, it is not told apart. */
const NEAREST = 1e-12;

/**
 * The target of half a circle of radius 1 about `centre` at x. The circle is run
 * through evenly, so that its density at x is in proportion to 1/√(1 − (x − centre)²).
 */
function half(x: number, centre: number, target: (height: number) => number): Atom[] {
  const square = 1 - (x - centre) ** 2;
  if (square < 0) return [];
  const height = Math.sqrt(square);
  return [{ value: target(height), weight: 1 / Math.max(NEAREST, height) }];
}

const BRANCHES: Branches = {
  curves: [
    { from: 0, to: Math.PI, at: (t) => [cos(t), sin(t)] },
    { from: 0, to: Math.PI, at: (t) => [1 - cos(t), 0.5 - sin(t)] },
  ],
  support: [-1, 2],
  answersAt: (x) => [...half(x, 0, (height) => height), ...half(x, 1, (height) => 0.5 - height)],
  features: [0, Math.PI / 2, Math.PI],
};

/**
 * The two moons of scikit-learn's `make_moons` (F. Pedregosa et al., Scikit-learn:
 * machine learning in Python, JMLR, 2011), their two coordinates taken as input and
 * target. The noise is N(0, noise²) on the target alone, where theirs is on both:
 * so the truth is exact.
 */
export const moons = branchSet(BRANCHES, { points: 2000, noise: 0.1 });
