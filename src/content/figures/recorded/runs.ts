import * as v from 'valibot';
import { type RecordedRun, RecordedSchema } from './recorded.ts';
import runs from './runs.json';

export const RECORDED = v.parse(RecordedSchema, runs);

/** The place among the recorded epochs at which the run's test loss was least. */
export function bestPlace({ test }: RecordedRun): number {
  return test.indexOf(Math.min(...test));
}
