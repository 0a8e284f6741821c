/** Adam as PyTorch computes it, after scaling and clipping the gradient. */
import { rowMask } from './block';
import { firstMoment, gradient, parameterCount, parameters, secondMoment } from './network';

/** Smaller moments are set to 0: they change nothing, and denormals are slow. */
const FIRST_MOMENT_MIN: f32 = 1e-30;
const SECOND_MOMENT_MIN: f32 = 1e-37;

/** What PyTorch's clip_grad_norm_ adds to the norm before it divides. */
const CLIP_EPSILON: f64 = 1e-6;

/** The norm of scale · gradient, summed in float64, always in the same order. */
function gradientNorm(scale: f32): f64 {
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  const count = parameterCount;
  for (let i = 0; i < count; i += 4) {
    const scaled = f32x4.mul(v128.load(gradient + i * 4), f32x4.splat(scale));
    const g = v128.and(scaled, rowMask(i, count)); // no numbers beyond the last
    const low = f64x2.promote_low_f32x4(g);
    const high = f64x2.promote_low_f32x4(v128.shuffle<f32>(g, g, 2, 3, 0, 1));
    even = f64x2.add(even, f64x2.mul(low, low));
    odd = f64x2.add(odd, f64x2.mul(high, high));
  }
  const sum = f64x2.add(even, odd);
  return sqrt(f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
}

/**
 * One step. `stepSize` is learningRate / biasCorrection1, `root` is
 * 1 / √biasCorrection2. Returns the norm before clipping.
 */
export function adamStep(
  scale: f32,
  stepSize: f32,
  root: f32,
  beta1: f32,
  beta2: f32,
  rest1: f32,
  rest2: f32,
  epsilon: f32,
  clipNorm: f64,
  weightDecay: f32,
): f64 {
  const norm = gradientNorm(scale);
  const clip: f32 = clipNorm > 0 ? <f32>Math.min(1, clipNorm / (norm + CLIP_EPSILON)) : 1;
  // The arrays have room for a whole last vector; what becomes of the rest of it is no matter.
  const bytes = parameterCount * 4;
  for (let i = 0; i < bytes; i += 16) {
    const p = v128.load(parameters + i);
    let g = f32x4.mul(v128.load(gradient + i), f32x4.splat(scale));
    g = f32x4.mul(g, f32x4.splat(clip));
    g = f32x4.add(g, f32x4.mul(f32x4.splat(weightDecay), p));
    let m = f32x4.mul(v128.load(firstMoment + i), f32x4.splat(beta1));
    m = f32x4.add(m, f32x4.mul(g, f32x4.splat(rest1)));
    m = v128.andnot(m, f32x4.lt(f32x4.abs(m), f32x4.splat(FIRST_MOMENT_MIN)));
    let v = f32x4.mul(v128.load(secondMoment + i), f32x4.splat(beta2));
    v = f32x4.add(v, f32x4.mul(f32x4.mul(g, g), f32x4.splat(rest2)));
    v = v128.andnot(v, f32x4.lt(v, f32x4.splat(SECOND_MOMENT_MIN)));
    v128.store(firstMoment + i, m);
    v128.store(secondMoment + i, v);
    const size = f32x4.add(f32x4.mul(f32x4.sqrt(v), f32x4.splat(root)), f32x4.splat(epsilon));
    const step = f32x4.div(f32x4.mul(m, f32x4.splat(stepSize)), size);
    v128.store(parameters + i, f32x4.sub(p, step));
  }
  return norm;
}
