import type { Comparison } from '../core/comparison.ts';
import type { Estimate } from '../core/estimate.ts';
import type { ModelKind } from '../core/experiment.ts';
import { logDensity, type Mixture } from '../core/mixture.ts';
import type { SamplePoints, ScoreSet, Scores } from '../core/predictions.ts';
import type { LossSeries } from '../core/run.ts';

/** A column of numbers or words; its name tells the unit and how the numbers are come by. */
export interface NumberColumn {
  readonly name: string;
  /** [rows]; NaN for a number that is missing. */
  readonly values: ArrayLike<number | string>;
}

/** Numbers as they are taken away, with all their digits. */
export type NumberTable = readonly NumberColumn[];

/** The table as comma-separated values (RFC 4180), a missing number as an empty cell. */
export function csvOf(table: NumberTable): string {
  const lines = [table.map(({ name }) => quoted(name)).join()];
  const count = table[0]?.values.length ?? 0;
  for (let i = 0; i < count; i++) lines.push(table.map(({ values }) => cellOf(values[i]!)).join());
  return `${lines.join('\n')}\n`;
}

function cellOf(value: number | string): string {
  if (typeof value === 'string') return quoted(value);
  if (Number.isFinite(value)) return String(value);
  // As Python, R and C read it.
  return Number.isNaN(value) ? '' : value > 0 ? 'inf' : '-inf';
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The table as JSON: its columns in order, a number that is missing or not finite as null. */
export function jsonOf(table: NumberTable): string {
  const columns = table.map(({ name, values }) => ({ name, values: Array.from(values) }));
  return `${JSON.stringify({ columns })}\n`;
}

const LOSS_NAMES: Readonly<Record<ModelKind, string>> = {
  mdn: 'negative log likelihood, nats per point',
  ffnn: 'mean squared error, target units squared',
};

/** Every loss of a run; epochs without a test loss have none. */
export function lossTable(train: LossSeries, test: LossSeries, kind: ModelKind): NumberTable {
  const tested = new Map(Array.from(test.epoch, (epoch, i) => [epoch, test.loss[i]!]));
  const trained = new Map(Array.from(train.epoch, (epoch, i) => [epoch, train.loss[i]!]));
  const epochs = [...new Set([...train.epoch, ...test.epoch])].sort((a, b) => a - b);
  const at = (losses: ReadonlyMap<number, number>) =>
    epochs.map((epoch) => losses.get(epoch) ?? Number.NaN);
  const unit = LOSS_NAMES[kind];
  return [
    { name: 'epoch', values: epochs },
    { name: `training loss (${unit}, mean over the epoch while it trained)`, values: at(trained) },
    { name: `test loss (${unit}, on the test points after the epoch)`, values: at(tested) },
  ];
}

/** What a network answers at each input: every component's weight, mean and standard deviation. */
export function answerTable(x: Float64Array, mixtures: readonly Mixture[]): NumberTable {
  const components = mixtures[0]?.weights.length ?? 0;
  const of = (part: keyof Mixture, k: number) => mixtures.map((mixture) => mixture[part][k]!);
  return [
    { name: 'x', values: x },
    ...Array.from({ length: components }, (_, k) => [
      { name: `pi_${k + 1} (weight)`, values: of('weights', k) },
      { name: `mu_${k + 1} (mean, target units)`, values: of('means', k) },
      { name: `sigma_${k + 1} (standard deviation, target units)`, values: of('deviations', k) },
    ]).flat(),
  ];
}

/** The conditional density at every input and target, the targets of one input after the other. */
export function densityTable(
  x: Float64Array,
  mixtures: readonly Mixture[],
  y: Float64Array,
): NumberTable {
  const rows = <T>(value: (column: number, row: number) => T): T[] =>
    Array.from({ length: x.length * y.length }, (_, i) =>
      value(Math.floor(i / y.length), i % y.length),
    );
  return [
    { name: 'x', values: rows((column) => x[column]!) },
    { name: 'y', values: rows((_, row) => y[row]!) },
    {
      name: 'p(y given x) (density, per target unit)',
      values: rows((column, row) => Math.exp(logDensity(mixtures[column]!, y[row]!))),
    },
  ];
}

/** Predictions drawn by choosing a component by its weight and then from its Gaussian. */
export function sampleTable({ x, y, component }: SamplePoints): NumberTable {
  return [
    { name: 'x (test input)', values: x },
    { name: 'y (drawn)', values: y },
    { name: 'component (from 1)', values: Array.from(component, (k) => k + 1) },
  ];
}

/** Every score with its standard error, beside the truth's on the very same points. */
export function scoreTable({ outside, ...inside }: Scores): NumberTable {
  const rows = [...scoreRows('where it is trained', inside)];
  if (outside) rows.push(...scoreRows('outside of that', outside));
  const column = (name: string, value: (row: ScoreRow) => number | string) => ({
    name,
    values: rows.map(value),
  });
  return [
    column('score', ({ score }) => score),
    column('inputs', ({ inputs }) => inputs),
    column('unit', ({ unit }) => unit),
    column('points', ({ loss }) => loss.count),
    column('mean', ({ loss }) => loss.mean),
    column('standard error of the mean', ({ loss }) => loss.standardError),
    column('mean of the truth on these points', ({ truth }) => truth ?? Number.NaN),
    column('excess over the truth', ({ excess }) => excess?.mean ?? Number.NaN),
    column('standard error of the excess', ({ excess }) => excess?.standardError ?? Number.NaN),
  ];
}

interface ScoreRow extends Comparison {
  readonly score: string;
  readonly inputs: string;
  readonly unit: string;
}

function scoreRows(inputs: string, { nll, squaredError, crps }: ScoreSet): ScoreRow[] {
  const alone = (loss: Estimate): Comparison => ({ loss, truth: null, excess: null });
  return [
    { score: 'NLL', inputs, unit: 'nats per point', ...nll },
    {
      score: 'squared error of the mean',
      inputs,
      unit: 'target units squared',
      ...squaredError,
    },
    { score: 'CRPS', inputs, unit: 'target units', ...alone(crps) },
  ];
}

/** A component over all inputs; its number counts from 0. */
interface ComponentSummary {
  readonly component: number;
  readonly weight: number;
  readonly low: number;
  readonly high: number;
  readonly deviation: number;
}

/** The components in use, the heaviest first. */
export function componentTable(rows: readonly ComponentSummary[]): NumberTable {
  return [
    { name: 'component (from 1)', values: rows.map(({ component }) => component + 1) },
    { name: 'weight (mean pi over the training inputs)', values: rows.map((row) => row.weight) },
    {
      name: 'least mean (mu where the component counts, target units)',
      values: rows.map(({ low }) => low),
    },
    {
      name: 'greatest mean (mu where the component counts, target units)',
      values: rows.map(({ high }) => high),
    },
    {
      name: 'sigma (median over the inputs weighed by pi, target units)',
      values: rows.map(({ deviation }) => deviation),
    },
  ];
}
