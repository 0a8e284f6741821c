import { EXPERIMENT_VERSION, type Experiment } from '../core/experiment.ts';
import type { Fitted } from '../core/model.ts';

/** What weights alone do not say, as strings by name: it goes with every format. */
export function metadata(
  experiment: Experiment,
  { task, deviation }: Fitted,
): Record<string, string> {
  const { components: k, varianceFloor } = task.network;
  return {
    version: String(EXPERIMENT_VERSION),
    experiment: JSON.stringify(experiment),
    scaling: JSON.stringify(task.scaling),
    layout:
      k === 0
        ? 'one output, the mean'
        : `${k} logits of pi, ${k} means mu, ${k} log variances s; sigma^2 = exp(s) + variance_floor`,
    variance_floor: String(varianceFloor),
    ...(k === 0 && { deviation: String(deviation) }),
  };
}
