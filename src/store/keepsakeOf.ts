import { stepsPerEpoch } from '../core/experiment.ts';
import { type Keepsake, keepsake, placeAfter } from '../core/keptRun.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import { lossesUntil } from '../core/run.ts';
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
  if (sight !== null) {
    return shownEpoch === 0 ? null : keepsake(placeAfter(place, shownEpoch), shown, shownEpoch);
  }
  // A run that has gone back to its best weights shows others than those of its last step.
  const wentBack = shownEpoch !== frame.epoch;
  if (!snapshot || wentBack) {
    return keepsake({ ...place, snapshot: snapshot ?? null }, shown, shownEpoch);
  }
  // While it trains, the worker answers a little later than the page has drawn, or goes on meanwhile.
  const { step, state } = snapshot.now;
  const epoch = Math.floor(step / stepsPerEpoch(place.experiment));
  const { train, test } = place.losses;
  const losses = { train: lossesUntil(train, epoch), test: lossesUntil(test, epoch) };
  return keepsake({ ...place, step, losses, snapshot }, fittedWith(task, state.parameters), epoch);
}
