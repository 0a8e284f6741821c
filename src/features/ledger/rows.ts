import { IN_USE } from '../../core/componentColours.ts';
import type { MixtureGrid } from '../../core/predictions.ts';

/** One component as the ledger tells of it. */
export interface LedgerRow {
  /** Its number, from 0. */
  readonly component: number;
  /** Mean π over the training inputs. */
  readonly weight: number;
  /** Range of μ over the inputs at which the component counts, in the target's unit. */
  readonly low: number;
  readonly high: number;
  /** Median of σ over the inputs, each weighing as much as π there, in the target's unit. */
  readonly deviation: number;
}

/** A component counts at an input where its weight is at least this share of its largest. */
const COUNTS = 0.1;

/** The value up to which half of all the weight lies. */
function weightedMedian(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const at = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const half = at.reduce((sum, i) => sum + weights[i]!, 0) / 2;
  let sum = 0;
  for (const i of at) {
    sum += weights[i]!;
    if (sum >= half) return values[i]!;
  }
  return Number.NaN;
}

/** Intervals of the inputs that all views of the main figure have in common. */
const COMMON = 64;

/** A component's numbers in a row-major grid, at the inputs that all views have in common. */
function column(values: Float32Array, component: number, components: number): Float32Array {
  const rows = values.length / components;
  const stride = Math.max(1, Math.floor((rows - 1) / COMMON));
  const result = new Float32Array(Math.ceil(rows / stride));
  for (let i = 0; i < result.length; i++) result[i] = values[i * stride * components + component]!;
  return result;
}

function rowOf(grid: MixtureGrid, component: number, weight: number): LedgerRow {
  const weights = column(grid.weights, component, grid.components);
  const means = column(grid.means, component, grid.components);
  const least = COUNTS * weights.reduce((most, value) => Math.max(most, value), 0);
  const counting = means.filter((_, i) => weights[i]! >= least);
  return {
    component,
    weight,
    low: counting.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY),
    high: counting.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY),
    deviation: weightedMedian(column(grid.deviations, component, grid.components), weights),
  };
}

/** The components in use, the heaviest first. */
export function ledgerRows(grid: MixtureGrid, usage: Float32Array): LedgerRow[] {
  return Array.from(usage, (weight, component) => ({ component, weight }))
    .filter(({ weight }) => weight >= IN_USE)
    .sort((a, b) => b.weight - a.weight || a.component - b.component)
    .map(({ component, weight }) => rowOf(grid, component, weight));
}

/** The rows in the order of before; what was not there before comes last, the heaviest first. */
export function inOrderOf(before: readonly LedgerRow[], rows: readonly LedgerRow[]): LedgerRow[] {
  const place = new Map(before.map(({ component }, i) => [component, i]));
  const placeOf = ({ component }: LedgerRow) => place.get(component) ?? before.length;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b) || b.weight - a.weight);
}
