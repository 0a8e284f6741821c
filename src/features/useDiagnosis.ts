import { type Diagnosis, diagnose } from '../core/diagnosis.ts';
import { measure } from '../core/measurements.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import type { Lab } from '../store/lab.ts';
import { fittedNow } from '../store/mixturesNow.ts';
import { useLab, useRun } from './lab.ts';

/** What each frame has shown; several parts of the page ask. */
const known = new WeakMap<object, Diagnosis | null>();

/** The diagnosis of the newest frame, if it is of a run that rests and has been scored as it stands. */
function diagnosisNow(lab: Lab): Diagnosis | null {
  const { frame, scores } = lab.feed;
  const { state, held } = lab.run.getState();
  const rests = state === 'paused' || state === 'finished';
  if (!frame || !scores || held || !rests || frame.step === 0) return null;
  if (frame.step !== scores.step || frame.state !== state) return null;
  const before = known.get(frame);
  if (before !== undefined) return before;
  const { experiment } = lab.editor;
  const fitted = fittedNow(lab, rememberedTask(experiment));
  if (!fitted) return null;
  const mixture = experiment.model.kind === 'mdn';
  const run = {
    experiment,
    ended: state === 'finished',
    steps: frame.step,
    fresh: mixture ? scores.nll : scores.squaredError,
    usage: frame.view.usage,
    ...lab.feed.losses(),
  };
  const diagnosis = diagnose(measure(run, fitted));
  known.set(frame, diagnosis);
  return diagnosis;
}

/** Why the run that rests is far above the best reachable; null while it is not, or trains. */
export function useDiagnosis(): Diagnosis | null {
  const lab = useLab();
  return useRun(() => diagnosisNow(lab));
}
