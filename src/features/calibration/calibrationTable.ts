import type { Calibration } from '../../core/calibration.ts';
import { LEVEL } from '../../core/uniformity.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed, percent } from '../../i18n/numbers.ts';

const share = (value: number) => percent(value, 1);

/** What the figures of a calibration show, as tables. */
export function calibrationTable(t: Translate, calibration: Calibration, epoch: number) {
  const { pit, ranks, coverage } = calibration;
  const bins = pit.counts.length;
  const end = (i: number) => fixed(i / bins, 2);
  const [low, high] = pit.band;
  return {
    remarks: [
      t('table.taken', { epoch: fixed(epoch) }),
      t('calibration.table.allowed', {
        within: fixed(100 * LEVEL, 1),
        low: fixed(low),
        high: fixed(high),
      }),
    ],
    tables: [
      {
        caption: t('calibration.table.coverage'),
        columns: [
          { name: t('calibration.table.level'), write: (level: number) => percent(level) },
          { name: t('calibration.coverage.highest'), write: share },
          { name: t('calibration.coverage.central'), write: share },
          { name: t('calibration.table.error'), write: share },
        ],
        rows: coverage.map(({ level, highest, central }) => [
          level,
          highest.mean,
          central.mean,
          Math.sqrt((level * (1 - level)) / calibration.count),
        ]),
      },
      {
        caption: t('calibration.table.bars'),
        columns: [
          { name: t('calibration.table.bar') },
          { name: t('calibration.table.pit'), write: fixed },
          { name: t('calibration.table.rank'), write: fixed },
        ],
        rows: Array.from(pit.counts, (count, i) => [
          t('calibration.table.between', { low: end(i), high: end(i + 1) }),
          count,
          ranks.counts[i]!,
        ]),
      },
    ],
  };
}
