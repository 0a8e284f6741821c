import type { KeptRun } from '../core/keptRun.ts';
import { placeOf } from '../core/place.ts';
import type { SavedRun } from '../core/savedRun.ts';
import type { Lab } from './lab.ts';

/** The run of a lab as it stands now, to be saved with the runs that were kept beside it. */
export async function savedRunOf(lab: Lab, kept: readonly KeptRun[]): Promise<SavedRun> {
  const { controller, feed, run } = lab;
  const { run: number } = run.getState();
  const snapshot = await controller.bookmark()?.snapshot;
  // Another run has taken its place meanwhile.
  if (run.getState().run !== number) return savedRunOf(lab, kept);
  const view = lab.view.getState();
  // What was told until the worker answered is known by now.
  const there = controller.lasting();
  if (!there) return { experiment: lab.editor.experiment, view, run: null, kept };
  const place = snapshot ? placeOf(there, snapshot) : { ...there, running: false, snapshot: null };
  const way = feed.way.states.slice();
  return {
    experiment: place.experiment,
    view,
    run: { place, way, sight: run.getState().sight },
    kept,
  };
}
