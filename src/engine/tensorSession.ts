import { keep, memory, type Tensor1D, tensor1d, zerosLike } from '@tensorflow/tfjs-core';
import type { AdamUpdate } from '../core/adam.ts';
import { type Network, parameterCount } from '../core/network.ts';
import type { OptimizerState } from '../core/run.ts';
import type { EngineTask, Rows, Session, StepOutcome } from './engine.ts';

/** Parameters and Adam's moments as tensors, [parameters] each. */
export type TensorState = Readonly<Record<'parameters' | 'firstMoment' | 'secondMoment', Tensor1D>>;

/** Points as tensors, [n] each. */
interface TensorRows {
  readonly x: Tensor1D;
  readonly y: Tensor1D;
}

/** What every session keeps in tensors, and how it is put in and taken out. */
export abstract class TensorSession implements Session {
  abstract readonly blockRows: number;
  protected readonly network: Network;
  protected state: TensorState;
  /** Kept one step longer, so that what led to a bad step can still be looked at. */
  private previous: Tensor1D;
  protected gradientSum: Tensor1D;
  protected train: TensorRows;
  protected readonly test: TensorRows;
  private readonly unordered: Rows;

  constructor({ network, train, test }: EngineTask) {
    this.network = network;
    this.unordered = train;
    this.train = tensorsOf(train);
    this.test = tensorsOf(test);
    const zeros = () => tensor1d(new Float32Array(parameterCount(network)));
    this.state = { parameters: zeros(), firstMoment: zeros(), secondMoment: zeros() };
    this.previous = zeros();
    this.gradientSum = zeros();
  }

  abstract accumulate(from: number, to: number): void;
  abstract apply(update: AdamUpdate): StepOutcome;
  abstract testLoss(from: number, to: number, sum: number): number;
  abstract forward(x: Float32Array, parameters: Float32Array): Float32Array;

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

  previousParameters(): Float32Array {
    return copyOf(this.previous);
  }

  gradient(): Float32Array {
    return copyOf(this.gradientSum);
  }

  setOrder(order: Int32Array): void {
    const { x, y } = this.unordered;
    disposeAll(this.train);
    this.train = tensorsOf({
      x: Float32Array.from(order, (i) => x[i]!),
      y: Float32Array.from(order, (i) => y[i]!),
    });
  }

  discard(): void {
    this.gradientSum = replaced(this.gradientSum, zerosLike(this.gradientSum));
  }

  memoryBytes(): number {
    return memory().numBytes;
  }

  dispose(): void {
    disposeAll(this.state);
    disposeAll(this.train);
    disposeAll(this.test);
    this.previous.dispose();
    this.gradientSum.dispose();
  }

  protected replaceState(next: TensorState): void {
    const { parameters, ...moments } = this.state;
    disposeAll(moments);
    this.previous = replaced(this.previous, parameters);
    for (const tensor of Object.values(next)) keep(tensor);
    this.state = next;
  }
}

/** Disposes of a tensor and keeps another in its place. */
export function replaced(old: Tensor1D, next: Tensor1D): Tensor1D {
  old.dispose();
  return keep(next);
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
