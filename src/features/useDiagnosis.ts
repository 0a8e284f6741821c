import { startTransition, useEffect, useState } from 'react';
import { type Diagnosis, diagnose } from '../core/diagnosis.ts';
import { measure } from '../core/measurements.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import type { Lab } from '../store/lab.ts';
import { fittedNow } from '../store/mixturesNow.ts';
import { useLab, useRun } from './lab.ts';

type Frame = NonNullable<Lab['feed']['frame']>;

/** What each frame has shown; several parts of the page ask. */
const known = new WeakMap<Frame, Diagnosis | null>();

/** The newest frame, if it is of a run that rests and has been scored as it stands. */
function frameAtRest({ feed, run }: Lab): Frame | null {
  const { frame, scores } = feed;
  const { state, held } = run.getState();
  const rests = state === 'paused' || state === 'finished';
  if (!frame || !scores || held || !rests || frame.step === 0) return null;
  return frame.step === scores.step && frame.state === state ? frame : null;
}

/** The diagnosis of the frame at rest; undefined where its network is not of the experiment. */
function diagnosisOf(lab: Lab, frame: Frame): Diagnosis | null | undefined {
  const { scores } = lab.feed;
  const { experiment } = lab.editor;
  const fitted = fittedNow(lab, rememberedTask(experiment));
  if (!fitted || !scores) return undefined;
  return diagnose(
    measure(
      {
        experiment,
        ended: frame.state === 'finished',
        steps: frame.step,
        fresh: experiment.model.kind === 'mdn' ? scores.nll : scores.squaredError,
        usage: frame.view.usage,
        ...lab.feed.losses(),
      },
      fitted,
    ),
  );
}

/**
 * Why the run that rests is far above the best reachable; null while it is not, or trains.
 * It is found in a task of its own, since it takes longer than a hand should wait.
 */
export function useDiagnosis(): Diagnosis | null {
  const lab = useLab();
  const frame = useRun(() => frameAtRest(lab));
  const [, tell] = useState<Frame | null>(null);
  useEffect(() => {
    if (!frame) return;
    const timer = setTimeout(() => {
      if (frameAtRest(lab) !== frame) return;
      const found = known.has(frame) ? known.get(frame) : diagnosisOf(lab, frame);
      if (found !== undefined) known.set(frame, found);
      startTransition(() => tell(frame));
    });
    return () => clearTimeout(timer);
  }, [lab, frame]);
  return (frame && known.get(frame)) ?? null;
}
