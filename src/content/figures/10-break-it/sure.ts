import type { Points } from '../../../core/data/points.ts';
import { type Fitted, mixturesAt } from '../../../core/model.ts';
import { highestDensityRank, profileOf } from '../../../core/profile.ts';
import { same } from '../../../core/same.ts';
import { ArticleLab } from '../../lab/ArticleLab.ts';
import { FigureStore } from '../../parts/figureStore.ts';
import { FEW } from './experiments.ts';

/** What a network is sure of, what the reader expects of that, and what fresh points say. */

/** The region that is asked about holds so much, by the network's own account. */
export const LEVEL = 0.9;

/** The network: few points, learned by heart. */
export const sure = new ArticleLab(FEW, { answer: 'bands', calibration: true });

interface Expected {
  /** Which share of fresh points the reader expects in the region. */
  readonly share: number;
  /** Whether the network has answered. */
  readonly answered: boolean;
}

export const expected = new FigureStore<Expected>({ share: LEVEL, answered: false });

// Other data are another question.
sure.lab.editor.store.subscribe((now, before) => {
  if (!same(now.experiment.data, before.experiment.data)) expected.restart();
});

/** So many of the test points are drawn in or out. */
const DRAWN = 300;

/** The test points that a network's region leaves out, by their index; stops after every point, for whoever runs it in stints. */
export function* leftOut(fitted: Fitted, { x, y }: Points): Generator<undefined, number[]> {
  const out: number[] = [];
  for (let i = 0; i < Math.min(DRAWN, x.length); i++) {
    const [mixture] = mixturesAt(fitted, x.subarray(i, i + 1));
    if (highestDensityRank(profileOf(mixture!), y[i]!) > LEVEL) out.push(i);
    yield;
  }
  return out;
}
