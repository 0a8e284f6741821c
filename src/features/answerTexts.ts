import type { Answer } from '../core/answers.ts';
import type { Range } from '../core/range.ts';
import type { Translate } from '../i18n/index.ts';
import { percent } from '../i18n/numbers.ts';
import { targetText } from './targetText.ts';

/** More answers than this in one sentence are only counted. */
const MOST_TOLD = 4;

/** Each of the answers with its share, as in "11.0 (58 %)"; `range` is the target's, for the digits. */
export function answerTexts(t: Translate, answers: readonly Answer[], range: Range): string[] {
  const { value } = targetText(range);
  return answers.map(({ y, share }) => t('slice.answer', { y: value(y), share: percent(share) }));
}

/** The likeliest answers, and at the end how many there are besides. */
export function toldAnswers(t: Translate, answers: readonly Answer[], range: Range): string[] {
  const told = answerTexts(t, answers.slice(0, MOST_TOLD), range);
  const more = answers.length - MOST_TOLD;
  return more > 0 ? [...told, t('slice.others', { count: String(more) })] : told;
}
