import { type AnswerAt, answerAt } from '../../core/answers.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import type { Lab } from '../../store/lab.ts';
import { fittedNow } from '../../store/mixturesNow.ts';

/**
 * What the network answers at inputs, [n]; null while there are no parameters
 * of this experiment's network. An input may take some milliseconds, so this is
 * a generator that stops after each; all are answered by the same parameters.
 */
export function* readAnswers(
  lab: Lab,
  x: Float64Array,
): Generator<undefined, readonly AnswerAt[] | null> {
  const now = fittedNow(lab, rememberedTask(lab.shown));
  if (!now) return null;
  const fitted = { ...now, parameters: now.parameters.slice() };
  const answers: AnswerAt[] = [];
  for (const at of x) {
    answers.push(answerAt(fitted, at));
    yield;
  }
  return answers;
}
