import { createContext, useContext } from 'react';
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
  const present = useExperiment();
  return useRun(({ held }) => held) ?? present;
}

/** A part of the run's status, followed as it changes. */
export function useRun<T>(select: (run: RunStatus) => T): T {
  return useStore(useLab().run, select);
}

/** How the run is shown. */
export function useView(): View {
  return useStore(useLab().view);
}
