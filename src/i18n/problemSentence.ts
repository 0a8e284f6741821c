import type { Problem } from '../core/parsed.ts';
import type { Allowed } from '../core/row.ts';
import { describeShown } from '../core/scene.ts';
import { describeField } from '../core/settings.ts';
import type { Translate } from './index.ts';
import { bounds } from './limits.ts';
import { significant } from './numbers.ts';

/** What is wrong with one value from outside, in a sentence that names the setting and what is allowed. */
export function problemSentence(t: Translate, problem: Problem): string {
  if (problem.reason === 'newerVersion') return t('problem.newer', { max: problem.allowed ?? '' });
  const reason = t(`problem.reasons.${problem.reason}`);
  const name = nameOf(t, problem.field);
  const field =
    problem.value === undefined
      ? name
      : t('problem.valued', { name, value: problem.value.slice(0, 40) });
  const allowed = allowedText(t, problem);
  return allowed === undefined
    ? t('problem.sentence', { field, reason })
    : t('problem.sentenceAllowed', { field, reason, allowed });
}

function nameOf(t: Translate, field: string): string {
  switch (field) {
    case 'link':
    case 'version':
    case 'experiment':
    case 'sweep':
    case 'lecture':
      return t(`problem.${field}`);
  }
  const setting = describeField(field);
  if (setting) return `“${t(`controls.${setting.label}`)}”`;
  const shown = describeShown(field);
  if (shown) return `“${t(`problem.shown.${shown.label}`)}”`;
  return t('problem.unknown', { name: field.slice(0, 40) });
}

function allowedText(t: Translate, { field, reason, allowed }: Problem): string | undefined {
  if (reason === 'tooFew') return t('problem.trainedPoints', { min: allowed ?? '' });
  // Nothing is allowed of what the model does not have, of what is said already, and of what is
  // the user's own to say.
  if (['notOfModel', 'repeated', 'absent', 'formula'].includes(reason)) return undefined;
  const described = describeField(field) ?? describeShown(field);
  if (described) return inWords(t, described.allowed);
  if (allowed === undefined) return undefined;
  if (field === 'sweep') return t('problem.runs', { max: significant(Number(allowed), 10) });
  if (reason === 'tooLong') {
    return t('problem.characters', { max: significant(Number(allowed), 10) });
  }
  return allowed;
}

/** The allowed values of a setting, as in “a whole number from 50 to 20 000”. */
function inWords(t: Translate, allowed: Allowed): string {
  switch (allowed.kind) {
    case 'choice':
    case 'choices':
      return allowed.names.join(', ');
    case 'number':
      return t(allowed.limit.integer ? 'problem.whole' : 'problem.number', bounds(allowed.limit));
    case 'layers':
    case 'cosine':
    case 'changes':
    case 'components':
    case 'point':
    case 'range':
    case 'zoom':
      return t(`problem.${allowed.kind}`, bounds(allowed.limit));
    case 'yesNo':
      return t('problem.yesNo');
  }
}
