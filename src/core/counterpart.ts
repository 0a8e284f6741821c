import type { Experiment, ModelKind } from './experiment.ts';
import { withModel } from './usual.ts';

/**
 * The run of one of the two models that is to be held against an experiment's: on
 * the same data and seed, trained by the same recipe, from its start.
 */
export function counterpart(experiment: Experiment, kind: ModelKind): Experiment {
  return withModel({ ...experiment, training: { ...experiment.training, rateChanges: [] } }, kind);
}
