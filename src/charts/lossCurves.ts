import type { LossSeries } from '../core/run.ts';
import { type DecimatedSeries, decimate } from './decimate.ts';

/** One curve of a loss figure; a figure has any number of them. */
export interface LossCurve {
  readonly name: string;
  /** Which of the theme's colours it has: one of its own, or that of a kept run by its place. */
  readonly color: 'train' | 'test' | number;
  readonly losses: LossSeries;
  /** The epoch of its smallest loss, to be ringed; none if left out or null. */
  readonly best?: number | null;
  /** Whether it is another run's: thin, and without its name. */
  readonly ghost?: boolean;
}

/** Points drawn of one curve at most. */
const MOST_POINTS = 800;

/** What is drawn of a curve; a logarithmic axis begins with epoch 1, as there is no epoch 0 on it. */
export function drawnLosses({ epoch, loss }: LossSeries, logarithmic = false): DecimatedSeries {
  let first = 0;
  if (logarithmic) while (first < epoch.length && epoch[first]! < 1) first++;
  const series = { x: epoch.subarray(first), y: loss.subarray(first) };
  return decimate(series, MOST_POINTS, logarithmic ? Math.log10 : undefined);
}
