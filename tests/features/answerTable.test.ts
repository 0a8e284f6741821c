import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { INITIAL_VIEW } from '../../src/core/view.ts';
import { answerSummary, type SummaryState } from '../../src/features/main-figure/answerSummary.ts';
import {
  type AnswerMoment,
  answerMoment,
  answerTable,
} from '../../src/features/main-figure/answerTable.ts';
import { Lab } from '../../src/store/lab.ts';
import { textRows } from '../../src/ui/dataTable.ts';
import { finish } from '../charts/fixtures.ts';
import { gaussian } from '../helpers/mixtures.ts';
import { t } from '../helpers/texts.ts';

const ranges = { x: [-14, 14], y: [-17, 17] } as const;
const answers = [
  {
    x: 4,
    mixture: gaussian(7, 4.7),
    answers: [
      { y: 11, share: 0.58 },
      { y: 1.4, share: 0.41 },
    ],
  },
  { x: 14, mixture: gaussian(6, Number.NaN), answers: [{ y: 6, share: 1 }] },
];
const plainly = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ');

describe('the table of the answers', () => {
  const moment: AnswerMoment = {
    answers,
    ranges,
    kind: 'mdn',
    step: 24,
    epoch: 12,
    best: false,
    trueMeans: [7.5, Number.NaN],
  };
  it('says which weights it is of, where they are not the newest', () => {
    const { remarks } = answerTable(t, { ...moment, best: true });
    expect(remarks[1]).toBe('These are the weights of epoch 12, of the least test loss.');
  });

  const rows = (change: Partial<AnswerMoment>) =>
    textRows(answerTable(t, { ...moment, ...change }).tables[0]!).map((row) => row.map(plainly));

  it('has the modes with their shares, mean, deviation and the true mean where there are data', () => {
    expect(rows({})).toEqual([
      ['4.0', '11.0 (58 %), 1.4 (41 %)', '7.0', '4.70', '7.5'],
      ['14.0', '6.0 (100 %)', '6.0', '–', '–'],
    ]);
  });

  it('has one prediction and its deviation of a feed-forward network', () => {
    expect(rows({ kind: 'ffnn' })[0]).toEqual(['4.0', '7.0', '4.70', '7.5']);
  });

  it('says that the truth is not known, in place of a column without a number', () => {
    const unknown = { trueMeans: null, kind: 'ffnn' } as const;
    expect(rows(unknown)[0]).toEqual(['4.0', '7.0', '4.70']);
    expect(answerTable(t, { ...moment, ...unknown }).remarks[1]).toMatch(/truth .* is not known/);
  });

  it('names every column that it has', () => {
    for (const change of [{}, { kind: 'ffnn' }, { trueMeans: null }] as const) {
      const table = answerTable(t, { ...moment, ...change }).tables[0]!;
      expect(table.columns).toHaveLength(table.rows[0]!.length);
      expect(table.columns.every(({ unit }) => unit !== undefined)).toBe(true);
    }
  });

  it('says at which epoch it was taken, that nothing is trained, or that nothing is there', () => {
    const first = (change: Partial<AnswerMoment>) =>
      answerTable(t, { ...moment, ...change }).remarks[0];
    expect(first({})).toMatch(/^Taken at epoch 12\./);
    expect(first({ step: 0, epoch: 0 })).toMatch(/^Nothing is trained yet/);
    expect(first({ answers: null })).toMatch(/^The network is being prepared/);
  });

  it('is read from a lab over the figure’s whole width', () => {
    const lab = new Lab(DEFAULT_EXPERIMENT);
    const read = finish(answerMoment(lab));
    // Before the first frame they are those of the network that the run begins with.
    expect(read.answers).toHaveLength(21);
    expect(read.trueMeans?.[10]).toBeCloseTo(0, 6);
    expect(read.trueMeans?.[0]).toBeNaN();
  });
});

describe('the main figure’s numbers in words', () => {
  const state: SummaryState = {
    model: DEFAULT_EXPERIMENT.model,
    view: INITIAL_VIEW,
    ranges,
    points: { train: 2250, test: 750 },
    answers,
  };
  const say = (change: Partial<SummaryState>) => plainly(answerSummary(t, { ...state, ...change }));

  it('are its ranges, its points and the answers at a few inputs', () => {
    expect(say({})).toBe(
      'Input x from −14 to 14, target y from −17 to 17. Test points shown: 750. Answers, each with its probability. At x = 4.0: 11.0 (58 %), 1.4 (41 %). At x = 14.0: 6.0 (100 %).',
    );
  });

  it('are means where the view shows means', () => {
    const view = { ...INITIAL_VIEW, answer: 'bands', bands: 'deviation' } as const;
    expect(say({ view })).toContain('At x = 4.0: 7.0 ± 4.70. At x = 14.0: 6.0.');
  });

  it('tell no answers where the view shows none or none is there', () => {
    expect(say({ view: { ...INITIAL_VIEW, answer: 'data' } })).not.toContain('At x');
    expect(say({ answers: null })).not.toContain('At x');
  });
});
