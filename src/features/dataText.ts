import { type DataName, isOffered } from '../core/datasets/datasets.ts';
import { isFormula } from '../core/datasets/formula.ts';
import { ownSet } from '../core/datasets/own.ts';
import type { Translate } from '../i18n/index.ts';
import { formulaText } from './formulaText.ts';

/** What a data set is called: the user's own by the title that they gave it, a formula by what it says. */
export function dataText(t: Translate, name: DataName): string {
  if (isOffered(name)) return t(`controls.datasets.${name}`);
  if (isFormula(name)) return formulaText(name);
  return ownSet(name)?.title ?? t('controls.own');
}
