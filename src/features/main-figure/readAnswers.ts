import { type Answer, networkAnswers } from '../../core/answers.ts';
import { type Mixture, mean, variance } from '../../core/mixture.ts';
import { mixturesAt } from '../../core/model.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import type { Lab } from '../../store/lab.ts';
import { fittedNow } from '../../store/mixturesNow.ts';

/** What the network answers at one input, in the data's own units. */
export interface AnswerAt {
  readonly x: number;
  readonly mean: number;
  /** The mixture's deviation; σ̂ of a feed-forward network, NaN before its first epoch. */
  readonly deviation: number;
  readonly answers: readonly Answer[];
}

function answerAt(x: number, mixture: Mixture, components: number): AnswerAt {
  return {
    x,
    mean: mean(mixture),
    deviation: Math.sqrt(variance(mixture)),
    answers: networkAnswers({ components }, mixture),
  };
}

/**
 * What the network answers at inputs, [n]; null while there are no parameters
 * of this experiment's network. An input may take some milliseconds, so this is
 * a generator that stops after each; all are answered by the same parameters.
 */
export function* readAnswers(
  lab: Lab,
  x: Float64Array,
): Generator<undefined, readonly AnswerAt[] | null> {
  const task = rememberedTask(lab.shown);
  const now = fittedNow(lab, task);
  if (!now) return null;
  const fitted = { ...now, parameters: now.parameters.slice() };
  const { components } = task.network;
  const answers: AnswerAt[] = [];
  for (const at of x) {
    const [mixture] = mixturesAt(fitted, Float64Array.of(at));
    answers.push(answerAt(at, mixture!, components));
    yield;
  }
  return answers;
}
