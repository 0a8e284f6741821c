import { type DataName, isMeasured } from '../core/datasets/datasets.ts';
import type { Translate } from '../i18n/index.ts';

/** What a figure's axes are called: those of measurements say what was measured, and in which unit. */
export function axisTitles(t: Translate, name: DataName) {
  if (!isMeasured(name)) return { x: t('figure.input'), y: t('figure.target') };
  return { x: t(`figure.measured.${name}.x`), y: t(`figure.measured.${name}.y`) };
}
