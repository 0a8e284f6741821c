import { startTransition, useEffect, useState } from 'react';
import { useLab } from './lab.ts';
import { onFrame } from './sources.ts';

/**
 * A number that changes with the run's frames, but at most every so many milliseconds. What
 * follows it is rendered in tasks of its own, after what the frame has the page draw.
 */
export function useThrottledFrame(everyMs: number): number {
  const lab = useLab();
  const [news, setNews] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let missed = false;
    const tell = () => {
      missed = false;
      startTransition(() => setNews((count) => count + 1));
      timer = setTimeout(() => {
        timer = null;
        if (missed) tell();
      }, everyMs);
    };
    const unsubscribe = onFrame(lab, () => {
      if (timer === null) tell();
      else missed = true;
    });
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, [lab, everyMs]);
  return news;
}
