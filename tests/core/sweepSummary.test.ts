import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import type { RunResult } from '../../src/core/runResult.ts';
import { sweepOf } from '../../src/core/sweep.ts';
import {
  groupsOf,
  measureOf,
  medianRun,
  reachOf,
  spreadOf,
  unfinished,
  verdictOf,
} from '../../src/core/sweepSummary.ts';
import { swept } from '../helpers/swept.ts';

describe('the spread of runs', () => {
  it('has the median and the quartiles', () => {
    expect(spreadOf([4, 1, 3, 2])).toEqual({
      least: 1,
      lower: 1.5,
      median: 2.5,
      upper: 3.5,
      greatest: 4,
    });
    expect(spreadOf([7]).median).toBe(7);
  });

  it('counts a run that diverged as worse than any other', () => {
    const { sweep, results } = swept({ 3: [0.1, null, 0.2] });
    const [group] = groupsOf(sweep.axes, sweep.experiments, results, 'excess');
    expect(group!.spread).toMatchObject({ least: 0.1, median: 0.2, greatest: Infinity });
    expect(medianRun(group!, 'excess')!.excess).toBe(0.2);
    expect(unfinished(group!, 'excess')).toBe(1);
  });
});

describe('the groups of a sweep', () => {
  it('are the values in their order, each with its runs, also those that have none yet', () => {
    const { sweep, results } = swept({ 10: [0.2, 0.3], 2: [1, 2], 5: [] });
    const groups = groupsOf(sweep.axes, sweep.experiments, results, 'excess');
    expect(groups.map(({ values }) => values)).toEqual([['2'], ['5'], ['10']]);
    expect(groups.map(({ spread }) => spread?.median ?? null)).toEqual([1.5, null, 0.25]);
  });

  it('are one where there are only seeds, and pairs where two settings are swept', () => {
    const base = articleExperiment('inverted', 'mdn');
    const of = (settings: readonly string[]) => {
      const parsed = sweepOf(base, { settings, seeds: '1..2' });
      if (!parsed.ok) throw new Error('refused');
      const { axes, experiments } = parsed.value;
      return groupsOf(axes, experiments, new Map(), 'excess').map(({ values }) => values.join());
    };
    expect(of([])).toEqual(['']);
    expect(of(['components=2,1', 'width=20,5'])).toEqual(['1,5', '1,20', '2,5', '2,20']);
  });

  it('are compared by the excess where every run has one', () => {
    const { results } = swept({ 1: [0.1, 0.2] });
    const all = [...results.values()];
    expect(measureOf(all)).toBe('excess');
    expect(measureOf([...all, { ...all[0]!, excess: null }])).toBe('testLoss');
  });
});

describe('the verdict on a sweep', () => {
  const of = (runs: Parameters<typeof swept>[0]) => {
    const { sweep, results } = swept(runs);
    return verdictOf(groupsOf(sweep.axes, sweep.experiments, results, 'excess'), 'excess');
  };

  it('is the smallest value whose median lies within the middle half of the best’s runs', () => {
    const verdict = of({
      1: [1, 1.1, 1.2, 1.3],
      3: [0.05, 0.06, 0.07, 0.02],
      5: [0.04, 0.05, 0.03, 0.045],
      10: [0.02, 0.05, 0.04, 0.035],
    })!;
    expect(verdict.best.values).toEqual(['10']);
    const { from, to, half } = reachOf(verdict.best);
    expect(from).toBeCloseTo(0.0275, 12);
    expect([to, half]).toEqual([0.045, true]);
    expect(verdict.smallest.values).toEqual(['5']);
    expect(verdict.ties.map(({ values }) => values[0])).toEqual(['5']);
    // By seed: 0.04 < 0.05, 0.05 < 0.06, 0.03 < 0.07, but 0.045 > 0.02.
    expect(verdict.below).toMatchObject({ group: { values: ['3'] }, duel: { wins: 3, of: 4 } });
    expect(verdict.duel).toEqual({ wins: 2, of: 4 });
  });

  it('is no value of which a quarter of the runs are worse than any of the best’s', () => {
    const best = [0.05, 0.055, 0.058, 0.09, 0.07];
    const once = of({ 3: [0.05, 0.05, 0.06, 0.07, 0.85], 5: best })!;
    expect(once.smallest.values).toEqual(['3']);
    const often = of({ 3: [0.05, 0.05, 0.06, 0.26, 0.85], 5: best })!;
    expect([often.best.values, often.smallest.values]).toEqual([['5'], ['5']]);
  });

  it('is the best itself where nothing smaller comes near', () => {
    const verdict = of({ 1: [1, 1.1], 2: [0.1, 0.2], 3: [0.3, 0.4] })!;
    expect([verdict.smallest, verdict.duel]).toEqual([verdict.best, null]);
    expect(verdict.best.values).toEqual(['2']);
  });

  it('reaches as far as all runs where they are few', () => {
    expect(of({ 1: [0.3, 0.3], 2: [0.1, 0.3] })!.smallest.values).toEqual(['1']);
  });

  it('is none for a single value, or where all others diverged', () => {
    expect(of({ 1: [0.3, 0.2] })).toBeNull();
    expect(of({ 1: [0.3, 0.2], 2: [null, null] })).toBeNull();
  });
});

describe('results by experiment', () => {
  it('may be those of some experiments alone', () => {
    const { sweep, results } = swept({ 1: [0.1, 0.2] });
    const [first] = sweep.experiments as readonly [Experiment, ...Experiment[]];
    const some = new Map<Experiment, RunResult>([[first, results.get(first)!]]);
    expect(groupsOf(sweep.axes, sweep.experiments, some, 'excess')[0]!.results).toHaveLength(1);
  });
});
