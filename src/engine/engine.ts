import type { AdamUpdate } from '../core/adam.ts';
import type { EngineName } from '../core/experiment.ts';
import type { Network } from '../core/network.ts';
import type { OptimizerState } from '../core/run.ts';

/** Points in the unit of training, float32, [n] each. */
export interface Rows {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** What an engine works on. */
export interface EngineTask {
  readonly network: Network;
  readonly train: Rows;
  readonly test: Rows;
}

export interface StepOutcome {
  /** Mean loss of the batch, before the step. */
  readonly loss: number;
  /** Norm of the batch's mean gradient, before clipping. */
  readonly gradientNorm: number;
}

/** One way to do the arithmetic of training. */
export interface Engine {
  readonly name: EngineName;
  open(task: EngineTask): Session;
}

/** An engine at work on one task. It holds tensors: `dispose` it. */
export interface Session {
  /** A batch is worked through in blocks of this many rows, from its first row on. */
  readonly blockRows: number;
  /** Parameters and moments, copied. */
  optimizerState(): OptimizerState;
  setState(state: OptimizerState): void;
  parameters(): Float32Array;
  /** The parameters before the last step, copied. */
  previousParameters(): Float32Array;
  /** From now on row i of the training set is row `order[i]`. */
  setOrder(order: Int32Array): void;
  /** Adds the gradient of training rows [from, to) to the batch at hand. */
  accumulate(from: number, to: number): void;
  /** Sum of the gradients accumulated since the last step, copied. */
  gradient(): Float32Array;
  /** Ends the batch at hand: one Adam step on its mean gradient. `scale` is 1 / rows. */
  apply(update: AdamUpdate): StepOutcome;
  /** Forgets the batch at hand. */
  discard(): void;
  /** Sum of the losses of test rows [from, to), added to `sum`. */
  testLoss(from: number, to: number, sum: number): number;
  /** Raw outputs for inputs in the unit of training, row-major [n][outputs]; of any parameters of the task's network. */
  forward(x: Float32Array, parameters: Float32Array): Float32Array;
  /** What all tensors and the kernel hold, in bytes. */
  memoryBytes(): number;
  dispose(): void;
}
