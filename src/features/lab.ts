import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Experiment } from '../core/experiment.ts';
import type { View } from '../core/view.ts';
import type { Lab } from '../store/lab.ts';
import type { RunStatus } from '../store/run.ts';

/** The lab that the features below show and change. */
export const LabContext = createContext<Lab | null>(null);

/** @throws Error outside of a `LabContext` */
export function useLab(): Lab {
  const lab = useContext(LabContext);
  if (!lab) throw new Error('A feature needs a lab around it.');
  return lab;
}

/** The experiment, followed as it changes. */
export function useExperiment(): Experiment {
  return useStore(useLab().editor.store, (state) => state.experiment);
}

/** The experiment that the figures show; see `Lab.shown`. */
export function useShownExperiment(): Experiment {
  const lab = useLab();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [lab.editor.store.subscribe(listener), lab.run.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [lab],
  );
  return useSyncExternalStore(subscribe, () => lab.shown);
}

/** A part of the run's status, followed as it changes. */
export function useRun<T>(select: (run: RunStatus) => T): T {
  return useStore(useLab().run, select);
}

/** True while the figures show the first, random weights. */
export function useShowsUntrained(): boolean {
  return useRun(
    ({ step, sight, shownEpoch }) => step === 0 || (sight !== null && shownEpoch === 0),
  );
}

/** How the run is shown. */
export function useView(): View {
  return useStore(useLab().view);
}
