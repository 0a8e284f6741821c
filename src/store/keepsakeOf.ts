import { FIRST_POINTS } from '../core/data/data.ts';
import { stepsPerEpoch } from '../core/experiment.ts';
import { type Keepsake, keepsake, placeAfter } from '../core/keptRun.ts';
import { placeOf } from '../core/place.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import { fittedWith } from '../core/scores.ts';
import type { Lab } from './lab.ts';

/**
 * The run of a lab as it is shown now, to be kept: where it stands, or where it
 * stood when it had the weights that are looked at. Null for a network that
 * nothing has been trained of, and where another run has taken its place meanwhile.
 */
export async function keepsakeOf({ controller, feed, run }: Lab): Promise<Keepsake | null> {
  const { frame } = feed;
  const { sight, run: number } = run.getState();
  const snapshot = await controller.bookmark()?.snapshot;
  // What was told until the worker answered is in the losses by now.
  const place = controller.lasting();
  if (!frame || !place || run.getState().run !== number) return null;
  const task = rememberedTask(place.experiment);
  const shown = fittedWith(task, frame.parameters);
  const { shownEpoch } = frame;
  /** Those of all points; what comes while training is of few. */
  const scoresAt = (step: number) => {
    const { scores } = feed;
    return scores?.step === step && scores.nll.loss.count > FIRST_POINTS ? scores : null;
  };
  if (sight !== null) {
    if (shownEpoch === 0) return null;
    const then = placeAfter(place, shownEpoch);
    return keepsake(then, shown, shownEpoch, scoresAt(then.step));
  }
  // A run that has gone back to its best weights shows others than those of its last step.
  const wentBack = shownEpoch !== frame.epoch;
  if (!snapshot || wentBack) {
    const there = { ...place, snapshot: snapshot ?? null };
    return keepsake(there, shown, shownEpoch, scoresAt(place.step));
  }
  // While it trains, the worker answers a little later than the page has drawn, or goes on meanwhile.
  const { step, state } = snapshot.now;
  const epoch = Math.floor(step / stepsPerEpoch(place.experiment));
  const fitted = fittedWith(task, state.parameters);
  return keepsake(placeOf(place, snapshot), fitted, epoch, scoresAt(step));
}
