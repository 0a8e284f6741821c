import type { LossSeries } from '../../core/run.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed, loss } from '../../i18n/numbers.ts';
import { lowest } from './lowest.ts';
import { thinnedEpochs } from './thinnedEpochs.ts';

/** So many rows can be read through. */
const MOST_ROWS = 40;

interface LossMoment {
  readonly train: LossSeries;
  readonly test: LossSeries;
  /** Whole epochs done. */
  readonly epoch: number;
  readonly unit: string;
  /** The loss that no model can beat, where it is known. */
  readonly best: number | null | undefined;
}

/** The loss after an epoch, told by a series whose epochs ascend; undefined where it has none. */
function lossAt({ epoch, loss: values }: LossSeries, wanted: number): number | undefined {
  let [low, high] = [0, epoch.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (epoch[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return epoch[low] === wanted ? values[low] : undefined;
}

/** The epochs that were tested, and the newest one even if it was only trained; ascending, [n]. */
function epochsOf({ train, test }: Pick<LossMoment, 'train' | 'test'>): ArrayLike<number> {
  const newest = train.epoch.at(-1) ?? 0;
  return newest > (test.epoch.at(-1) ?? 0) ? [...test.epoch, newest] : test.epoch;
}

/** The loss curves as a table, thinned where it would be long. */
export function lossTable(t: Translate, { train, test, epoch, unit, best }: LossMoment) {
  const all = epochsOf({ train, test });
  const count = all.length;
  if (epoch < 1 || count === 0) return { remarks: [t('table.empty')], tables: [] };
  const least = lowest(test);
  const epochs = thinnedEpochs(all, least ? [least.epoch] : [], MOST_ROWS);
  const remarks = [
    t('table.taken', { epoch: fixed(epoch) }),
    best == null ? '' : t('table.loss.best', { loss: loss(best), unit }),
    least ? t('loss.lowest', { loss: loss(least.loss), epoch: fixed(least.epoch) }) : '',
    epochs.length < count
      ? t('table.loss.thinned', { shown: fixed(epochs.length), count: fixed(count) })
      : '',
  ];
  return {
    remarks: remarks.filter(Boolean),
    tables: [
      {
        caption: t('table.loss.caption'),
        columns: [
          { name: t('loss.epoch') },
          { name: t('loss.train'), unit },
          { name: t('loss.test'), unit },
        ],
        rows: epochs.map((at) => [fixed(at), loss(lossAt(train, at)), loss(lossAt(test, at))]),
      },
    ],
  };
}
