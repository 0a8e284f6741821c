import { cos, sin } from '../math.ts';
import { type Branches, branchSet } from './branches.ts';

const RADIUS = 10;

const BRANCHES: Branches = {
  curves: [{ from: 0, to: 2 * Math.PI, at: (t) => [RADIUS * cos(t), RADIUS * sin(t)] }],
  support: [-RADIUS, RADIUS],
  answersAt(x) {
    const value = Math.sqrt(Math.max(0, RADIUS * RADIUS - x * x));
    return [
      { value, weight: 1 },
      { value: -value, weight: 1 },
    ];
  },
  features: [0, Math.PI, 2 * Math.PI],
};

/**
 * Points evenly around a circle of radius 10, with N(0, noise²) on the target: two
 * answers for each x, and the mean of the two is where no data are. The circle is
 * the usual example of a relation that is no function.
 */
export const ring = branchSet(BRANCHES, { points: 3000, noise: 0.5 });
