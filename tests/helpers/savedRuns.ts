import type { KeptRun } from '../../src/core/keptRun.ts';
import { randomStream } from '../../src/core/random.ts';
import { startOf } from '../../src/core/run.ts';
import type { SavedRun } from '../../src/core/savedRun.ts';
import { INITIAL_VIEW } from '../../src/core/view.ts';
import { keepsakeHere } from './keepsakes.ts';
import { SMALL } from './trainedLab.ts';

/** A run as it is saved, of a network that was not trained really. */
export function savedRunHere(): SavedRun {
  const { place, ...kept } = keepsakeHere(SMALL, 12);
  const state = startOf(kept.parameters, randomStream(1, 'batches').state());
  const now = { ...state, step: place.step, best: { epoch: 3, loss: Number.NaN, seen: 12 } };
  const snapshot = { now, checkpoint: state, untold: [] };
  const run: KeptRun = {
    ...keepsakeHere(),
    id: 'one',
    name: 'Sine · FFNN',
    colour: 3,
    keptAt: 1e12,
  };
  return {
    experiment: SMALL,
    view: { ...INITIAL_VIEW, answer: 'density', cursor: -1.5 },
    run: {
      place: { ...place, snapshot, colours: null },
      way: [0, 4, 12].map((epoch) => ({ epoch, parameters: kept.parameters })),
      sight: 4,
    },
    kept: [run],
  };
}
