import type { Calibration } from '../core/calibration.ts';
import { stepsPerEpoch } from '../core/experiment.ts';
import type { Scores } from '../core/predictions.ts';
import type { RunFeed } from '../store/runFeed.ts';
import { useLab, useRun, useShownExperiment } from './lab.ts';

/** What was measured of a run's weights, and the epoch whose weights: while training, one that is a little past. */
interface Measured<T> {
  readonly value: T;
  readonly epoch: number;
}

/** The newest of what is measured of this run; null while there is none. */
function useMeasured<T extends { readonly step: number }>(
  pick: (feed: RunFeed) => T | null,
): Measured<T> | null {
  const { feed } = useLab();
  const experiment = useShownExperiment();
  // It lives outside React; it comes with a frame, and goes with a reset.
  const value = useRun(() => pick(feed));
  const newest = useRun((run) => run.sight === null);
  if (!value) return null;
  const { frame } = feed;
  // A run at its end may have gone back to its best weights.
  const own = frame && newest && frame.step === value.step;
  const epoch = own ? frame.shownEpoch : Math.floor(value.step / stepsPerEpoch(experiment));
  return { value, epoch };
}

/** The newest scores on fresh points. */
export function useScores(): Measured<Scores> | null {
  return useMeasured((feed) => feed.scores);
}

/** The newest calibration. */
export function useCalibration(): Measured<Calibration> | null {
  return useMeasured((feed) => feed.calibration);
}
