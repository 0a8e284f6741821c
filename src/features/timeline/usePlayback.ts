import { useEffect, useState } from 'react';
import type { Lab } from '../../store/lab.ts';

/** Plays a run's way from its start to where it stands now, and then shows what is newest. */
export function usePlayback(lab: Lab) {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    if (seconds === null) return;
    const { controller, feed } = lab;
    const { run } = lab.run.getState();
    const start = performance.now();
    let frame = 0;
    const advance = () => {
      const share = (performance.now() - start) / (1000 * seconds);
      const { states } = feed.way;
      const state = states[Math.floor(share * states.length)];
      if (!state || lab.run.getState().run !== run) {
        setSeconds(null);
        void controller.look(null);
        return;
      }
      void controller.look(state.epoch);
      frame = requestAnimationFrame(advance);
    };
    advance();
    return () => cancelAnimationFrame(frame);
  }, [lab, seconds]);
  return { playing: seconds !== null, play: setSeconds, stop: () => setSeconds(null) };
}
