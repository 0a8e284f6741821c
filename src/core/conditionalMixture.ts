import { gaussian, type Mixture, mixtureOf } from './mixture.ts';
import { forward, parameterCount } from './network.ts';
import type { Task } from './task.ts';

/**
 * What a network answers at inputs x, in the target's own unit; null while the
 * parameters are not this task's, as just after another one was opened.
 *
 * @param deviation σ̂ of a feed-forward network, which answers N(f(x), σ̂²);
 *   NaN where it is not known yet
 */
export function conditionalMixtures(
  { network, scaling }: Task,
  parameters: ArrayLike<number>,
  x: ArrayLike<number>,
  deviation: number,
): Mixture[] | null {
  if (parameters.length !== parameterCount(network)) return null;
  const { input, target } = scaling;
  const z = Float64Array.from(x, (value) => (value - input.offset) / input.factor);
  const raw = forward(network, parameters, z);
  return Array.from(z, (_, row) =>
    network.components === 0
      ? gaussian(target.offset + target.factor * raw[row]!, deviation)
      : mixtureOf(network, raw, row, target),
  );
}
