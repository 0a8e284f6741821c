import type { DataName } from '../../core/datasets/datasets.ts';
import { SPIRAL_END } from '../../core/datasets/spiral.ts';
import { truthOf } from '../../core/datasets/truthOf.ts';
import { evenly } from '../../core/range.ts';
import { decimals, percent } from '../../i18n/numbers.ts';
import type { Claim } from './claim.ts';
import observed from './observed.json';
import { SETTINGS } from './settings.ts';

type Run = keyof typeof observed;
type Quantity = keyof (typeof observed)['spiral-mdn']['own'];

/** What a run has come to with each of five seeds. */
const seeds = (run: Run, quantity: Quantity, digits: number): Claim => ({
  values: () => observed[run].seeds[quantity],
  written: decimals(digits),
});

/** What it has come to with the seed that the figures begin with. */
const own = (run: Run, quantity: Quantity, digits: number): Claim => ({
  values: () => [observed[run].own[quantity]],
  written: decimals(digits),
});

/** What it has come to with all of them, where the reader is sent to the figure's own. */
const ownAndSeeds = (run: Run, quantity: Quantity, digits: number): Claim => ({
  values: () => [observed[run].own[quantity], ...observed[run].seeds[quantity]],
  written: decimals(digits),
});

/** What no model can beat on fresh points of a data set with the article's noise. */
function least(name: DataName, of: 'entropy' | 'meanSquaredError'): number {
  return truthOf(name, 1)?.[of]() ?? Number.NaN;
}
const floor = (...[name, of, digits]: [...Parameters<typeof least>, number]): Claim => ({
  values: () => [least(name, of)],
  written: decimals(digits),
});

/** The target's variance: of x, uniform from −15 to 15, and of θ sin θ with θ uniform. */
const VARIANCE = {
  inverted: () => 30 ** 2 / 12,
  spiral: () => {
    const heights = evenly([0, SPIRAL_END], 10_001).map((theta) => theta * Math.sin(theta));
    const mean = heights.reduce((sum, y) => sum + y, 0) / heights.length;
    return heights.reduce((sum, y) => sum + (y - mean) ** 2, 0) / heights.length;
  },
};

