import { isMainThread } from 'node:worker_threads';
import type { RunResult } from '../core/runResult.ts';
import { parseArguments } from './arguments.ts';
import { serve } from './pool.ts';
import { runExperiment } from './run.ts';
import { runSweep } from './sweep.ts';

/** Runs one experiment in Node, or a sweep of them, through the same Trainer as the page. */
async function main(): Promise<number> {
  const parsed = parseArguments(process.argv.slice(2));
  if (!parsed.ok) return refuse(parsed.message);
  const { experiment, json, sweep, list, ...files } = parsed.value;
  if (list) {
    for (const one of sweep?.experiments ?? [experiment]) {
      process.stdout.write(`${JSON.stringify(one)}\n`);
    }
    return 0;
  }
  if (sweep) {
    const swept = await runSweep(sweep, new URL(import.meta.url));
    return typeof swept === 'string' ? refuse(swept) : swept;
  }
  const tell = (text: string) => process.stderr.write(text);
  const result = await runExperiment(experiment, tell, files);
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : summary(result));
  return 0;
}

function refuse(message: string): number {
  process.stderr.write(`headless: ${message}\n`);
  return 2;
}

function summary(result: RunResult): string {
  return Object.entries(result)
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}\n`)
    .join('');
}

if (isMainThread) process.exitCode = await main();
else serve();
