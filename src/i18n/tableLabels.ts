import type { Translate } from './index.ts';
import { plain } from './numbers.ts';

/** What the button that opens a figure's table says, and the dialog that it opens. */
export function tableLabels(
  t: Translate,
  figure: 'loss' | 'answer' | 'slice' | 'calibration' | 'sweep',
) {
  return {
    open: t('table.open'),
    name: t(`table.${figure}.name`),
    close: t('table.close'),
    copy: t('table.copy'),
    copied: t('table.copied'),
    copiedSaid: t('said.tableCopied'),
    copyBlocked: t('table.copyBlocked'),
    plain,
  };
}
