import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { LossCurve } from '../../charts/lossCurves.ts';
import { comparable } from '../../core/keptRun.ts';
import { keptRuns } from '../../store/keptRuns.ts';
import { useShownExperiment } from '../lab.ts';

/** The test losses of the kept runs that can be drawn beside the present run's. */
export function useGhosts(): readonly (LossCurve & { readonly color: number })[] {
  const runs = useStore(keptRuns.store, (kept) => kept.items);
  const experiment = useShownExperiment();
  return useMemo(
    () =>
      runs
        .filter(({ place }) => comparable(place.experiment, experiment))
        .map(({ name, colour, place }) => ({
          name,
          color: colour,
          losses: place.losses.test,
          ghost: true,
        })),
    [runs, experiment],
  );
}
