import { FRESH_POINTS, freshPoints } from '../core/data/data.ts';
import { beyond, type Points, within } from '../core/data/points.ts';
import { truthOf } from '../core/datasets/truthOf.ts';
import { fingerprint } from '../core/fingerprint.ts';
import { Remembered } from '../core/remembered.ts';
import { type RunResult, scoreOnFresh } from '../core/runResult.ts';
import type { Trainer } from './trainer.ts';

/** The runs of a sweep that have the same data and seed are scored on the same points. */
const drawn = new Remembered<Points | null>();

/**
 * What a run has come to, the same in a worker of the page and in Node.
 *
 * @param seconds that its training steps took
 */
export async function resultOf(trainer: Trainer, seconds: number): Promise<RunResult> {
  const { experiment } = trainer;
  const { data, seed } = experiment;
  const { train: trainLoss, test: testLoss } = trainer.losses.last;
  const fresh = drawn.get([data, seed], () => freshPoints(data, seed, FRESH_POINTS));
  const truth = truthOf(data.name, data.noise);
  const scored = (points: Points | null) =>
    scoreOnFresh(trainer.fitted(), points, truth, trainer.forward);
  return {
    experiment,
    engine: trainer.engine,
    epochs: trainer.epoch,
    steps: trainer.step,
    seconds,
    trainLoss,
    testLoss,
    ...(data.trainedOn && fresh
      ? {
          ...scored(within(fresh, data.trainedOn)),
          outside: scored(beyond(fresh, data.trainedOn)),
        }
      : scored(fresh)),
    diverged: trainer.diverged,
    recoveries: trainer.recoveries,
    parametersHash: await fingerprint(
      trainer.parameters(),
      globalThis.crypto?.subtle ? (bytes) => crypto.subtle.digest('SHA-256', bytes) : null,
    ),
  };
}
