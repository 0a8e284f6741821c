import { generate } from './data/data.ts';
import type { Points, Split } from './data/points.ts';
import { type Scaling, scaleOf, scalingOf } from './data/standardise.ts';
import { componentCount, type Experiment } from './experiment.ts';
import { log } from './math.ts';
import type { Network } from './network.ts';

/** What an experiment comes down to before the first step: points, units and network. */
export interface Task {
  readonly data: Split;
  /** The units that the network is trained in. */
  readonly scaling: Scaling;
  readonly network: Network;
}

/**
 * The task of an experiment; the same on the page, in the worker and in Node.
 *
 * @param data its points, where they have been generated before
 */
export function taskOf(
  experiment: Experiment,
  data = generate(experiment.data, experiment.seed),
): Task {
  const scaling = scalingOf(data.train, experiment.training.standardise);
  return { data, scaling, network: networkOf(experiment, data.train, scaling) };
}

/** The network of an experiment, its variance floor in the unit of training. */
function networkOf({ model }: Experiment, train: Points, { target }: Scaling): Network {
  const share = model.kind === 'mdn' ? model.varianceFloor : 0;
  const deviation = scaleOf(train.y).factor / target.factor;
  return {
    hidden: model.hidden,
    activation: model.activation,
    components: componentCount(model),
    varianceFloor: share * deviation * deviation,
  };
}

/**
 * A mean loss in the target's own unit: an MSE is multiplied by factor², an NLL
 * in nats per point gains log factor, where factor is the target's scale.
 */
export function lossInTargetUnit({ network, scaling }: Task, loss: number): number {
  const { factor } = scaling.target;
  return network.components === 0 ? loss * factor * factor : loss + log(factor);
}
