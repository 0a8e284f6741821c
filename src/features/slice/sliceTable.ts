import { digitsOf } from '../../charts/template.ts';
import { IN_USE } from '../../core/componentColours.ts';
import { truthOf } from '../../core/datasets/truthOf.ts';
import { cdf, hasDensity, type Mixture, mostLikely } from '../../core/mixture.ts';
import { evenly, type Range } from '../../core/range.ts';
import type { Conditional } from '../../core/truth/conditional.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed, percent } from '../../i18n/numbers.ts';
import type { Lab } from '../../store/lab.ts';
import { showsBest } from '../../store/run.ts';
import { targetText } from '../targetText.ts';
import { readSlice, type Slice } from './readSlice.ts';
import { sliceSentence } from './sentence.ts';

/** The target's range is cut into so many intervals. */
const INTERVALS = 20;

export interface SliceMoment {
  readonly slice: Slice;
  /** The whole epochs after which the network was what is shown. */
  readonly epoch: number;
  /** Whether that is the epoch of the least test loss, and not the newest. */
  readonly best: boolean;
  /** The exact distribution at the slice's input: null where there are no data, undefined where nobody knows it. */
  readonly truth: Conditional | null | undefined;
}

/** A share of probability as a table has it. */
const share = (value: number) => percent(value, 1);

function componentsTable(t: Translate, x: string, mixture: Mixture, range: Range) {
  const unit = t('table.targetUnits');
  const { value, deviation } = targetText(range);
  const { weights, means, deviations } = mixture;
  return {
    caption: t('table.slice.components', { x }),
    columns: [
      { name: t('table.slice.component'), write: fixed },
      { name: t('table.slice.weight'), write: share },
      { name: t('table.slice.mean'), unit, write: value },
      { name: t('table.slice.deviation'), unit, write: deviation },
    ],
    rows: mostLikely(mixture, weights.length)
      .filter((k) => weights[k]! >= IN_USE)
      .map((k) => [k + 1, weights[k]!, means[k]!, deviations[k]!]),
  };
}

/** Densities at a few y would miss narrow peaks; the probabilities of intervals miss nothing. */
function sharesTable(t: Translate, x: string, mixture: Mixture, { slice, truth }: SliceMoment) {
  const { y } = slice.ranges;
  const edges = evenly(y, INTERVALS + 1);
  const end = targetText(y).value;
  const between = (below: (y: number) => number, i: number) =>
    below(edges[i + 1]!) - below(edges[i]!);
  return {
    caption: t('table.slice.shares', { x }),
    columns: [
      { name: t('table.slice.interval'), unit: t('table.targetUnits') },
      { name: t('table.slice.model'), write: share },
      ...(truth ? [{ name: t('table.slice.truth'), write: share }] : []),
    ],
    rows: Array.from({ length: INTERVALS }, (_, i) => [
      t('table.slice.between', { low: end(edges[i]!), high: end(edges[i + 1]!) }),
      between((value) => cdf(mixture, value), i),
      ...(truth ? [between(truth.cdf, i)] : []),
    ]).reverse(),
  };
}

/** The slice as tables: the components that make it up, and where its probability lies. */
export function sliceTable(t: Translate, moment: SliceMoment) {
  const { slice, epoch, truth } = moment;
  const { answer, ranges } = slice;
  if (!answer) return { remarks: [t('table.preparing')], tables: [] };
  const x = fixed(slice.x, digitsOf(ranges.x));
  const { mixture } = answer;
  return {
    remarks: [
      epoch < 1 ? t('table.untrained') : t('table.taken', { epoch: fixed(epoch) }),
      ...(moment.best ? [t('run.ofBest', { epoch: fixed(epoch) })] : []),
      sliceSentence(t, slice),
      ...(truth === undefined ? [t('table.truthUnknown')] : []),
    ],
    tables: [
      ...(mixture.weights.length > 1 ? [componentsTable(t, x, mixture, ranges.y)] : []),
      ...(hasDensity(mixture) ? [sharesTable(t, x, mixture, moment)] : []),
    ],
  };
}

/** The slice of a lab as it is now. */
export function sliceMoment(lab: Lab): SliceMoment {
  const { name, noise } = lab.shown.data;
  const slice = readSlice(lab);
  const run = lab.run.getState();
  const truth = truthOf(name, noise);
  return {
    slice,
    epoch: run.shownEpoch,
    best: showsBest(run),
    truth: truth ? (slice.known && truth.at(slice.x)) || null : undefined,
  };
}
