import { digitsOf } from '../../charts/template.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { toldAnswers } from '../answerTexts.ts';
import { targetText } from '../targetText.ts';
import type { Slice } from './readSlice.ts';

/** "a, b and c". */
function listed(t: Translate, parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')}${t('slice.and')}${parts.at(-1)}`;
}

function answered(t: Translate, { x: at, ranges, answer }: Slice): string {
  const x = fixed(at, digitsOf(ranges.x));
  const y = targetText(ranges.y);
  if (!answer) return t('slice.preparing');
  const { mixture, answers } = answer;
  if (answers.length === 0) return t('slice.none', { x });
  if (mixture.weights.length === 1) {
    const [centre, deviation] = [y.value(mixture.means[0]!), mixture.deviations[0]!];
    return deviation > 0
      ? t('slice.spread', { x, y: centre, deviation: y.deviation(deviation) })
      : t('slice.one', { x, y: centre });
  }
  const told = toldAnswers(t, answers, ranges.y);
  return t('slice.answers', { x, count: answers.length, answers: listed(t, told) });
}

/**
 * The slice in words: "At x = 4.1 it gives 2 answers: 11.0 (58 %) and
 * 1.4 (41 %)." An answer is a mode of the mixture, its share the probability
 * between the minima to either side of it.
 */
export function sliceSentence(t: Translate, slice: Slice): string {
  const words = answered(t, slice);
  return slice.known ? words : `${words} ${t('slice.noData')}`;
}
