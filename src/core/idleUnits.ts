import { toTrainingUnit } from './data/standardise.ts';
import type { Fitted } from './model.ts';
import { activations } from './network.ts';
import { thin } from './thin.ts';

/** Training inputs at which units are looked at. */
const INPUTS = 64;
/** A unit whose output moves by less, from one end of the inputs to the other, does nothing with them. */
const MOVES = 0.01;

/**
 * The share of the units of each hidden layer that give the same whatever the
 * input, [layers]: ReLU units that are 0 everywhere, tanh units that are
 * saturated, units whose weights have shrunk to nothing.
 */
export function idleUnits({ task, parameters }: Fitted): number[] {
  const { network, data, scaling } = task;
  const x = toTrainingUnit(thin(data.train.x, INPUTS), scaling.input);
  const hidden = activations(network, parameters, x).slice(0, -1);
  return hidden.map((outputs, layer) => {
    const units = network.hidden[layer]!;
    let idle = 0;
    for (let unit = 0; unit < units; unit++) {
      let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (let i = unit; i < outputs.length; i += units) {
        least = Math.min(least, outputs[i]!);
        most = Math.max(most, outputs[i]!);
      }
      if (most - least < MOVES) idle++;
    }
    return idle / units;
  });
}