/** The entropy of θ sin θ with θ uniform, in nats: that of a fine histogram. */
function spiralEntropy(): number {
  const heights = evenly([0, SPIRAL_END], 100_001).map((theta) => theta * Math.sin(theta));
  const width = 0.02;
  const counts = new Map<number, number>();
  for (const y of heights) {
    const bin = Math.floor(y / width);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return [...counts.values()].reduce((sum, count) => {
    const share = count / heights.length;
    return sum - share * Math.log(share / width);
  }, 0);
}

/** Whether a mixture that ends so far above the truth has found the whole inverted curve, in nats. */
export const findsCurve = (excess: number) => excess < 0.2;

/** How much of it the best prediction of the mean leaves. */
const left = (name: keyof typeof VARIANCE): Claim => ({
  values: () => [least(name, 'meanSquaredError') / VARIANCE[name]()],
  written: (value) => percent(value),
});

export const CLAIMS = {
  ...SETTINGS,
  'sine-floor': floor('sine', 'entropy', 3),
  'inverted-floor': floor('inverted', 'meanSquaredError', 1),
  'inverted-entropy': floor('inverted', 'entropy', 3),
  'spiral-floor': floor('spiral', 'meanSquaredError', 1),
  'spiral-marginal': {
    values: () => [spiralEntropy() - least('spiral', 'entropy')],
    written: decimals(2),
  },
  'spiral-entropy': floor('spiral', 'entropy', 3),
  'sine-ffnn': seeds('sine-ffnn', 'freshLoss', 3),
  'sine-ffnn-excess': {
    values: () => observed['sine-ffnn'].seeds.excess,
    written: (value) => percent(value, 1),
  },
  'sine-ffnn-least': own('sine-ffnn', 'leastTestLoss', 3),
  'sine-ffnn-least-epoch': own('sine-ffnn', 'leastTestEpoch', 0),
  'sine-ffnn-test': own('sine-ffnn', 'testLoss', 3),
  'sine-ffnn-train': own('sine-ffnn', 'trainLoss', 3),
  'sine-mean-train': {
    values: () => [observed['sine-ffnn'].own.truthTrainLoss],
    written: decimals(3),
  },
  'sine-ffnn-3': seeds('sine-ffnn-3', 'freshLoss', 1),
  'sine-ffnn-12': ownAndSeeds('sine-ffnn-12', 'freshLoss', 2),
  'inverted-ffnn': seeds('inverted-ffnn', 'freshLoss', 1),
  'inverted-ffnn-train': own('inverted-ffnn', 'trainLoss', 2),
  'inverted-ffnn-test': own('inverted-ffnn', 'testLoss', 2),
  'inverted-mean-train': {
    values: () => [observed['inverted-ffnn'].own.truthTrainLoss],
    written: decimals(2),
  },
  'inverted-mean-test': {
    values: () => [observed['inverted-ffnn'].own.truthTestLoss],
    written: decimals(2),
  },
  'inverted-ffnn-gap': {
    values: () => {
      const { testLoss, trainLoss } = observed['inverted-ffnn'].own;
      return [testLoss - trainLoss];
    },
    written: decimals(1),
  },
  'inverted-mean-gap': {
    values: () => {
      const { truthTestLoss, truthTrainLoss } = observed['inverted-ffnn'].own;
      return [truthTestLoss - truthTrainLoss];
    },
    written: decimals(1),
  },
  'inverted-ffnn-gain': {
    values: () => [
      observed['inverted-ffnn'].own.truthTrainLoss - observed['inverted-ffnn'].own.trainLoss,
    ],
    written: decimals(1),
  },
  'inverted-ffnn-cost': {
    values: () => [
      observed['inverted-ffnn'].own.testLoss - observed['inverted-ffnn'].own.truthTestLoss,
    ],
    written: decimals(1),
  },
  'inverted-ffnn-excess': seeds('inverted-ffnn', 'excess', 1),
  'inverted-left': left('inverted'),
  'inverted-mdn': seeds('inverted-mdn', 'excess', 3),
  'inverted-mdn-least': own('inverted-mdn', 'leastTestLoss', 3),
  'inverted-mdn-least-epoch': own('inverted-mdn', 'leastTestEpoch', 0),
  'inverted-mdn-test': own('inverted-mdn', 'testLoss', 3),
  'inverted-mdn-train': own('inverted-mdn', 'trainLoss', 3),
  'inverted-mdn-1': seeds('inverted-mdn-1', 'freshLoss', 3),
  'inverted-mdn-3': seeds('inverted-mdn-3', 'excess', 3),
  'inverted-mdn-3-own': own('inverted-mdn-3', 'excess', 2),
  'three-find': {
    values: () => [observed['inverted-mdn-3'].seeds.excess.filter(findsCurve).length],
    written: decimals(0),
  },
  'three-seeds': {
    values: () => [observed['inverted-mdn-3'].seeds.excess.length],
    written: decimals(0),
  },
  'inverted-mdn-5': seeds('inverted-mdn-5', 'excess', 3),
  'spiral-ffnn': seeds('spiral-ffnn', 'freshLoss', 1),
  'spiral-variance': {
    values: () => [VARIANCE.spiral()],
    written: decimals(1),
  },
  'spiral-constant': {
    values: () => [VARIANCE.spiral() - least('spiral', 'meanSquaredError')],
    written: decimals(1),
  },
  'spiral-ffnn-shuffled': seeds('spiral-ffnn-shuffled', 'excess', 1),
  'spiral-ffnn-excess': seeds('spiral-ffnn', 'excess', 1),
  'spiral-left': left('spiral'),
  'spiral-mdn-shared': {
    values: () => {
      const { testLoss, freshLoss } = observed['spiral-mdn'].seeds;
      const most = Math.max(...testLoss.map((loss, i) => Math.abs(loss - freshLoss[i]!)));
      // A bound is rounded up.
      return [Math.ceil(100 * most) / 100];
    },
    written: decimals(2),
  },
  /** Of what the input can tell, the share that the network has learned. */
  'spiral-mdn-gained': {
    values: () => {
      const worth = spiralEntropy() - least('spiral', 'entropy');
      return observed['spiral-mdn'].seeds.excess.map((excess) => 1 - excess / worth);
    },
    written: (value) => percent(value),
  },
  'spiral-mdn': seeds('spiral-mdn', 'excess', 2),
  'spiral-mdn-shuffled': ownAndSeeds('spiral-mdn-shuffled', 'excess', 2),
  'twelve-train': own('twelve', 'trainLoss', 1),
  'twelve-test': own('twelve', 'testLoss', 1),
  'twelve-width': {
    values: () => [observed.twelve.own.smallestDeviation],
    written: decimals(3),
  },
  'floored-train': own('floored', 'trainLoss', 1),
  'floored-test': own('floored', 'testLoss', 1),
  'few-held': {
    values: () => [observed.few.own.held, ...observed.few.seeds.held],
    written: (value) => percent(value),
  },
  'many-held': {
    values: () => [observed['inverted-mdn'].own.held, ...observed['inverted-mdn'].seeds.held],
    written: (value) => percent(value),
  },
} as const satisfies Record<string, Claim>;

export type ClaimName = keyof typeof CLAIMS;

/** How far above the floor a run has ended with the five seeds. */
export const aboveFloor = (run: Run, digits: number) => extremes(seeds(run, 'excess', digits));

/** The least and the greatest value as they are written; the same where one number says it. */
export const claimed = (name: ClaimName) => extremes(CLAIMS[name]);

function extremes({ values, written }: Claim): { low: string; high: string } {
  return { low: written(Math.min(...values())), high: written(Math.max(...values())) };
}
