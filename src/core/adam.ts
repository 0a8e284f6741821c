import { pow } from './math.ts';

/** What one Adam step needs to know beside the parameters and their gradient. */
export interface AdamUpdate {
  /** The gradient handed in is multiplied by this: 1/n if it is a sum over n points. */
  readonly scale: number;
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** 1 − β₁ᵗ at step t = 1, 2, … */
  readonly biasCorrection1: number;
  /** 1 − β₂ᵗ at step t = 1, 2, … */
  readonly biasCorrection2: number;
  /** The largest Euclidean norm of the mean gradient; 0 for no clipping. */
  readonly clipNorm: number;
  /** λ of the L2 penalty ½λ‖w‖², added to the gradient as λw; 0 for none. */
  readonly weightDecay: number;
}

export type AdamSettings = Omit<AdamUpdate, 'biasCorrection1' | 'biasCorrection2'>;

/** PyTorch's defaults; only the learning rate is always the caller's choice. */
export const ADAM_DEFAULTS = {
  scale: 1,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  clipNorm: 0,
  weightDecay: 0,
} as const;

/**
 * The update of step `step`, which is counted from 1.
 *
 * @throws RangeError if `step` is not a positive integer: at 0 both
 *   corrections are 0, and the step would divide by them
 */
export function adamUpdate(
  step: number,
  settings: Partial<AdamSettings> & Pick<AdamSettings, 'learningRate'>,
): AdamUpdate {
  if (!Number.isInteger(step) || step < 1) throw new RangeError(`Adam step ${step}`);
  const all = { ...ADAM_DEFAULTS, ...settings };
  return {
    ...all,
    biasCorrection1: 1 - pow(all.beta1, step),
    biasCorrection2: 1 - pow(all.beta2, step),
  };
}
