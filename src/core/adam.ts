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

/** What `clip_grad_norm_` adds to the norm before it divides. */
const CLIP_EPSILON = 1e-6;

/**
 * By how much PyTorch's `clip_grad_norm_` multiplies the mean gradient:
 * min(1, clipNorm / (norm + 1e-6)), or 1 if `clipNorm` is 0.
 */
export function clipFactor(
  gradient: ArrayLike<number>,
  { scale, clipNorm }: Pick<AdamUpdate, 'scale' | 'clipNorm'>,
): number {
  if (clipNorm <= 0) return 1;
  let sum = 0;
  for (let i = 0; i < gradient.length; i++) sum += (scale * gradient[i]!) ** 2;
  return Math.min(1, clipNorm / (Math.sqrt(sum) + CLIP_EPSILON));
}

/**
 * One step of Adam (Kingma & Ba 2015, as `torch.optim.Adam` does it), in place
 * and in float64: the gradient's norm is clipped, weight decay added, then
 * m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g²,
 * w ← w − (learningRate / c₁) · m / (√v / √c₂ + ε).
 *
 * All four arrays have one length; `mean` and `square` are 0 before step 1.
 *
 * @throws RangeError if the lengths differ
 */
export function adam(
  parameters: Float64Array,
  gradient: ArrayLike<number>,
  mean: Float64Array,
  square: Float64Array,
  update: AdamUpdate,
): void {
  const n = parameters.length;
  if (gradient.length !== n || mean.length !== n || square.length !== n) {
    throw new RangeError('Parameters, gradient and moments differ in length');
  }
  const { beta1, beta2, epsilon, weightDecay } = update;
  const factor = update.scale * clipFactor(gradient, update);
  const rate = update.learningRate / update.biasCorrection1;
  const rootCorrection = Math.sqrt(update.biasCorrection2);
  for (let i = 0; i < n; i++) {
    const w = parameters[i]!;
    const g = factor * gradient[i]! + weightDecay * w;
    const m = beta1 * mean[i]! + (1 - beta1) * g;
    const v = beta2 * square[i]! + (1 - beta2) * g * g;
    mean[i] = m;
    square[i] = v;
    parameters[i] = w - (rate * m) / (Math.sqrt(v) / rootCorrection + epsilon);
  }
}
