import type { RunFileProblem } from '../core/savedRun.ts';
import type { Translate } from './index.ts';
import { problemSentence } from './problemSentence.ts';

/** Why a file cannot be opened as a run, in a sentence or two. */
export function runFileSentence(t: Translate, problem: RunFileProblem): string {
  if (problem.reason !== 'damaged') return t(`export.run.problems.${problem.reason}`);
  const [first] = problem.problems;
  return [
    t(`export.run.damaged.${problem.part}`),
    ...(first ? [problemSentence(t, first)] : []),
  ].join(' ');
}
