import { useStore } from 'zustand';
import type { ArticleLab } from './ArticleLab.ts';

/** A number of a living figure's run, followed frame by frame. */
export function useStoreValue<T>(figure: ArticleLab, read: (figure: ArticleLab) => T): T {
  // The numbers live outside React; this says when there are new ones.
  useStore(figure.lab.run, (run) => `${run.frame} ${run.step}`);
  figure.useForeseen();
  return read(figure);
}
