import { useText } from '../../i18n/index.ts';
import { lossesNow } from '../../store/foreseen.ts';
import { useLab, useRun, useShownExperiment } from '../lab.ts';
import { useThrottledFrame } from '../useThrottledFrame.ts';
import { whyNoBound } from '../whatIsKnown.ts';
import { lossSummary } from './lossSummary.ts';

/** How long a summary stays the same at least, so that it can be heard to its end, in milliseconds. */
const PACE_MS = 3000;

interface LossSummaryProps {
  readonly unit: string;
  readonly best: number | null | undefined;
}

/** The loss curves in words, for who does not see them. */
export function LossSummary({ unit, best }: LossSummaryProps) {
  const t = useText();
  const lab = useLab();
  const whyNone = whyNoBound(useShownExperiment().data);
  useThrottledFrame(PACE_MS);
  // A reset takes the curves away at once.
  useRun(({ step }) => step === 0);
  const epochs = lab.run.getState().epochs || lab.shown.training.epochs;
  // Pause tells the run's place before the frame that has its losses.
  return <span>{lossSummary(t, { ...lossesNow(lab), epochs, unit, best, whyNone })}</span>;
}
