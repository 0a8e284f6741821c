import { trainingCount } from './data/data.ts';
import { componentCount, type EngineName, type Experiment, stepsPerEpoch } from './experiment.ts';
import { parameterCount } from './network.ts';

/**
 * What an optimizer step costs, in milliseconds: for itself, and for a row and a
 * parameter. From the steps of the article's two networks in docs/performance.md.
 */
const COSTS: Readonly<Record<EngineName, { readonly step: number; readonly product: number }>> = {
  fused: { step: 0.2, product: 1.8e-7 },
  wasm: { step: 4, product: 2.5e-6 },
  cpu: { step: 20, product: 1.5e-5 },
};

/** About how long a run takes in an engine that has not begun it, in seconds. */
export function roughSeconds(experiment: Experiment, engine: EngineName): number {
  const { model, training } = experiment;
  const rows = trainingCount(experiment.data, experiment.seed);
  const parameters = parameterCount({ ...model, components: componentCount(model) });
  const { step, product } = COSTS[engine];
  const epoch = stepsPerEpoch(experiment) * step + rows * parameters * product;
  return (training.epochs * epoch) / 1000;
}
