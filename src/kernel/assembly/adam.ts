/** Adam as PyTorch computes it, after scaling and clipping the gradient. */
import { Batch } from './batch';
import { firstMoment, gradient, parameterCount, parameters, secondMoment } from './network';

/** Smaller moments are set to 0: they change nothing, and denormals are slow. */
const FIRST_MOMENT_MIN: f32 = 1e-30;
const SECOND_MOMENT_MIN: f32 = 1e-37;

/** What PyTorch's clip_grad_norm_ adds to the norm before it divides. */
const CLIP_EPSILON: f64 = 1e-6;

/** The norm of scale · gradient, summed in float64, always in the same order. */
export function gradientNorm(scale: f32): f64 {
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  // Beyond the last number the array holds zeros.
  const bytes = parameterCount * 4;
  for (let i = 0; i < bytes; i += 16) {
    const g = f32x4.mul(v128.load(gradient + i), f32x4.splat(scale));
    const low = f64x2.promote_low_f32x4(g);
    const high = f64x2.promote_low_f32x4(v128.shuffle<f32>(g, g, 2, 3, 0, 1));
    even = f64x2.add(even, f64x2.mul(low, low));
    odd = f64x2.add(odd, f64x2.mul(high, high));
  }
  const sum = f64x2.add(even, odd);
  return sqrt(f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
}

/** One step, on a gradient whose norm is `batch.gradientNorm`. */
export function adamStep(batch: Batch): void {
  const clipNorm = batch.clipNorm;
  const clip: f32 =
    clipNorm > 0 ? <f32>Math.min(1, clipNorm / (batch.gradientNorm + CLIP_EPSILON)) : 1;
  const scale = f32x4.splat(<f32>batch.scale);
  const stepSize = f32x4.splat(<f32>batch.stepSize);
  const root = f32x4.splat(<f32>batch.root);
  const beta1 = f32x4.splat(<f32>batch.beta1);
  const beta2 = f32x4.splat(<f32>batch.beta2);
  const rest1 = f32x4.splat(<f32>batch.rest1);
  const rest2 = f32x4.splat(<f32>batch.rest2);
  const epsilon = f32x4.splat(<f32>batch.epsilon);
  const weightDecay = f32x4.splat(<f32>batch.weightDecay);
  // The arrays have room for a whole last vector; what becomes of the rest of it is no matter.
  const bytes = parameterCount * 4;
  for (let i = 0; i < bytes; i += 16) {
    const p = v128.load(parameters + i);
    let g = f32x4.mul(v128.load(gradient + i), scale);
    g = f32x4.mul(g, f32x4.splat(clip));
    g = f32x4.add(g, f32x4.mul(weightDecay, p));
    let m = f32x4.mul(v128.load(firstMoment + i), beta1);
    m = f32x4.add(m, f32x4.mul(g, rest1));
    m = v128.andnot(m, f32x4.lt(f32x4.abs(m), f32x4.splat(FIRST_MOMENT_MIN)));
    let v = f32x4.mul(v128.load(secondMoment + i), beta2);
    v = f32x4.add(v, f32x4.mul(f32x4.mul(g, g), rest2));
    v = v128.andnot(v, f32x4.lt(v, f32x4.splat(SECOND_MOMENT_MIN)));
    v128.store(firstMoment + i, m);
    v128.store(secondMoment + i, v);
    const size = f32x4.add(f32x4.mul(f32x4.sqrt(v), root), epsilon);
    const step = f32x4.div(f32x4.mul(m, stepSize), size);
    v128.store(parameters + i, f32x4.sub(p, step));
  }
}
