import type { DataSet } from './dataSet.ts';
import { inverted } from './inverted.ts';
import { sine } from './sine.ts';
import { spiral } from './spiral.ts';

/** Every data set that an experiment can name, in the order in which the page offers them. */
const DATASETS = { sine, inverted, spiral } satisfies Record<string, DataSet>;

export type DataName = keyof typeof DATASETS;

export const DATA_NAMES = Object.keys(DATASETS) as readonly DataName[];

export function dataSetOf(name: DataName): DataSet {
  return DATASETS[name];
}
