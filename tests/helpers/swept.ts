import { articleExperiment } from '../../src/core/article.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import type { RunResult } from '../../src/core/runResult.ts';
import { type Sweep, sweepOf } from '../../src/core/sweep.ts';

/**
 * A sweep over components, as if it had run.
 *
 * @param excesses by number of components, of the seeds 1, 2 and so on; null for a run that diverged
 */
export function swept(excesses: Readonly<Record<number, readonly (number | null)[]>>): {
  sweep: Sweep;
  results: Map<Experiment, RunResult>;
} {
  const most = Math.max(...Object.values(excesses).map(({ length }) => length));
  const parsed = sweepOf(articleExperiment('inverted', 'mdn'), {
    settings: [`components=${Object.keys(excesses).join()}`],
    seeds: `1..${most}`,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const sweep = parsed.value;
  const results = new Map<Experiment, RunResult>();
  for (const experiment of sweep.experiments) {
    const { model, seed } = experiment;
    const excess = model.kind === 'mdn' ? excesses[model.components]?.[seed - 1] : undefined;
    if (excess === undefined) continue;
    results.set(experiment, {
      experiment,
      engine: 'fused',
      epochs: 10,
      steps: 100,
      seconds: 1,
      trainLoss: 1,
      testLoss: 1 + (excess ?? 0),
      freshPoints: 1000,
      freshLoss: 1,
      truthLoss: 1,
      excess: excess ?? 5,
      excessError: 0.01,
      diverged: excess === null,
      recoveries: 0,
      parametersHash: null,
    });
  }
  return { sweep, results };
}
