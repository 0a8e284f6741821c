import { evenly, type Range } from '../../core/range.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { useText } from '../../i18n/index.ts';
import { useLab, useShownExperiment, useView } from '../lab.ts';
import { rangesOf } from '../labRanges.ts';
import { useStints } from '../useStints.ts';
import { useThrottledFrame } from '../useThrottledFrame.ts';
import { answerSummary } from './answerSummary.ts';
import { readAnswers } from './readAnswers.ts';

/** How long a summary stays the same at least, so that it can be heard to its end, in milliseconds. */
const PACE_MS = 3000;
const INPUTS = 5;

/** The middles of as many equal stretches: at the very ends there are no data. */
function middles([min, max]: Range): Float64Array {
  const half = (max - min) / (2 * INPUTS);
  return evenly([min + half, max - half], INPUTS);
}

interface AnswerSummaryProps {
  /** Whether the network's answer is told, as well as the data. */
  readonly answer?: boolean;
}

/** The main figure's numbers in words, for who does not see it. */
export function AnswerSummary({ answer = true }: AnswerSummaryProps) {
  const t = useText();
  const lab = useLab();
  const experiment = useShownExperiment();
  const task = rememberedTask(experiment);
  const { train, test } = task.data;
  const ranges = rangesOf(lab, task.data);
  const news = useThrottledFrame(PACE_MS);
  const answers = useStints(task, news, () => readAnswers(lab, middles(ranges.x)));
  const words = answerSummary(t, {
    model: experiment.model,
    view: useView(),
    ranges,
    points: { train: train.x.length, test: test.x.length },
    answers: answer ? answers : null,
  });
  return <span>{words}</span>;
}
