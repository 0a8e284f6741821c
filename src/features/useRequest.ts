import { useEffect, useMemo } from 'react';
import { rememberedTask } from '../core/rememberedTask.ts';
import { asksCalibration, type View } from '../core/view.ts';
import type { Lab } from '../store/lab.ts';
import { requestOf } from './drawnAnswer.ts';
import { shownRanges } from './labRanges.ts';

/**
 * Tells the worker what the figures need to know. Gives the view without what changes
 * under the hand: a cursor moves no layer.
 */
export function useRequest(lab: Lab, view: View): View {
  const shown = useShown(view);
  useEffect(() => {
    lab.controller.view((experiment) => {
      const { data } = rememberedTask(experiment);
      return requestOf(experiment.model, shown, shownRanges(lab, data));
    });
  }, [lab, shown]);
  return shown;
}

/** The same view as long as nothing of it changes that a layer is made from, or the worker is asked for. */
function useShown(view: View): View {
  const { answer, means, bands, testPoints, trainingPoints, truth, lit, zoom, guessing } = view;
  const calibration = asksCalibration(view);
  const { samplesPerPoint, weightTemperature, widthTemperature } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest changes nothing that the worker computes
  return useMemo(
    () => view,
    [
      answer,
      means,
      samplesPerPoint,
      weightTemperature,
      widthTemperature,
      bands,
      testPoints,
      trainingPoints,
      truth,
      lit,
      zoom,
      guessing,
      calibration,
    ],
  );
}
