import { stepsPerEpoch } from '../core/experiment.ts';
import type { Scores } from '../core/predictions.ts';
import { useLab, useRun, useShownExperiment } from './lab.ts';

export interface ScoresFound {
  readonly scores: Scores;
  /** The epoch whose weights were scored: while training, one that is a little past. */
  readonly epoch: number;
}

/** The newest scores on fresh points; null while there are none of this run. */
export function useScores(): ScoresFound | null {
  const { feed } = useLab();
  const experiment = useShownExperiment();
  // They live outside React; they come with a frame, and go with a reset.
  const scores = useRun(() => feed.scores);
  const newest = useRun((run) => run.sight === null);
  if (!scores) return null;
  const { frame } = feed;
  // A run at its end may have gone back to its best weights.
  const own = frame && newest && frame.step === scores.step;
  return {
    scores,
    epoch: own ? frame.shownEpoch : Math.floor(scores.step / stepsPerEpoch(experiment)),
  };
}
