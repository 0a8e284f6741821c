import {
  add,
  keep,
  memory,
  mul,
  type Scalar,
  sqrt,
  square,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tidy,
  valueAndGrad,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { AdamUpdate } from '../core/adam.ts';
import { type Network, outputCount, parameterCount } from '../core/network.ts';
import type { OptimizerState } from '../core/run.ts';
import type { BackendName } from './backend.ts';
import {
  adam,
  column,
  forward,
  mixtureNllSum,
  squaredErrorSum,
  type TensorState,
} from './composedStep.ts';
import { divergenceCause } from './divergence.ts';
import type { Batch, Engine, EngineTask, Rows, Session, StepOutcome } from './engine.ts';

/**
 * The training step composed of tfjs operations, on the current backend. It is
 * the fallback where the fused step cannot run, and what that is compared with.
 */
export function composedEngine(name: BackendName): Engine {
  return { name, open: (task) => new ComposedSession(task) };
}

/** A block of rows keeps every intermediate tensor below this many numbers. */
const LARGEST_TENSOR = 1 << 20;

/** Points as tensors, [n] each. */
interface TensorRows {
  readonly x: Tensor1D;
  readonly y: Tensor1D;
}

class ComposedSession implements Session {
  readonly blockRows: number;
  private readonly network: Network;
  private readonly lossSum: (raw: Tensor2D, y: Tensor2D) => Scalar;
  private readonly unordered: Rows;
  private trainRows: TensorRows;
  private readonly testRows: TensorRows;
  private state: TensorState;
  /** Of the batch at hand: the sum of its gradients and of its losses. */
  private gradientSum: Tensor1D;
  private batchLoss = 0;

  constructor({ network, train, test }: EngineTask) {
    this.network = network;
    this.lossSum =
      network.components === 0 ? squaredErrorSum : mixtureNllSum(network.varianceFloor);
    const widest = Math.max(...network.hidden, outputCount(network));
    this.blockRows = Math.max(1, Math.floor(LARGEST_TENSOR / widest));
    this.unordered = train;
    this.trainRows = tensorsOf(train);
    this.testRows = tensorsOf(test);
    const zeros = () => tensor1d(new Float32Array(parameterCount(network)));
    this.state = { parameters: zeros(), firstMoment: zeros(), secondMoment: zeros() };
    this.gradientSum = zeros();
  }

  optimizerState(): OptimizerState {
    return {
      parameters: this.parameters(),
      firstMoment: copyOf(this.state.firstMoment),
      secondMoment: copyOf(this.state.secondMoment),
    };
  }

  setState({ parameters, firstMoment, secondMoment }: OptimizerState): void {
    this.replaceState({
      parameters: tensor1d(parameters.slice()),
      firstMoment: tensor1d(firstMoment.slice()),
      secondMoment: tensor1d(secondMoment.slice()),
    });
    this.discard();
  }

  parameters(): Float32Array {
    return copyOf(this.state.parameters);
  }

  gradient(): Float32Array {
    return copyOf(this.gradientSum);
  }

  setOrder(order: Int32Array): void {
    const { x, y } = this.unordered;
    disposeAll(this.trainRows);
    this.trainRows = tensorsOf({
      x: Float32Array.from(order, (i) => x[i]!),
      y: Float32Array.from(order, (i) => y[i]!),
    });
  }

  accumulate(from: number, to: number): void {
    for (let start = from; start < to; start += this.blockRows) {
      this.accumulateBlock(start, Math.min(to, start + this.blockRows) - start);
    }
  }

  private accumulateBlock(from: number, rows: number): void {
    const { x, y } = this.trainRows;
    const [loss, gradient] = tidy(() => {
      const [input, target] = [column(x, from, rows), column(y, from, rows)];
      const step = valueAndGrad((parameters: Tensor) =>
        this.lossSum(forward(this.network, parameters as Tensor1D, input), target),
      )(this.state.parameters);
      return [step.value.dataSync()[0]!, add(this.gradientSum, step.grad)] as const;
    }) as unknown as [number, Tensor1D];
    this.batchLoss += loss;
    this.replaceGradient(gradient);
  }

  train(batches: readonly Batch[], largestLoss: number): StepOutcome[] {
    const outcomes: StepOutcome[] = [];
    for (const { from, to, update } of batches) {
      this.accumulate(from, to);
      const outcome = this.outcome(update.scale);
      const sound = divergenceCause(outcome, largestLoss) === null;
      if (sound) this.step(outcome.gradientNorm, update);
      this.discard();
      outcomes.push(outcome);
      if (!sound) break;
    }
    return outcomes;
  }

  private outcome(scale: number): StepOutcome {
    const norm = tidy(() => {
      const mean = mul(this.gradientSum, scale);
      return sqrt(sum(square(mean))).dataSync()[0]!;
    }) as unknown as number;
    return { loss: this.batchLoss * scale, gradientNorm: norm };
  }

  private step(norm: number, update: AdamUpdate): void {
    const next = tidy(() => {
      const mean = mul(this.gradientSum, update.scale) as Tensor1D;
      return adam(this.state, mean, norm, update);
    });
    this.replaceState(next);
  }

  private discard(): void {
    this.replaceGradient(zerosLike(this.gradientSum));
    this.batchLoss = 0;
  }

  testLoss(from: number, to: number, before: number): number {
    const { x, y } = this.testRows;
    let total = before;
    for (let start = from; start < to; start += this.blockRows) {
      const rows = Math.min(to, start + this.blockRows) - start;
      total += tidy(() => {
        const raw = forward(this.network, this.state.parameters, column(x, start, rows));
        return this.lossSum(raw, column(y, start, rows)).dataSync()[0]!;
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

  memoryBytes(): number {
    return memory().numBytes;
  }

  dispose(): void {
    disposeAll(this.state);
    disposeAll(this.trainRows);
    disposeAll(this.testRows);
    this.gradientSum.dispose();
  }

  private replaceState(next: TensorState): void {
    disposeAll(this.state);
    for (const tensor of Object.values(next)) keep(tensor);
    this.state = next;
  }

  private replaceGradient(next: Tensor1D): void {
    this.gradientSum.dispose();
    this.gradientSum = keep(next);
  }
}

function tensorsOf({ x, y }: Rows): TensorRows {
  return { x: tensor1d(x), y: tensor1d(y) };
}

function disposeAll(tensors: object): void {
  for (const tensor of Object.values(tensors) as Tensor1D[]) tensor.dispose();
}

/** A copy: what `dataSync` gives may be the backend's own memory. */
function copyOf(tensor: Tensor1D): Float32Array {
  return Float32Array.from(tensor.dataSync());
}
