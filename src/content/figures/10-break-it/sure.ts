import { CALIBRATION_POINTS, Calibrating, type Calibration } from '../../../core/calibration.ts';
import { freshPoints } from '../../../core/data/data.ts';
import type { Points } from '../../../core/data/points.ts';
import type { Foreseen } from '../../../core/foreseen.ts';
import { type Fitted, mixturesAt } from '../../../core/model.ts';
import { highestDensityRank, profileOf } from '../../../core/profile.ts';
import { rememberedTask } from '../../../core/rememberedTask.ts';
import { same } from '../../../core/same.ts';
import { fittedWith } from '../../../core/scores.ts';
import { isPrinting } from '../../../ui/printing.ts';
import { ArticleLab } from '../../lab/ArticleLab.ts';
import { FigureStore } from '../../parts/figureStore.ts';
import { endOf } from '../recorded/ends.ts';
import { FEW } from './experiments.ts';

/** What a network is sure of, what the reader expects of that, and what fresh points say. */

/** The region that is asked about holds so much, by the network's own account. */
export const LEVEL = 0.9;

/** The network: few points, learned by heart. */
export const sure = new ArticleLab(FEW, { answer: 'bands', calibration: true });
// The reader is asked first what it will hold.
sure.foresee(
  async () => endOf(FEW, (await import('../recorded/ends/few.json')).default),
  isPrinting,
);

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

let last: { readonly of: Foreseen; readonly found: Calibration } | null = null;

/** What the regions of a run's end hold of fresh points. */
export function calibrationOfEnd(end: Foreseen): Calibration | null {
  if (last?.of === end) return last.found;
  const { experiment, epoch, parameters } = end;
  const fresh = freshPoints(experiment.data, experiment.seed, CALIBRATION_POINTS);
  if (!fresh) return null;
  const work = new Calibrating(fittedWith(rememberedTask(experiment), parameters), epoch, fresh);
  let found = work.advance();
  while (!found) found = work.advance();
  last = { of: end, found };
  return found;
}
