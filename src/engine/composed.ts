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
  tensor1d,
  tidy,
  valueAndGrad,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { AdamUpdate } from '../core/adam.ts';
import { HALF_LOG_2PI } from '../core/math.ts';
import { layers, type Network, outputCount } from '../core/network.ts';
import type { BackendName } from './backend.ts';
import type { Engine, EngineTask, StepOutcome } from './engine.ts';
import { replaced, TensorSession, type TensorState } from './tensorSession.ts';

/**
 * The training step composed of tfjs operations, on the current backend. It is
 * the fallback where the fused step cannot run, and what that is compared with.
 */
export function composedEngine(name: BackendName): Engine {
  return { name, open: (task) => new ComposedSession(task) };
}

/** A block of rows keeps every intermediate tensor below this many numbers. */
const LARGEST_TENSOR = 1 << 20;

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
function squaredErrorSum(raw: Tensor2D, y: Tensor2D): Scalar {
  return sum(squaredDifference(raw, y));
}

/**
 * Σ over rows of −log Σ_k π_k N(y; μ_k, σ_k²), with the gradient written out by
 * responsibilities (Bishop 1994; PRML eqs. 5.153–5.157).
 *
 * @param floor added to the variances
 */
function mixtureNllSum(floor: number): (raw: Tensor2D, y: Tensor2D) => Scalar {
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

class ComposedSession extends TensorSession {
  readonly blockRows: number;
  private readonly lossSum: (raw: Tensor2D, y: Tensor2D) => Scalar;
  private batchLoss = 0;

  constructor(task: EngineTask) {
    super(task);
    const { network } = task;
    this.lossSum =
      network.components === 0 ? squaredErrorSum : mixtureNllSum(network.varianceFloor);
    const widest = Math.max(...network.hidden, outputCount(network));
    this.blockRows = Math.max(1, Math.floor(LARGEST_TENSOR / widest));
  }

  accumulate(from: number, to: number): void {
    for (let start = from; start < to; start += this.blockRows) {
      this.accumulateBlock(start, Math.min(to, start + this.blockRows) - start);
    }
  }

  private accumulateBlock(from: number, rows: number): void {
    const { x, y } = this.train;
    const [loss, gradient] = tidy(() => {
      const [input, target] = [column(x, from, rows), column(y, from, rows)];
      const step = valueAndGrad((parameters: Tensor) =>
        this.lossSum(forward(this.network, parameters as Tensor1D, input), target),
      )(this.state.parameters);
      return [step.value.dataSync()[0]!, add(this.gradientSum, step.grad)] as const;
    }) as unknown as [number, Tensor1D];
    this.batchLoss += loss;
    this.gradientSum = replaced(this.gradientSum, gradient);
  }

  apply(update: AdamUpdate): StepOutcome {
    const loss = this.batchLoss * update.scale;
    const [gradientNorm, state] = tidy(() => {
      const mean = mul(this.gradientSum, update.scale) as Tensor1D;
      const norm = sqrt(sum(square(mean))).dataSync()[0]!;
      return [norm, adam(this.state, mean, norm, update)];
    }) as unknown as [number, TensorState];
    this.replaceState(state);
    this.discard();
    return { loss, gradientNorm };
  }

  override discard(): void {
    super.discard();
    this.batchLoss = 0;
  }

  testLoss(from: number, to: number, before: number): number {
    let total = before;
    for (let start = from; start < to; start += this.blockRows) {
      const rows = Math.min(to, start + this.blockRows) - start;
      total += tidy(() => {
        const raw = forward(this.network, this.state.parameters, column(this.test.x, start, rows));
        return this.lossSum(raw, column(this.test.y, start, rows)).dataSync()[0]!;
      }) as unknown as number;
    }
    return total;
  }

  forward(x: Float32Array, parameters: Float32Array): Float32Array {
    const outputs = outputCount(this.network);
    const result = new Float32Array(x.length * outputs);
    for (let start = 0; start < x.length; start += this.blockRows) {
      const block = x.slice(start, start + this.blockRows);
      // Nothing is returned from here: tidy would look through every number for tensors.
      tidy(() => {
        const raw = forward(
          this.network,
          tensor1d(parameters),
          column(tensor1d(block), 0, block.length),
        );
        result.set(raw.dataSync(), start * outputs);
      });
    }
    return result;
  }
}

/** One Adam step (Kingma & Ba 2015, algorithm 1), clipping and decay as in PyTorch. */
function adam(
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
function column(values: Tensor1D, from: number, rows: number): Tensor2D {
  return reshape(slice(values, from, rows), [rows, 1]);
}
