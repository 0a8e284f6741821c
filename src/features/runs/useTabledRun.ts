import { lossesUntil } from '../../core/run.ts';
import { useLab, useRun, useShownExperiment } from '../lab.ts';
import { useScores } from '../useScores.ts';
import { useThrottledFrame } from '../useThrottledFrame.ts';
import type { TabledRun } from './runRows.ts';

/** How often the numbers follow the run, in milliseconds. */
const EVERY_MS = 500;

/** The lab's run as a table has it. */
export function useTabledRun(): TabledRun {
  const { feed, run } = useLab();
  const experiment = useShownExperiment();
  const found = useScores();
  const epoch = useRun(({ shownEpoch }) => shownEpoch);
  useThrottledFrame(EVERY_MS);
  const { seconds } = run.getState();
  const testLoss = lossesUntil(feed.losses().test, epoch).loss.at(-1) ?? Number.NaN;
  return { experiment, testLoss, scores: found?.value ?? null, epoch, seconds };
}
