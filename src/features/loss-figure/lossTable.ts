import type { LossCurve } from '../../charts/lossCurves.ts';
import { lowest } from '../../core/lowest.ts';
import type { LossSeries } from '../../core/run.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed, loss } from '../../i18n/numbers.ts';
import type { WhyNoBound } from '../whatIsKnown.ts';
import { thinnedEpochs } from './thinnedEpochs.ts';

/** So many rows can be read through. */
const MOST_ROWS = 40;

interface LossMoment {
  /** A column each; the last says at which epochs there is a row. */
  readonly curves: readonly LossCurve[];
  /** Whole epochs done. */
  readonly epoch: number;
  readonly unit: string;
  /** The loss that no model can beat; null for none, undefined while it is not known. */
  readonly best: number | null | undefined;
  /** Why there is none, if there is none. */
  readonly whyNone: WhyNoBound;
}

/** The loss after an epoch, told by a series whose epochs ascend; NaN where it has none. */
function lossAt({ epoch, loss: values }: LossSeries, wanted: number): number {
  let [low, high] = [0, epoch.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (epoch[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return epoch[low] === wanted ? values[low]! : Number.NaN;
}

/** The epochs of the last curve, and the newest one of all even if that has none; ascending, [n]. */
function epochsOf(curves: readonly LossCurve[]): ArrayLike<number> {
  const { epoch } = curves.at(-1)!.losses;
  const newest = Math.max(...curves.map(({ losses }) => losses.epoch.at(-1) ?? 0));
  return newest > (epoch.at(-1) ?? 0) ? [...epoch, newest] : epoch;
}

/** The loss curves as a table, thinned where it would be long. */
export function lossTable(t: Translate, { curves, epoch, unit, best, whyNone }: LossMoment) {
  const all = epochsOf(curves);
  const count = all.length;
  if (epoch < 1 || count === 0) return { remarks: [t('table.empty')], tables: [] };
  const least = lowest(curves.at(-1)!.losses);
  const epochs = thinnedEpochs(all, least ? [least.epoch] : [], MOST_ROWS);
  const remarks = [
    t('table.taken', { epoch: fixed(epoch) }),
    best === undefined
      ? ''
      : best === null
        ? t(`loss.noBest.${whyNone}`)
        : t('table.loss.best', { loss: loss(best), unit }),
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
          { name: t('loss.epoch'), write: fixed },
          ...curves.map(({ name }) => ({ name, unit, write: loss })),
        ],
        rows: epochs.map((at) => [at, ...curves.map(({ losses }) => lossAt(losses, at))]),
      },
    ],
  };
}
