import * as v from 'valibot';
import { bytesOf } from '../../../core/base64.ts';
import type { Experiment } from '../../../core/experiment.ts';
import type { Foreseen } from '../../../core/foreseen.ts';
import type { LossSeries } from '../../../core/run.ts';

/**
 * How the figures' first runs end, a file each in `ends`, made by
 * `tests/bench/recorded-runs.mjs`.
 */

const series = v.pipe(
  v.object({ epoch: v.array(v.number()), loss: v.array(v.number()) }),
  v.transform(({ epoch, loss }) => ({
    epoch: Float64Array.from(epoch),
    loss: Float64Array.from(loss),
  })),
);
const EndSchema = v.object({
  epoch: v.number(),
  /** Little-endian float32, as base64. */
  parameters: v.pipe(
    v.string(),
    v.base64(),
    v.transform((text) => new Float32Array(bytesOf(text).buffer)),
  ),
  train: series,
  test: series,
});

/** What some end's file holds beside it. */
export const seriesOf = (file: unknown): LossSeries => v.parse(series, file);

/** The end of an experiment's run, from its file. */
export function endOf(experiment: Experiment, file: unknown): Foreseen {
  const { epoch, parameters, train, test } = v.parse(EndSchema, file);
  return { experiment, epoch, parameters, losses: { train, test } };
}
