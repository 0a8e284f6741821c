import { useEffect, useState } from 'react';
import { dataRanges } from '../../charts/ranges.ts';
import { runInStints } from '../../charts/stints.ts';
import type { Range } from '../../core/range.ts';
import { evenly } from '../../core/range.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import type { Task } from '../../core/task.ts';
import { useText } from '../../i18n/index.ts';
import { useExperiment, useLab, useView } from '../lab.ts';
import { useThrottledFrame } from '../useThrottledFrame.ts';
import { answerSummary } from './answerSummary.ts';
import { type AnswerAt, readAnswers } from './readAnswers.ts';

/** How long a summary stays the same at least, so that it can be heard to its end, in milliseconds. */
const PACE_MS = 3000;
const INPUTS = 5;

/** The middles of as many equal stretches: at the very ends there are no data. */
function middles([min, max]: Range): Float64Array {
  const half = (max - min) / (2 * INPUTS);
  return evenly([min + half, max - half], INPUTS);
}

/** What the network answers at a few inputs, a little behind the run; null until it is known. */
function useAnswers(task: Task): readonly AnswerAt[] | null {
  const lab = useLab();
  const news = useThrottledFrame(PACE_MS);
  const [read, setRead] = useState<{ task: Task; answers: readonly AnswerAt[] | null } | null>(
    null,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parameters are outside of React
  useEffect(() => {
    const work = readAnswers(lab, middles(dataRanges(task.data).x));
    return runInStints(work, (answers) => setRead({ task, answers }));
  }, [lab, task, news]);
  return read?.task === task ? read.answers : null;
}

/** The main figure's numbers in words, for who does not see it. */
export function AnswerSummary() {
  const t = useText();
  const { model } = useExperiment();
  const task = rememberedTask(useExperiment());
  const view = useView();
  const { data } = task;
  return answerSummary(t, {
    model,
    view,
    ranges: dataRanges(data),
    points: { train: data.train.x.length, test: data.test.x.length },
    answers: useAnswers(task),
  });
}
