import { describe, expect, it } from 'vitest';
import { type SliceMoment, sliceTable } from '../../src/features/slice/sliceTable.ts';
import { textRows } from '../../src/ui/dataTable.ts';
import { gaussian } from '../helpers/mixtures.ts';
import { t } from '../helpers/texts.ts';
import { knownTruth } from '../helpers/truth.ts';

const moment: SliceMoment = {
  slice: {
    x: 4,
    ranges: { x: [-14, 14], y: [-17, 17] },
    answer: {
      x: 4,
      mixture: {
        weights: Float64Array.of(0.4, 0.598, 0.002),
        means: Float64Array.of(1.4, 11, 0),
        deviations: Float64Array.of(0.4, 0.8, 1),
      },
      answers: [
        { y: 11, share: 0.598 },
        { y: 1.4, share: 0.4 },
      ],
    },
    known: true,
  },
  epoch: 8,
  best: false,
  truth: knownTruth('inverted', 1).at(4),
};
const plainly = (text: string) => text.replaceAll('\u202f', ' ');

describe('the table of the slice', () => {
  it('has the components in use, the heaviest first, by their number', () => {
    const rows = textRows(sliceTable(t, moment).tables[0]!);
    expect(rows.map((row) => row.map(plainly))).toEqual([
      ['2', '59.8 %', '11.0', '0.80'],
      ['1', '40.0 %', '1.4', '0.40'],
    ]);
  });

  it('has the probability of every interval, of the model and in truth, the highest y first', () => {
    const { rows, columns } = sliceTable(t, moment).tables[1]!;
    expect(columns.map(({ name }) => name)).toEqual(['y', 'model', 'truth']);
    expect(rows[0]![0]).toBe('15.3 to 17.0');
    for (const column of [1, 2]) {
      const total = rows.reduce((sum, row) => sum + Number(row[column]), 0);
      expect(total).toBeGreaterThan(0.99);
      expect(total).toBeLessThan(1.01);
    }
  });

  it('has no truth where there are no data, and none but the sentence before σ̂ is known', () => {
    const columns = sliceTable(t, { ...moment, truth: null }).tables[1]!.columns;
    expect(columns).toHaveLength(2);
    const unknown = sliceTable(t, { ...moment, truth: undefined });
    expect(unknown.tables[1]!.columns).toHaveLength(2);
    expect(unknown.remarks.at(-1)).toMatch(/truth .* is not known/);
    const slice = {
      ...moment.slice,
      answer: { x: 4, mixture: gaussian(3, Number.NaN), answers: [] },
    };
    expect(sliceTable(t, { ...moment, slice, epoch: 0 }).tables).toEqual([]);
  });

  it('says what the slice says, and when', () => {
    expect(sliceTable(t, moment).remarks.map(plainly)).toEqual([
      'Taken at epoch 8. It stays as it is while training goes on.',
      'At x = 4.0 it gives 2 answers: 11.0 (60 %) and 1.4 (40 %).',
    ]);
    const slice = { ...moment.slice, answer: null };
    expect(sliceTable(t, { ...moment, slice }).tables).toEqual([]);
  });
});
