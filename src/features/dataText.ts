import { type DataName, isOffered } from '../core/datasets/datasets.ts';
import { ownSet } from '../core/datasets/own.ts';
import type { Translate } from '../i18n/index.ts';

/** What a data set is called; the user's own by the title that they gave it. */
export function dataText(t: Translate, name: DataName): string {
  if (isOffered(name)) return t(`controls.datasets.${name}`);
  return ownSet(name)?.title ?? t('controls.own');
}
