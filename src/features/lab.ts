import { createContext, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Experiment } from '../core/experiment.ts';
import type { Lab } from '../store/lab.ts';
import type { RunStatus } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';

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
  return useStore(useLab().experiments.store, (state) => state.experiment);
}

/** A part of the run's status, followed as it changes. */
export function useRun<T>(select: (run: RunStatus) => T): T {
  return useStore(useLab().run, select);
}

/** How the run is shown. */
export function useView(): ViewState {
  return useStore(useLab().view);
}

/** A number that changes with the run's frames, but at most every so many milliseconds. */
export function useNews(everyMs: number): number {
  const { run } = useLab();
  const [news, setNews] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let missed = false;
    const tell = () => {
      missed = false;
      setNews((count) => count + 1);
      timer = setTimeout(() => {
        timer = null;
        if (missed) tell();
      }, everyMs);
    };
    const unsubscribe = run.subscribe((now, before) => {
      if (now.frame === before.frame) return;
      if (timer === null) tell();
      else missed = true;
    });
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, [run, everyMs]);
  return news;
}
