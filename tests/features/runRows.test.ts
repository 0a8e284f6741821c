import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import type { Scores } from '../../src/core/predictions.ts';
import { withSetting } from '../../src/core/settings.ts';
import { runRows } from '../../src/features/runs/runRows.ts';
import { t } from '../helpers/texts.ts';

const mdn = articleExperiment('inverted', 'mdn');
const estimate = (mean: number) => ({ mean, standardError: 0.002, count: 20_000 });
const scores: Scores = {
  step: 4,
  nll: { loss: estimate(1.7), truth: 1.6, excess: estimate(0.1) },
  squaredError: { loss: estimate(40), truth: 39, excess: estimate(1) },
  crps: estimate(2.5),
  outside: null,
};
const run = { experiment: mdn, testLoss: 1.6944, scores, epoch: 1000, seconds: 12.34 };

describe('the table of runs', () => {
  it('tells only the settings that differ', () => {
    const other = { ...run, experiment: withSetting(mdn, 'model.components', 3) };
    const [one, two] = runRows(t, [run, other]);
    expect(one!.settings).toBe('Components 30');
    expect(two!.settings).toBe('Components 3');
    expect(runRows(t, [run, run]).map(({ settings }) => settings)).toEqual(['', '']);
  });

  it('tells no setting that one model alone has, unless it differs among those that have it', () => {
    const ffnn = withSetting(mdn, 'model.kind', 'ffnn');
    const rows = runRows(t, [run, { ...run, experiment: ffnn }]);
    expect(rows[0]!.settings).not.toContain('Components');
    expect(rows.map(({ settings }) => settings.slice(0, 10))).toEqual(['Model MDN,', 'Model FFNN']);
  });

  it('has the numbers in the order of its columns, each with its error', () => {
    expect(runRows(t, [run])[0]!.cells).toEqual([
      '1.694',
      '0.100 ± 0.002',
      '2.500 ± 0.002',
      '1000',
      '12',
    ]);
  });

  it('tells units where they differ, and dashes where nothing is known', () => {
    const ffnn = { ...run, experiment: articleExperiment('inverted', 'ffnn'), testLoss: 41.3 };
    const [one, two] = runRows(t, [run, { ...ffnn, scores: null }]);
    expect(one!.cells[0]).toBe('1.694 nats');
    expect(two!.cells.slice(0, 3)).toEqual(['41.30 units²', '–', '–']);
    const nothing = runRows(t, [{ ...run, testLoss: Number.NaN }])[0]!;
    expect(nothing.cells[0]).toBe('–');
  });

  it('says why there is no excess', () => {
    const unbounded = { ...scores, nll: { ...scores.nll, excess: null } };
    expect(runRows(t, [{ ...run, scores: unbounded }])[0]!.cells[1]).toBe('no bound');
  });
});
