import { compare } from '../../core/comparison.ts';
import type { Points } from '../../core/data/points.ts';
import { truthOf } from '../../core/datasets/truthOf.ts';
import type { Experiment } from '../../core/experiment.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { truthLoss } from '../../core/scores.ts';
import type { Truth } from '../../core/truth/truth.ts';
import { useShownExperiment } from '../lab.ts';
import { useStints } from '../useStints.ts';

/** The truth's mean loss on the points; stops after every point, for whoever runs it in stints. */
function* truthLossOn(
  truth: Truth | null,
  { x, y }: Points,
  squared: boolean,
): Generator<undefined, { readonly loss: number | null }> {
  const losses = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    losses[i] = truthLoss(truth, x[i]!, y[i]!, squared);
    yield;
  }
  return { loss: compare(losses, losses).truth };
}

/**
 * The truth's own loss on the very points of the test loss, which takes out most
 * of their luck: its NLL for a mixture, its squared error for a feed-forward
 * network. Null where there is none or none is known, undefined until it is computed.
 */
export function useBestReachable(): number | null | undefined {
  const experiment = useShownExperiment();
  return useTruthLoss(experiment, experiment.model.kind === 'ffnn');
}

/** The same for the test points of any experiment, as squared error or as NLL. */
export function useTruthLoss(experiment: Experiment, squared: boolean): number | null | undefined {
  const { tested } = rememberedTask(experiment).data;
  const { name, noise } = experiment.data;
  return useStints(tested, squared ? 0 : 1, () =>
    truthLossOn(truthOf(name, noise), tested, squared),
  )?.loss;
}
