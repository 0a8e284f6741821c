import { dataRanges, type Ranges } from '../../charts/ranges.ts';
import { digitsOf } from '../../charts/template.ts';
import { truthOf } from '../../core/datasets/truthOf.ts';
import { evenly } from '../../core/range.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { knownInputs, trueMeans } from '../../core/truth/pictures.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed, percent } from '../../i18n/numbers.ts';
import type { Lab } from '../../store/lab.ts';
import { type AnswerAt, readAnswers } from './readAnswers.ts';

const INPUTS = 21;

export interface AnswerMoment {
  /** Null while the network's answer is not there. */
  readonly answers: readonly AnswerAt[] | null;
  readonly ranges: Ranges;
  readonly kind: 'ffnn' | 'mdn';
  /** Optimizer steps and whole epochs done. */
  readonly step: number;
  readonly epoch: number;
  /** The true mean at each of the inputs; NaN where there are no data. */
  readonly trueMeans: ArrayLike<number>;
}

function rowOf(
  t: Translate,
  { ranges, kind }: AnswerMoment,
  { x, mean, deviation, answers }: AnswerAt,
  trueMean: number,
) {
  const y = (value: number) => fixed(value, digitsOf(ranges.y));
  // A line may break between answers, not within one.
  const told = answers.map((answer) =>
    t('slice.answer', { y: y(answer.y), share: percent(answer.share) }).replaceAll(' ', '\u00a0'),
  );
  return [
    fixed(x, digitsOf(ranges.x)),
    ...(kind === 'mdn' ? [told.join(', ') || fixed(Number.NaN)] : []),
    y(mean),
    y(deviation),
    y(trueMean),
  ];
}

function columnsOf(t: Translate, kind: 'ffnn' | 'mdn') {
  const unit = t('table.targetUnits');
  const x = { name: t('table.answer.x'), unit: t('table.inputUnits') };
  const truth = { name: t('table.answer.trueMean'), unit };
  return kind === 'mdn'
    ? [
        x,
        { name: t('table.answer.answers'), unit },
        { name: t('table.answer.mean'), unit },
        { name: t('table.answer.deviation'), unit },
        truth,
      ]
    : [
        x,
        { name: t('table.answer.prediction'), unit },
        { name: t('table.answer.error'), unit },
        truth,
      ];
}

/** What the main figure shows of the network, as a table over evenly spaced inputs. */
export function answerTable(t: Translate, moment: AnswerMoment) {
  const { answers, step, epoch, kind } = moment;
  if (!answers) return { remarks: [t('table.preparing')], tables: [] };
  return {
    remarks: [
      step < 1 ? t('table.untrained') : t('table.taken', { epoch: fixed(epoch) }),
      t('table.answer.outside'),
    ],
    tables: [
      {
        caption: t('table.answer.caption', { count: String(answers.length) }),
        columns: columnsOf(t, kind),
        rows: answers.map((answer, i) => rowOf(t, moment, answer, moment.trueMeans[i]!)),
      },
    ],
  };
}

/** What a lab answers now; a generator that stops after every input, for each takes a while. */
export function* answerMoment(lab: Lab): Generator<undefined, AnswerMoment> {
  const { experiment } = lab.editor;
  const { data } = rememberedTask(experiment);
  const { step, epoch } = lab.run.getState();
  const ranges = dataRanges(data);
  const x = evenly(ranges.x, INPUTS);
  const truth = truthOf(experiment.data.name, experiment.data.noise);
  const [low, high] = knownInputs(truth, data.train.x);
  const answers = yield* readAnswers(lab, x);
  const means = yield* trueMeans(truth, x);
  return {
    answers,
    ranges,
    kind: experiment.model.kind,
    step,
    epoch,
    trueMeans: means.map((value, i) => (x[i]! >= low && x[i]! <= high ? value : Number.NaN)),
  };
}
