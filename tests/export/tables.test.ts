import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { emptyMixture, logDensity } from '../../src/core/mixture.ts';
import { rememberedTask } from '../../src/core/rememberedTask.ts';
import { pointTable } from '../../src/export/points.ts';
import {
  answerTable,
  csvOf,
  densityTable,
  jsonOf,
  lossTable,
  scoreTable,
} from '../../src/export/tables.ts';

/** The cells of comma-separated values, [rows][columns], none of them with a line break. */
function cells(csv: string): string[][] {
  const unquote = (cell: string) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
  return csv
    .trimEnd()
    .split('\n')
    .map((line) => (line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []).slice(0, -1))
    .map((row) => row.map((cell) => unquote(cell.replace(/,$/, ''))));
}

describe('a table as CSV', () => {
  it('has every digit of every number', () => {
    const values = [0.1 + 0.2, -1e-300, 1 / 3, 2 ** 53, -0.5];
    const [, ...rows] = cells(
      csvOf([
        { name: 'a', values },
        { name: 'b', values },
      ]),
    );
    expect(rows.map(([a]) => Number(a))).toEqual(values);
  });

  it('leaves a missing number empty, and writes what is infinite as others read it', () => {
    const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    expect(
      csvOf([
        { name: 'a', values },
        { name: 'b', values },
      ]),
    ).toBe('a,b\n,\ninf,inf\n-inf,-inf\n');
  });

  it('quotes what has commas and quotes in it', () => {
    const table = [{ name: 'loss (“a”, "b")', values: ['x,y', 'z'] }];
    expect(csvOf(table)).toBe('"loss (“a”, ""b"")"\n"x,y"\nz\n');
  });
});

it('a table as JSON has its columns in order, and null for what is no number', () => {
  const table = [
    { name: 'epoch', values: new Float64Array([1, 2]) },
    { name: 'loss', values: [0.1, Number.NaN] },
  ];
  expect(JSON.parse(jsonOf(table))).toEqual({
    columns: [
      { name: 'epoch', values: [1, 2] },
      { name: 'loss', values: [0.1, null] },
    ],
  });
});

it('the data is every point with its set, to the last digit', () => {
  const { data } = rememberedTask(articleExperiment('sine', 'mdn'));
  const [head, ...rows] = cells(csvOf(pointTable(data)));
  expect(head).toEqual(['x', 'y', 'split']);
  const of = (set: string, column: number) =>
    rows.filter((row) => row[2] === set).map((row) => Number(row[column]));
  expect(of('train', 0)).toEqual([...data.train.x]);
  expect(of('test', 1)).toEqual([...data.test.y]);
});

it('losses stand by epoch, and an epoch that was not tested has no test loss', () => {
  const train = { epoch: new Float64Array([1, 2, 3]), loss: new Float64Array([5, 4, 3]) };
  const test = { epoch: new Float64Array([1, 3]), loss: new Float64Array([6, 2]) };
  const [epoch, trained, tested] = lossTable(train, test, 'mdn');
  expect([epoch!.values, trained!.values, tested!.values]).toEqual([
    [1, 2, 3],
    [5, 4, 3],
    [6, Number.NaN, 2],
  ]);
  expect(tested!.name).toMatch(/nats per point/);
  expect(lossTable(train, test, 'ffnn')[1]!.name).toMatch(/squared error, target units squared/);
});

describe('answers and density', () => {
  const x = new Float64Array([0, 1]);
  const mixtures = [0, 1].map((at) => {
    const mixture = emptyMixture(2);
    mixture.weights.set([0.25, 0.75]);
    mixture.means.set([at, -at]);
    mixture.deviations.set([0.5, 2]);
    return mixture;
  });

  it('have a column for each parameter of each component', () => {
    const table = answerTable(x, mixtures);
    expect(table.map(({ name }) => name.split(' ')[0])).toEqual([
      'x',
      ...['pi_1', 'mu_1', 'sigma_1', 'pi_2', 'mu_2', 'sigma_2'],
    ]);
    expect(table.map(({ values }) => values[1])).toEqual([1, 0.25, 1, 0.5, 0.75, -1, 2]);
  });

  it('is the mixture’s own at each pair of input and target', () => {
    const y = new Float64Array([-1, 0, 3]);
    const [inputs, targets, density] = densityTable(x, mixtures, y);
    expect(inputs!.values).toEqual([0, 0, 0, 1, 1, 1]);
    expect(targets!.values).toEqual([-1, 0, 3, -1, 0, 3]);
    expect(density!.values[5]).toBe(Math.exp(logDensity(mixtures[1]!, 3)));
  });
});

it('scores have their errors, and the truth’s where there is one', () => {
  const estimate = (mean: number) => ({ mean, standardError: mean / 10, count: 100 });
  const set = {
    nll: { loss: estimate(2), truth: 1.5, excess: estimate(0.5) },
    squaredError: { loss: estimate(4), truth: null, excess: null },
    crps: estimate(1),
  };
  const [head, ...rows] = cells(csvOf(scoreTable({ step: 3, ...set, outside: set })));
  expect(head).toHaveLength(9);
  expect(rows).toHaveLength(6);
  expect(rows[0]).toEqual([
    'NLL',
    'where it is trained',
    'nats per point',
    '100',
    '2',
    '0.2',
    '1.5',
    '0.5',
    '0.05',
  ]);
  expect(rows[1]!.slice(-2)).toEqual(['', '']);
  expect(rows[5]!.slice(0, 2)).toEqual(['CRPS', 'outside of that']);
});
