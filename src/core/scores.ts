import type { Points } from './data/points.ts';
import { toTrainingUnit } from './data/standardise.ts';
import { outputLoss, outputLosses } from './loss.ts';
import { logDensity, type Mixture } from './mixture.ts';
import { type Fitted, type Forward, rawOutputs } from './model.ts';
import { lossInTargetUnit, type Task } from './task.ts';
import type { Truth } from './truth/truth.ts';

/** A network's mean loss on points, in the target's own unit. */
export function lossOn(fitted: Fitted, { x, y }: Points, forward: Forward = rawOutputs): number {
  const { task } = fitted;
  const targets = toTrainingUnit(y, task.scaling.target);
  return lossInTargetUnit(task, outputLoss(task.network, forward(fitted, x), targets));
}

/** A task's network with some parameters, and the σ̂ that these bring with them. */
export function fittedWith(
  task: Task,
  parameters: Float32Array,
  forward: Forward = rawOutputs,
): Fitted {
  const network = { task, parameters, deviation: Number.NaN };
  if (task.network.components > 0) return network;
  return { ...network, deviation: Math.sqrt(lossOn(network, task.data.train, forward)) };
}

/** A network's loss on each point, [n], in the target's own unit. */
export function lossesOn(fitted: Fitted, { x, y }: Points, forward: Forward): Float64Array {
  const { task } = fitted;
  const targets = toTrainingUnit(y, task.scaling.target);
  return outputLosses(task.network, forward(fitted, x), targets).map((loss) =>
    lossInTargetUnit(task, loss),
  );
}

/** A point's own loss: −log q(y given x) in nats, or the squared distance from the mean of one Gaussian. */
export function pointLoss(mixture: Mixture, y: number, squared: boolean): number {
  return squared ? (y - mixture.means[0]!) ** 2 : -logDensity(mixture, y);
}

/**
 * The loss of the truth itself at a point, which no model can be expected to go
 * below: −log p(y given x) in nats, or the squared distance from the true
 * conditional mean. NaN where there is none: no truth, or no density without noise.
 */
export function truthLoss(truth: Truth | null, x: number, y: number, squared: boolean): number {
  const conditional = truth?.at(x);
  if (!conditional) return Number.NaN;
  if (squared) return (y - conditional.mean) ** 2;
  return -(conditional.logDensity?.(y) ?? Number.NaN);
}
