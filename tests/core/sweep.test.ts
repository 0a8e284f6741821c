import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { type Experiment, parseExperiment } from '../../src/core/experiment.ts';
import { settingIn } from '../../src/core/settings.ts';
import {
  experimentKey,
  listed,
  seedsOf,
  sweepOf,
  sweptValue,
  withSeeds,
} from '../../src/core/sweep.ts';

const base = articleExperiment('inverted', 'mdn');
const swept = (settings: readonly string[], seeds: string | null = null, of = base) =>
  sweepOf(of, { settings, seeds });
const experimentsOf = (...args: Parameters<typeof swept>): readonly Experiment[] => {
  const parsed = swept(...args);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.experiments;
};
const componentsOf = (experiment: Experiment) => settingIn(experiment, 'model.components');

describe('a list of values', () => {
  it.each([
    ['1,2,5', ['1', '2', '5']],
    ['1..4', ['1', '2', '3', '4']],
    ['0.1..0.5:0.1', ['0.1', '0.2', '0.3', '0.4', '0.5']],
    ['0..1:0.4', ['0', '0.4', '0.8']],
    ['1, 5..7, 10', ['1', '5', '6', '7', '10']],
    ['1e-4..3e-4:1e-4', ['0.0001', '0.0002', '0.0003']],
    ['7..7', ['7']],
    ['tanh,relu', ['tanh', 'relu']],
  ])('%s is read', (text, values) => {
    expect(listed(text)).toEqual(values);
  });

  it.each(['', '1,', ',1', '1..', '..3', '3..1', '1..2:0', '1..2:-1', 'a..b', '1..2..3', '0..1e9'])(
    '“%s” is not read',
    (text) => {
      expect(listed(text)).toBeNull();
    },
  );
});

describe('a sweep', () => {
  it('is every combination, the seed changing first', () => {
    const runs = experimentsOf(['components=1,2', 'learning-rate=0.1,0.2'], '1..3');
    expect(runs).toHaveLength(12);
    expect(runs.slice(0, 4).map(({ seed }) => seed)).toEqual([1, 2, 3, 1]);
    expect(runs.slice(0, 4).map(({ training }) => training.learningRate)).toEqual([
      0.1, 0.1, 0.1, 0.2,
    ]);
    expect(runs.map(componentsOf)).toEqual([...Array(6).fill(1), ...Array(6).fill(2)]);
    for (const run of runs) expect(parseExperiment(run)).toEqual({ ok: true, value: run });
    expect(new Set(runs.map(experimentKey)).size).toBe(12);
  });

  it('may be over seeds alone, or of nothing but the experiment', () => {
    expect(experimentsOf([], '1..10').map(({ seed }) => seed)).toHaveLength(10);
    expect(experimentsOf([])).toEqual([base]);
  });

  it('makes each experiment once', () => {
    expect(experimentsOf(['components=3,3,3'])).toHaveLength(1);
  });

  it('changes the units of every layer by their width', () => {
    expect(experimentsOf(['width=10,20']).map(({ model }) => model.hidden)).toEqual([
      [10, 10],
      [20, 20],
    ]);
  });

  it('tells what each experiment has as the settings that are swept, without the seeds', () => {
    const parsed = swept(['width=10,20', 'learning-rate=0.01,1e-4'], '1..2');
    if (!parsed.ok) throw new Error('refused');
    const { axes, experiments } = parsed.value;
    expect(axes.map(({ name }) => name)).toEqual(['width', 'learning-rate']);
    const values = experiments.map((one) => axes.map((axis) => sweptValue(axis, one)).join(' '));
    expect([...new Set(values)]).toEqual(['10 0.01', '10 0.0001', '20 0.01', '20 0.0001']);
  });

  it('brings with another model what belongs to it', () => {
    const [ffnn, mdn] = experimentsOf(['model=ffnn,mdn']);
    expect(ffnn).toEqual(articleExperiment('inverted', 'ffnn'));
    expect(mdn).toEqual(base);
  });

  it.each([
    [['components=1,0'], null, { field: 'model.components', reason: 'tooSmall', value: '0' }],
    [['components=1,2.5'], null, { field: 'model.components', reason: 'notWhole' }],
    [['components=1,many'], null, { field: 'model.components', reason: 'malformed' }],
    [['components=1', 'k=2'], null, { field: 'sweep', reason: 'malformed' }],
    [['components=1', 'components=2'], null, { field: 'model.components', reason: 'repeated' }],
    [['seed=1'], '1..3', { field: 'seed', reason: 'repeated' }],
    [['frobs=1'], null, { field: 'sweep', reason: 'malformed' }],
    [['components=1,,2'], null, { field: 'model.components', reason: 'malformed', value: '1,,2' }],
    [['components='], null, { field: 'model.components', reason: 'missing' }],
    [['width=10,300'], null, { field: 'model.hidden.0', reason: 'tooLarge', value: '300' }],
    [['components'], null, { field: 'sweep', reason: 'malformed' }],
    [['width=10', 'noise=1', 'points=100'], null, { field: 'sweep', reason: 'tooLong' }],
    [['width=1..200'], '1..60', { field: 'sweep', reason: 'tooLarge' }],
    [[], 'x', { field: 'seed', reason: 'malformed' }],
    [['data=sine,moon'], null, { field: 'data.name', reason: 'notAllowed' }],
    [['model=ffnn', 'components=1'], null, { field: 'model.components', reason: 'notOfModel' }],
  ] as const)('%j with seeds %j is refused whole', (settings, seeds, problem) => {
    expect(swept(settings, seeds)).toMatchObject({ ok: false, problems: [problem] });
  });
});

describe('a sweep over more seeds', () => {
  const of = (seeds: string) => {
    const parsed = swept(['components=2,5'], seeds);
    if (!parsed.ok) throw new Error('refused');
    return parsed.value;
  };

  it('has the experiments that it had, and those that a sweep over all of them has', () => {
    const before = of('1..2');
    const after = withSeeds(before, 4);
    expect(after.experiments).toEqual(of('1..4').experiments);
    for (const one of before.experiments) expect(after.experiments).toContain(one);
  });

  it('takes the least seeds that it has not', () => {
    expect(seedsOf(withSeeds(of('7,2'), 5))).toEqual([7, 2, 1, 3, 4]);
  });
});
