import { exp, HALF_LOG_2PI, log } from './math.ts';
import {
  activations,
  forward,
  layers,
  type Network,
  outputCount,
  parameterCount,
} from './network.ts';

/**
 * The losses in plain float64, written to be read: the training engines are
 * held to this file, and this file to PyTorch's float64 (tests/fixtures).
 *
 * A mixture's raw output is [K logits | K means | K log variances]. Formulas:
 * Bishop, "Mixture Density Networks" (1994); PRML §5.6, eqs. 5.153–5.157.
 */

/**
 * A log variance outside ±600 counts as ±600: its exponential, and products
 * with it, would leave float64's range. Only a network that has already
 * diverged comes near.
 */
const LOG_VARIANCE_LIMIT = 600;

function limited(logVariance: number): number {
  return Math.max(-LOG_VARIANCE_LIMIT, Math.min(LOG_VARIANCE_LIMIT, logVariance));
}

/** σ² = exp(s) + floor of one component, in the square of the target's unit. */
export function componentVariance(logVariance: number, floor: number): number {
  return exp(limited(logVariance)) + floor;
}

/** log Σ exp(values[i]) over `from` ≤ i < `to`; finite for any finite values. */
export function logSumExp(values: ArrayLike<number>, from = 0, to = values.length): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) top = Math.max(top, values[i]!);
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (let i = from; i < to; i++) sum += exp(values[i]! - top);
  return top + log(sum);
}

/**
 * exp(values[i]) / Σ exp(values) over `from` ≤ i < `to`. Differences are taken to
 * the largest value, which is exact where the values are huge; to their
 * log-sum-exp they would be rounded.
 *
 * @param into where the shares are written, from index `at` on
 */
export function softmax<T extends Float32Array | Float64Array>(
  values: ArrayLike<number>,
  from: number,
  to: number,
  into: T,
  at = 0,
): T {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) top = Math.max(top, values[i]!);
  let sum = 0;
  for (let i = from; i < to; i++) {
    const share = exp(values[i]! - top);
    into[at + i - from] = share;
    sum += share;
  }
  for (let i = at; i < at + to - from; i++) into[i] = into[i]! / sum;
  return into;
}

/**
 * ℓ_k = log π_k + log N(y; μ_k, σ_k²) of every component, in nats.
 *
 * @param raw raw outputs, row-major [n][3K]
 * @param row which row
 * @param components K, at least 1
 * @param y the target, in the unit that the network is trained in
 * @param floor added to every variance
 * @param terms where to write the K results
 */
function logTerms(
  raw: ArrayLike<number>,
  row: number,
  components: number,
  y: number,
  floor: number,
  terms: Float64Array,
): Float64Array {
  const at = row * 3 * components;
  const logNormaliser = logSumExp(raw, at, at + components);
  for (let k = 0; k < components; k++) {
    const logWeight = raw[at + k]! - logNormaliser;
    const difference = y - raw[at + components + k]!;
    const logVariance = limited(raw[at + 2 * components + k]!);
    const variance = exp(logVariance) + floor;
    // Without a floor log σ² is the output itself; log(exp(s)) would round.
    const half = 0.5 * (floor === 0 ? logVariance : log(variance));
    terms[k] = logWeight - HALF_LOG_2PI - half - (0.5 * difference * difference) / variance;
  }
  return terms;
}

/**
 * The negative log likelihood −log Σ_k π_k N(y; μ_k, σ_k²) of one row, in nats.
 *
 * @param raw raw outputs, row-major [n][3K]; any finite values
 * @param floor added to every variance, 0 or more
 */
export function mixtureNll(
  raw: ArrayLike<number>,
  row: number,
  components: number,
  y: number,
  floor = 0,
): number {
  return -logSumExp(logTerms(raw, row, components, y, floor, new Float64Array(components)));
}

/**
 * The negative log likelihood of one row, and its derivatives by the raw
 * outputs: with γ_k = softmax_k(ℓ),
 * ∂E/∂a_k = π_k − γ_k, ∂E/∂μ_k = γ_k (μ_k − y)/σ_k² and, because
 * ∂σ²/∂s = exp(s), ∂E/∂s_k = ½γ_k (1 − (y − μ_k)²/σ_k²)·exp(s_k)/σ_k².
 *
 * @param derivatives row-major [n][3K]; the row's 3K values are written
 * @returns the row's negative log likelihood, in nats
 */
export function mixtureNllGradient(
  raw: ArrayLike<number>,
  row: number,
  components: number,
  y: number,
  floor: number,
  derivatives: Float64Array,
): number {
  const at = row * 3 * components;
  const terms = logTerms(raw, row, components, y, floor, new Float64Array(components));
  const weights = softmax(raw, at, at + components, new Float64Array(components));
  const responsibilities = softmax(terms, 0, components, new Float64Array(components));
  for (let k = 0; k < components; k++) {
    const weight = weights[k]!;
    const responsibility = responsibilities[k]!;
    const difference = raw[at + components + k]! - y;
    const unfloored = exp(limited(raw[at + 2 * components + k]!));
    const variance = unfloored + floor;
    derivatives[at + k] = weight - responsibility;
    derivatives[at + components + k] = (responsibility * difference) / variance;
    derivatives[at + 2 * components + k] =
      0.5 * responsibility * (1 - (difference * difference) / variance) * (unfloored / variance);
  }
  return -logSumExp(terms);
}

