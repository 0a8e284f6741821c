import type { AdamUpdate } from '../../src/core/adam.ts';
import {
  componentVariance,
  logSumExp,
  logTerms,
  outputLoss,
  softmax,
} from '../../src/core/loss.ts';
import {
  activations,
  forward,
  layers,
  type Network,
  parameterCount,
} from '../../src/core/network.ts';

/**
 * Gradient and Adam in plain float64, written to be read: the training engines
 * are held to this file, and this file to PyTorch's float64 (tests/fixtures).
 */

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
    const unfloored = componentVariance(raw[at + 2 * components + k]!, 0);
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
  outputGradient(network, raw, y, delta);
  const n = y.length;
  for (let i = 0; i < delta.length; i++) delta[i] = delta[i]! / n;
  return {
    loss: outputLoss(network, raw, y),
    gradient: backward(network, parameters, x, outputs, delta),
  };
}

/** Writes each row's own ∂E/∂raw to `delta`. */
function outputGradient(
  network: Network,
  raw: Float64Array,
  y: ArrayLike<number>,
  delta: Float64Array,
): void {
  const { components, varianceFloor } = network;
  for (let row = 0; row < y.length; row++) {
    const target = y[row]!;
    if (components > 0) {
      mixtureNllGradient(raw, row, components, target, varianceFloor, delta);
    } else {
      delta[row] = 2 * (raw[row]! - target);
    }
  }
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

/** What `clip_grad_norm_` adds to the norm before it divides. */
const CLIP_EPSILON = 1e-6;

/**
 * By how much PyTorch's `clip_grad_norm_` multiplies the mean gradient:
 * min(1, clipNorm / (norm + 1e-6)), or 1 if `clipNorm` is 0.
 */
export function clipFactor(
  gradient: ArrayLike<number>,
  { scale, clipNorm }: Pick<AdamUpdate, 'scale' | 'clipNorm'>,
): number {
  if (clipNorm <= 0) return 1;
  let sum = 0;
  for (let i = 0; i < gradient.length; i++) sum += (scale * gradient[i]!) ** 2;
  return Math.min(1, clipNorm / (Math.sqrt(sum) + CLIP_EPSILON));
}

/**
 * One step of Adam (Kingma & Ba 2015, as `torch.optim.Adam` does it), in place
 * and in float64: the gradient's norm is clipped, weight decay added, then
 * m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g²,
 * w ← w − (learningRate / c₁) · m / (√v / √c₂ + ε).
 *
 * All four arrays have one length; `mean` and `square` are 0 before step 1.
 *
 * @throws RangeError if the lengths differ
 */
export function adam(
  parameters: Float64Array,
  gradient: ArrayLike<number>,
  mean: Float64Array,
  square: Float64Array,
  update: AdamUpdate,
): void {
  const n = parameters.length;
  if (gradient.length !== n || mean.length !== n || square.length !== n) {
    throw new RangeError('Parameters, gradient and moments differ in length');
  }
  const { beta1, beta2, epsilon, weightDecay } = update;
  const factor = update.scale * clipFactor(gradient, update);
  const rate = update.learningRate / update.biasCorrection1;
  const rootCorrection = Math.sqrt(update.biasCorrection2);
  for (let i = 0; i < n; i++) {
    const w = parameters[i]!;
    const g = factor * gradient[i]! + weightDecay * w;
    const m = beta1 * mean[i]! + (1 - beta1) * g;
    const v = beta2 * square[i]! + (1 - beta2) * g * g;
    mean[i] = m;
    square[i] = v;
    parameters[i] = w - (rate * m) / (Math.sqrt(v) / rootCorrection + epsilon);
  }
}
