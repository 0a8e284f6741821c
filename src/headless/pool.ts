import { parentPort, Worker } from 'node:worker_threads';
import { type OwnSet, ownSet, takeOwn } from '../core/datasets/own.ts';
import type { Experiment } from '../core/experiment.ts';
import type { RunResult } from '../core/runResult.ts';
import { runExperiment } from './run.ts';

/** What a worker is handed; `own` is the experiment's data set, where that is the user's own. */
interface Handed {
  readonly experiment: Experiment;
  readonly own: OwnSet | null;
}

/** In a worker: runs what it is handed, one experiment after the other. */
export function serve(): void {
  parentPort!.on('message', async ({ experiment, own }: Handed) => {
    if (own) takeOwn(own);
    parentPort!.postMessage(await runExperiment(experiment, () => {}));
  });
}

/** What the pool tells, of each experiment one of the two. */
interface Told {
  readonly done: (result: RunResult) => void;
  /** Its worker died; another goes on with the rest. */
  readonly failed: (experiment: Experiment, error: unknown) => void;
}

/**
 * Runs all experiments in so many workers at once, each as a process of its own
 * would run it, so that the results are the same however many there are.
 *
 * @param script that calls `serve` in a worker
 */
export async function runAll(
  experiments: readonly Experiment[],
  jobs: number,
  script: URL,
  told: Told,
): Promise<void> {
  const queue = experiments.values();
  const workers = Array.from({ length: Math.min(jobs, experiments.length) }, async () => {
    let worker: Worker | null = null;
    for (const experiment of queue) {
      // What the engine says of itself at its start is nobody’s progress.
      worker ??= new Worker(script, { stderr: true });
      try {
        told.done(await handed(worker, experiment));
      } catch (error) {
        told.failed(experiment, error);
        worker = null;
      }
    }
    await worker?.terminate();
  });
  await Promise.all(workers);
}

/** A worker's result; an error where it dies. */
function handed(worker: Worker, experiment: Experiment): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      worker.off('message', done).off('error', failed).off('exit', left);
      settle();
    };
    const done = (result: RunResult) => end(() => resolve(result));
    const failed = (error: unknown) => end(() => reject(error));
    const left = (code: number) => failed(new Error(`exit code ${code}`));
    worker.on('message', done).on('error', failed).on('exit', left);
    const own = ownSet(experiment.data.name);
    worker.postMessage({ experiment, own } satisfies Handed);
  });
}
