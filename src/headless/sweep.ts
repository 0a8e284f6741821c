import { appendFileSync, fstatSync, statSync } from 'node:fs';
import type { Experiment } from '../core/experiment.ts';
import type { RunResult } from '../core/runResult.ts';
import { experimentKey } from '../core/sweep.ts';
import { runAll } from './pool.ts';
import { readResults } from './results.ts';

/** What a sweep runs, and how. */
export interface SweepArguments {
  readonly experiments: readonly Experiment[];
  /** Workers that run at once. */
  readonly jobs: number;
  /** A file that keeps the results; null for none. */
  readonly resume: string | null;
}

/**
 * Runs a sweep: a line of JSON for each run on the standard output, as they
 * come, and at the end of the file that keeps them. What that file holds is not
 * run again.
 *
 * @param script that runs experiments as a worker
 * @returns the exit code, or in one sentence why nothing was run
 */
export async function runSweep(
  { experiments, jobs, resume }: SweepArguments,
  script: URL,
): Promise<number | string> {
  const kept = resume === null ? new Set<string>() : readResults(resume);
  if (typeof kept === 'string') return kept;
  const file = resume === null || isStandardOutput(resume) ? null : resume;
  const open = experiments.filter((experiment) => !kept.has(experimentKey(experiment)));
  const begun = performance.now();
  let [done, failures] = [0, 0];
  const tell = () => {
    const left = ((performance.now() - begun) / done) * (open.length - done);
    const wait = done > 0 && done < open.length ? `, about ${Math.ceil(left / 1000)} s left` : '';
    const all = experiments.length;
    process.stderr.write(`\r${all - open.length + done} of ${all} runs${wait}        `);
  };
  tell();
  await runAll(open, jobs, script, {
    done: (result: RunResult) => {
      const line = `${JSON.stringify(result)}\n`;
      process.stdout.write(line);
      if (file !== null) appendFileSync(file, line);
      done++;
      tell();
    },
    failed: (experiment, error) => {
      failures++;
      done++;
      process.stderr.write(`\nfailed: ${JSON.stringify(experiment)}: ${error}\n`);
    },
  });
  process.stderr.write('\n');
  return failures > 0 ? 1 : 0;
}

/** True if the standard output goes into that very file, which then gets each line once. */
function isStandardOutput(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  const output = fstatSync(process.stdout.fd);
  return file !== undefined && file.ino === output.ino && file.dev === output.dev;
}
