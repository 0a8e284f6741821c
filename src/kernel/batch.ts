/** What one step of Adam takes. */
export interface AdamStep {
  /** What the gradient is multiplied by first: 1/n for a sum over n rows. */
  readonly scale: number;
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** 1 − beta1ᵗ. */
  readonly biasCorrection1: number;
  /** 1 − beta2ᵗ. */
  readonly biasCorrection2: number;
  /** Clips the norm of the mean gradient to this; 0 for off. */
  readonly clipNorm: number;
  /** L2, as in PyTorch's Adam: added to the gradient, times the parameter, after clipping. */
  readonly weightDecay: number;
}

/** Training rows [from, to), and the step on their mean gradient. */
export interface Batch {
  readonly from: number;
  readonly to: number;
  readonly update: AdamStep;
}

/** What a batch was before its step. */
export interface BatchOutcome {
  /** Mean loss. */
  readonly loss: number;
  /** Norm of the mean gradient, before clipping. */
  readonly gradientNorm: number;
}

/** float64 that stand for a batch in the kernel's memory; see assembly/batch.ts. */
export const BATCH_NUMBERS = 14;

/** Where in them the outcome begins. */
const OUTCOME = 12;

/** Writes a batch to the numbers from `at` on. */
export function writeBatch({ from, to, update }: Batch, numbers: Float64Array, at: number): void {
  numbers[at] = from;
  numbers[at + 1] = to;
  numbers[at + 2] = update.scale;
  numbers[at + 3] = update.learningRate / update.biasCorrection1;
  numbers[at + 4] = 1 / Math.sqrt(update.biasCorrection2);
  numbers[at + 5] = update.beta1;
  numbers[at + 6] = update.beta2;
  numbers[at + 7] = 1 - update.beta1;
  numbers[at + 8] = 1 - update.beta2;
  numbers[at + 9] = update.epsilon;
  numbers[at + 10] = update.clipNorm;
  numbers[at + 11] = update.weightDecay;
}

/** Reads what the kernel has written about a batch to the numbers from `at` on. */
export function readOutcome(numbers: Float64Array, at: number): BatchOutcome {
  return { loss: numbers[at + OUTCOME]!, gradientNorm: numbers[at + OUTCOME + 1]! };
}
