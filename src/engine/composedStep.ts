/** The training step composed of tfjs operations, on whichever backend is current. */
import {
  add,
  clipByValue,
  concat,
  customGrad,
  div,
  exp,
  log,
  logSoftmax,
  logSumExp,
  matMul,
  minimum,
  mul,
  neg,
  relu,
  reshape,
  type Scalar,
  slice,
  split,
  sqrt,
  square,
  squaredDifference,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tanh,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { AdamUpdate } from '../core/adam.ts';
import { HALF_LOG_2PI } from '../core/math.ts';
import { layers, type Network } from '../core/network.ts';

/** Parameters and Adam's moments as tensors, [parameters] each. */
export type TensorState = Readonly<Record<'parameters' | 'firstMoment' | 'secondMoment', Tensor1D>>;

/** What PyTorch's `clip_grad_norm_` adds to the norm before it divides. */
const CLIP_EPSILON = 1e-6;

/** float32's exp overflows at 88.7; beyond this a log variance stands for 10^±35. */
const LARGEST_LOG_VARIANCE = 80;

/** What a component far too narrow to matter is held to: its share of 0 times it is 0, not NaN. */
const LARGEST = 1e38;

/** The raw output of the network, [rows][outputs]. */
export function forward(network: Network, parameters: Tensor1D, x: Tensor2D): Tensor2D {
  const shape = layers(network);
  const activate = network.activation === 'tanh' ? tanh : relu;
  return shape.reduce((input, { inputs, outputs, weight, bias }, index) => {
    const weights = reshape(slice(parameters, weight, inputs * outputs), [outputs, inputs]);
    const output = add(matMul(input, weights, false, true), slice(parameters, bias, outputs));
    return (index < shape.length - 1 ? activate(output) : output) as Tensor2D;
  }, x);
}

/** Σ over rows of (f − y)²; `raw` and `y` are [rows][1]. */
export function squaredErrorSum(raw: Tensor2D, y: Tensor2D): Scalar {
  return sum(squaredDifference(raw, y));
}

/**
 * Σ over rows of −log Σ_k π_k N(y; μ_k, σ_k²), with the gradient written out by
 * responsibilities (Bishop 1994; PRML eqs. 5.153–5.157).
 *
 * @param floor added to the variances
 */
export function mixtureNllSum(floor: number): (raw: Tensor2D, y: Tensor2D) => Scalar {
  const op = customGrad((...args) => {
    const [raw, y, save] = args as unknown as [Tensor2D, Tensor2D, (saved: Tensor[]) => void];
    const [logits, means, logVariances] = split(raw, 3, 1) as [Tensor2D, Tensor2D, Tensor2D];
    const bounded = clipByValue(logVariances, -LARGEST_LOG_VARIANCE, LARGEST_LOG_VARIANCE);
    const logWeights = logSoftmax(logits);
    const difference = sub(means, y);
    let logVariance: Tensor = logVariances;
    let precision: Tensor = exp(neg(bounded));
    let share: Tensor | number = 1;
    if (floor > 0) {
      const own = exp(bounded);
      const variance = add(own, floor);
      // What `own` leaves out of a large log variance; the floor is nothing beside it.
      logVariance = add(log(variance), relu(sub(logVariances, LARGEST_LOG_VARIANCE)));
      precision = div(1, variance);
      share = mul(own, precision);
    }
    const z2 = minimum(mul(square(difference), precision), LARGEST);
    const pull = clipByValue(mul(difference, precision), -LARGEST, LARGEST);
    const logJoint = sub(sub(logWeights, HALF_LOG_2PI), mul(0.5, add(logVariance, z2)));
    const logDensity = logSumExp(logJoint, 1, true);
    const responsibilities = exp(sub(logJoint, logDensity));
    const gradient = concat(
      [
        sub(exp(logWeights), responsibilities),
        mul(responsibilities, pull),
        mul(mul(mul(0.5, responsibilities), sub(1, z2)), share),
      ],
      1,
    );
    save([gradient, y]);
    return {
      value: neg(sum(logDensity)),
      gradFunc: (dy: Tensor, saved: Tensor[]) => [
        mul(dy, saved[0]!) as Tensor,
        zerosLike(saved[1]!) as Tensor,
      ],
    };
  });
  return op as unknown as (raw: Tensor2D, y: Tensor2D) => Scalar;
}

/** One Adam step (Kingma & Ba 2015, algorithm 1), clipping and decay as in PyTorch. */
export function adam(
  { parameters, firstMoment, secondMoment }: TensorState,
  mean: Tensor1D,
  norm: number,
  update: AdamUpdate,
): TensorState {
  const { beta1, beta2, clipNorm, weightDecay } = update;
  let gradient: Tensor = mean;
  if (clipNorm > 0) gradient = mul(gradient, Math.min(1, clipNorm / (norm + CLIP_EPSILON)));
  if (weightDecay > 0) gradient = add(gradient, mul(parameters, weightDecay));
  const first = add(mul(firstMoment, beta1), mul(gradient, 1 - beta1));
  const second = add(mul(secondMoment, beta2), mul(square(gradient), 1 - beta2));
  const denominator = add(sqrt(div(second, update.biasCorrection2)), update.epsilon);
  const change = mul(div(first, denominator), update.learningRate / update.biasCorrection1);
  return {
    parameters: sub(parameters, change),
    firstMoment: first as Tensor1D,
    secondMoment: second as Tensor1D,
  };
}

/** Entries [from, from + rows) as a column, [rows][1]. */
export function column(values: Tensor1D, from: number, rows: number): Tensor2D {
  return reshape(slice(values, from, rows), [rows, 1]);
}
