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
