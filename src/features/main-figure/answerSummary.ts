import type { Ranges } from '../../charts/ranges.ts';
import { digitsOf } from '../../charts/template.ts';
import type { AnswerAt } from '../../core/answers.ts';
import type { ModelSettings } from '../../core/experiment.ts';
import { mean, variance } from '../../core/mixture.ts';
import type { View } from '../../core/view.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { toldAnswers } from '../answerTexts.ts';
import { shownAnswer } from '../drawnAnswer.ts';
import { targetText } from '../targetText.ts';

export interface SummaryState {
  readonly model: ModelSettings;
  readonly view: View;
  readonly ranges: Ranges;
  /** How many points there are of each set. */
  readonly points: { readonly train: number; readonly test: number };
  /** At a few inputs; null while the network's answer is not there. */
  readonly answers: readonly AnswerAt[] | null;
}

function pointsShown(t: Translate, { view, points }: SummaryState): string {
  const [test, train] = [fixed(points.test), fixed(points.train)];
  if (view.testPoints && view.trainingPoints) return t('figure.summary.both', { test, train });
  if (view.testPoints) return t('figure.summary.test', { test });
  return view.trainingPoints ? t('figure.summary.train', { train }) : '';
}

/** True where the view draws a mean with its deviation rather than answers. */
function drawsMean(model: ModelSettings, view: View): boolean {
  return (
    model.kind === 'ffnn' || (shownAnswer(model, view) === 'bands' && view.bands !== 'highest')
  );
}

function answerSaid(t: Translate, { model, view, ranges }: SummaryState, at: AnswerAt): string {
  const x = fixed(at.x, digitsOf(ranges.x));
  const y = targetText(ranges.y);
  if (drawsMean(model, view)) {
    const centre = y.value(mean(at.mixture));
    const deviation = Math.sqrt(variance(at.mixture));
    return deviation > 0
      ? t('figure.summary.meanAt', { x, y: centre, deviation: y.deviation(deviation) })
      : t('figure.summary.answerAt', { x, answers: centre });
  }
  if (at.answers.length === 0) return t('slice.none', { x });
  const told = toldAnswers(t, at.answers, ranges.y);
  return t('figure.summary.answerAt', { x, answers: told.join(', ') });
}

/** What the main figure shows, in numbers: its ranges, its points, and what is answered at a few inputs. */
export function answerSummary(t: Translate, state: SummaryState): string {
  const { model, view, ranges, answers } = state;
  const [x, y] = (['x', 'y'] as const).map((axis) => {
    const digits = Math.max(0, digitsOf(ranges[axis]) - 1);
    return ranges[axis].map((end) => fixed(end, digits));
  }) as [string[], string[]];
  const shown = shownAnswer(model, view) !== 'data' && answers !== null;
  return [
    t('figure.summary.ranges', { left: x[0]!, right: x[1]!, bottom: y[0]!, top: y[1]! }),
    pointsShown(t, state),
    shown && (drawsMean(model, view) ? t('figure.summary.means') : t('figure.summary.answers')),
    ...(shown ? answers.map((at) => answerSaid(t, state, at)) : []),
  ]
    .filter(Boolean)
    .join(' ');
}
