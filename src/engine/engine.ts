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

/** Training rows [from, to), and the Adam step on the mean gradient of their batch. */
export interface Batch {
  readonly from: number;
  readonly to: number;
  /** `scale` is 1 / rows of the whole batch. */
  readonly update: AdamUpdate;
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
  /** From now on row i of the training set is row `order[i]`. */
  setOrder(order: Int32Array): void;
  /** Adds the gradient of training rows [from, to) to the batch at hand. */
  accumulate(from: number, to: number): void;
  /** Sum of the gradients of the batch at hand, copied. */
  gradient(): Float32Array;
  /**
   * One Adam step a batch; the rows of the first come on top of what is
   * accumulated. Ends before the step of a batch that diverges (`divergenceCause`):
   * its outcome is then the last, and its rows are forgotten.
   */
  train(batches: readonly Batch[], largestLoss: number): StepOutcome[];
  /** Sum of the losses of test rows [from, to), added to `sum`. */
  testLoss(from: number, to: number, sum: number): number;
  /** Raw outputs for inputs in the unit of training, row-major [n][outputs]; of any parameters of the task's network. */
  forward(x: Float32Array, parameters: Float32Array): Float32Array;
  /** What all tensors and the kernel hold, in bytes. */
  memoryBytes(): number;
  dispose(): void;
}
