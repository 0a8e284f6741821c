import { lowest } from '../../core/lowest.ts';
import type { LossSeries } from '../../core/run.ts';
import { trendOf } from '../../core/trend.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed, loss } from '../../i18n/numbers.ts';
import type { WhyNoBound } from '../whatIsKnown.ts';

interface LossState {
  readonly train: LossSeries;
  readonly test: LossSeries;
  /** Whole epochs done, and those of the whole run. */
  readonly epoch: number;
  readonly epochs: number;
  readonly unit: string;
  /** The loss that no model can beat; null for none, undefined while it is not known. */
  readonly best: number | null | undefined;
  /** Why there is none, if there is none. */
  readonly whyNone: WhyNoBound;
}

/** What the loss curves show, in words. */
export function lossSummary(t: Translate, state: LossState): string {
  const { train, test, unit, best } = state;
  const least = lowest(test);
  if (train.loss.length === 0 && !least) return t('loss.empty');
  const trend = trendOf(test);
  return [
    t('loss.summary', {
      epoch: fixed(state.epoch),
      epochs: fixed(state.epochs),
      train: loss(train.loss.at(-1)),
      test: least ? loss(test.loss.at(-1)) : t('loss.notMeasured'),
      unit,
    }),
    least && t('loss.lowest', { loss: loss(least.loss), epoch: fixed(least.epoch) }),
    best === undefined
      ? ''
      : best === null
        ? t(`loss.noBest.${state.whyNone}`)
        : t('loss.summaryBest', { loss: loss(best) }),
    trend && t(`loss.trend.${trend.direction}`, { count: fixed(trend.over) }),
  ]
    .filter(Boolean)
    .join(' ');
}
