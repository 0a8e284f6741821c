import { type RefObject, useEffect, useState } from 'react';
import { dataRanges } from '../charts/ranges.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import type { View } from '../core/view.ts';
import { requestOf } from '../features/drawnAnswer.ts';
import { Lab } from '../store/lab.ts';
import type { Subject } from './subjects.ts';

/** Starts a worker for a side. */
export type Spawn = Parameters<Lab['controller']['connect']>[0];

/**
 * A lab for what stands on a side, with a worker of its own as long as it stands
 * there; null until it is made.
 *
 * @param view how both sides are shown by now
 */
export function useComparedLab(
  { experiment, place }: Subject,
  spawn: Spawn,
  view: RefObject<View>,
): Lab | null {
  const [lab, setLab] = useState<Lab | null>(null);
  useEffect(() => {
    const shown = view.current;
    const made = new Lab(experiment, shown);
    const { controller } = made;
    void controller.pace(shown.pace);
    controller.connect(
      spawn,
      ({ model }) => requestOf(model, shown, dataRanges(rememberedTask(experiment).data)),
      place && { ...place, running: false },
    );
    setLab(made);
    return () => {
      setLab(null);
      made.dispose();
    };
  }, [experiment, place, spawn, view]);
  return lab;
}
