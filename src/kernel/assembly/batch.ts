/** One optimizer step: what the loader asks for, and what the kernel answers. */

/** Bytes of a Batch. */
export const STEP_BYTES: i32 = 14 * 8;

/** Rows from..to and the step of Adam on them; ../kernel.ts writes it as 14 float64. */
@unmanaged
export class Batch {
  from: f64;
  to: f64;
  /** 1 / rows of the whole batch. */
  scale: f64;
  /** learningRate / biasCorrection1. */
  stepSize: f64;
  /** 1 / √biasCorrection2. */
  root: f64;
  beta1: f64;
  beta2: f64;
  /** 1 − beta1, 1 − beta2. */
  rest1: f64;
  rest2: f64;
  epsilon: f64;
  clipNorm: f64;
  weightDecay: f64;
  /** The batch's mean loss. */
  loss: f64;
  /** The norm of its mean gradient, before clipping. */
  gradientNorm: f64;
}
