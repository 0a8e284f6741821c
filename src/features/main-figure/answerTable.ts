import type { Ranges } from '../../charts/ranges.ts';
import { digitsOf } from '../../charts/template.ts';
import type { AnswerAt } from '../../core/answers.ts';
import { knownInputs } from '../../core/datasets/knownInputs.ts';
import { truthOf } from '../../core/datasets/truthOf.ts';
import { mean, variance } from '../../core/mixture.ts';
import { evenly } from '../../core/range.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { trueMeans } from '../../core/truth/pictures.ts';
import type { Translate } from '../../i18n/index.ts';
import { decimals, fixed } from '../../i18n/numbers.ts';
import type { Lab } from '../../store/lab.ts';
import { showsBest } from '../../store/run.ts';
import { answerTexts } from '../answerTexts.ts';
import { rangesOf } from '../labRanges.ts';
import { targetText } from '../targetText.ts';
import { readAnswers } from './readAnswers.ts';

const INPUTS = 21;

export interface AnswerMoment {
  /** Null while the network's answer is not there. */
  readonly answers: readonly AnswerAt[] | null;
  readonly ranges: Ranges;
  readonly kind: 'ffnn' | 'mdn';
  /** Optimizer steps done. */
  readonly step: number;
  /** The whole epochs after which the network was what is shown. */
  readonly epoch: number;
  /** Whether that is the epoch of the least test loss, and not the newest. */
  readonly best: boolean;
  /** The true mean at each of the inputs, NaN where there are no data; null where the truth is not known. */
  readonly trueMeans: ArrayLike<number> | null;
}

function rowOf(
  t: Translate,
  { ranges, kind, trueMeans }: AnswerMoment,
  { x, mixture, answers }: AnswerAt,
  i: number,
) {
  // A line may break between answers, not within one.
  const told = answerTexts(t, answers, ranges.y).map((text) => text.replaceAll(' ', '\u00a0'));
  const cells = [
    mean(mixture),
    Math.sqrt(variance(mixture)),
    ...(trueMeans ? [trueMeans[i]!] : []),
  ];
  return kind === 'mdn' ? [x, told.join(', ') || Number.NaN, ...cells] : [x, ...cells];
}

function columnsOf(t: Translate, { kind, ranges, trueMeans }: AnswerMoment) {
  const { value, deviation } = targetText(ranges.y);
  const column = (
    name: 'answers' | 'mean' | 'deviation' | 'prediction' | 'error' | 'trueMean',
  ) => ({
    name: t(`table.answer.${name}`),
    unit: t('table.targetUnits'),
    write: name === 'deviation' || name === 'error' ? deviation : value,
  });
  return [
    {
      name: t('table.answer.x'),
      unit: t('table.inputUnits'),
      write: decimals(digitsOf(ranges.x)),
    },
    ...(kind === 'mdn'
      ? [column('answers'), column('mean'), column('deviation')]
      : [column('prediction'), column('error')]),
    ...(trueMeans ? [column('trueMean')] : []),
  ];
}

/** What the main figure shows of the network, as a table over evenly spaced inputs. */
export function answerTable(t: Translate, moment: AnswerMoment) {
  const { answers, step, epoch } = moment;
  if (!answers) return { remarks: [t('table.preparing')], tables: [] };
  return {
    remarks: [
      step < 1 ? t('table.untrained') : t('table.taken', { epoch: fixed(epoch) }),
      ...(moment.best ? [t('run.ofBest', { epoch: fixed(epoch) })] : []),
      t(moment.trueMeans ? 'table.answer.outside' : 'table.truthUnknown'),
    ],
    tables: [
      {
        caption: t('table.answer.caption', { count: String(answers.length) }),
        columns: columnsOf(t, moment),
        rows: answers.map((answer, i) => rowOf(t, moment, answer, i)),
      },
    ],
  };
}

/** What a lab answers now; a generator that stops after every input, for each takes a while. */
export function* answerMoment(lab: Lab): Generator<undefined, AnswerMoment> {
  const experiment = lab.shown;
  const { data } = rememberedTask(experiment);
  const run = lab.run.getState();
  const ranges = rangesOf(lab, data);
  const x = evenly(ranges.x, INPUTS);
  const truth = truthOf(experiment.data.name, experiment.data.noise);
  const [low, high] = knownInputs(experiment.data, data);
  const answers = yield* readAnswers(lab, x);
  const means = yield* trueMeans(truth, x);
  return {
    answers,
    ranges,
    kind: experiment.model.kind,
    step: run.step,
    epoch: run.shownEpoch,
    best: showsBest(run),
    trueMeans:
      truth && means.map((value, i) => (x[i]! >= low && x[i]! <= high ? value : Number.NaN)),
  };
}