/**
 * The mean loss over the points: the mean squared error for a feed-forward
 * network (components 0), else the mean negative log likelihood in nats.
 *
 * @param parameters the flat vector of `network.ts`
 * @param x inputs, [n], n at least 1
 * @param y targets, [n], in the unit that the network is trained in
 */
export function loss(
  network: Network,
  parameters: ArrayLike<number>,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): number {
  return outputLoss(network, forward(network, parameters, x), y);
}

/** The same mean loss from raw outputs, row-major [n][outputs], already computed. */
export function outputLoss(
  network: Pick<Network, 'components' | 'varianceFloor'>,
  raw: ArrayLike<number>,
  y: ArrayLike<number>,
): number {
  const { components, varianceFloor } = network;
  checkRows(raw.length, y.length, outputCount(network));
  let sum = 0;
  for (let row = 0; row < y.length; row++) {
    const target = y[row]!;
    sum +=
      components === 0
        ? (raw[row]! - target) ** 2
        : mixtureNll(raw, row, components, target, varianceFloor);
  }
  return sum / y.length;
}

/**
 * The mean loss over the points and its gradient by every parameter.
 *
 * @returns `loss` as `loss()` gives it, and `gradient` in the layout of the
 *   flat parameter vector
 */
export function gradient(
  network: Network,
  parameters: ArrayLike<number>,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): { loss: number; gradient: Float64Array } {
  const outputs = activations(network, parameters, x);
  const raw = outputs.at(-1) as Float64Array;
  const delta = new Float64Array(raw.length);
  const sum = outputGradient(network, raw, y, delta);
  const n = y.length;
  for (let i = 0; i < delta.length; i++) delta[i] = delta[i]! / n;
  return { loss: sum / n, gradient: backward(network, parameters, x, outputs, delta) };
}

/** Writes each row's own ∂E/∂raw to `delta` and returns the summed loss. */
function outputGradient(
  network: Network,
  raw: Float64Array,
  y: ArrayLike<number>,
  delta: Float64Array,
): number {
  const { components, varianceFloor } = network;
  checkRows(raw.length, y.length, outputCount(network));
  let sum = 0;
  for (let row = 0; row < y.length; row++) {
    const target = y[row]!;
    if (components > 0) {
      sum += mixtureNllGradient(raw, row, components, target, varianceFloor, delta);
    } else {
      const difference = raw[row]! - target;
      delta[row] = 2 * difference;
      sum += difference * difference;
    }
  }
  return sum;
}

/** Back-propagation of ∂E/∂raw, row-major [n][outputs], to every parameter. */
function backward(
  network: Network,
  parameters: ArrayLike<number>,
  x: ArrayLike<number>,
  outputs: readonly Float64Array[],
  outputDelta: Float64Array,
): Float64Array {
  const result = new Float64Array(parameterCount(network));
  const shape = layers(network);
  let delta = outputDelta;
  for (let index = shape.length - 1; index >= 0; index--) {
    const layer = shape[index] as (typeof shape)[number];
    const below = index === 0 ? x : (outputs[index - 1] as Float64Array);
    const deltaBelow = new Float64Array(x.length * layer.inputs);
    for (let row = 0; row < x.length; row++) {
      for (let out = 0; out < layer.outputs; out++) {
        const d = delta[row * layer.outputs + out]!;
        const from = layer.weight + out * layer.inputs;
        result[layer.bias + out] = result[layer.bias + out]! + d;
        for (let i = 0; i < layer.inputs; i++) {
          const a = below[row * layer.inputs + i]!;
          result[from + i] = result[from + i]! + d * a;
          const at = row * layer.inputs + i;
          deltaBelow[at] = deltaBelow[at]! + d * parameters[from + i]!;
        }
      }
    }
    if (index > 0) throughActivation(network, outputs[index - 1] as Float64Array, deltaBelow);
    delta = deltaBelow;
  }
  return result;
}

/** Multiplies by the activation's derivative, which its own output gives. */
function throughActivation(network: Network, output: Float64Array, delta: Float64Array): void {
  for (let i = 0; i < delta.length; i++) {
    const a = output[i]!;
    const slope = network.activation === 'tanh' ? 1 - a * a : a > 0 ? 1 : 0;
    delta[i] = delta[i]! * slope;
  }
}

function checkRows(values: number, rows: number, outputs: number): void {
  if (rows === 0 || values !== rows * outputs) {
    throw new RangeError(`${values} raw outputs for ${rows} targets with ${outputs} outputs each`);
  }
}
