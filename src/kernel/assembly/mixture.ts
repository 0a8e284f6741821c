/**
 * The negative log likelihood of a mixture of Gaussians, and its gradient by
 * the network's raw outputs, for four rows at once.
 *
 * With a the logits, s the log variances, σ² = exp(s) + floor and d = μ − y:
 *   ℓ_k = log softmax(a)_k − ½ log 2π − ½ log σ²_k − ½ d²_k / σ²_k
 *   E = −log Σ exp ℓ_k,   π = softmax(a),   γ = softmax(ℓ)
 *   ∂E/∂a = π − γ,   ∂E/∂μ = γ d / σ²,   ∂E/∂s = ½ γ (1 − d²/σ²) exp(s)/σ²
 * Both softmaxes are taken relative to their largest term, so nothing
 * overflows; each exp serves the sum and the share alike.
 */
import { STRIDE, VECTOR } from './block';
import { Constant, constant, exp, expHeld, expShare, log } from './math';

// Scratch: for each component ℓ (then its share), d²/σ², 1/σ², d, and exp(s)/σ².
export const SCRATCH: i32 = 5 * VECTOR;

/**
 * The loss of four rows. `raw` is their column in [3K outputs][row], `target`
 * their y. With `backward`, the gradient takes the raw outputs' place, 0 where
 * `mask` is 0.
 */
// @ts-ignore: decorator
@inline
export function mixtureLoss(
  raw: usize,
  target: v128,
  components: i32,
  floor: f32,
  scratch: usize,
  mask: v128,
  backward: bool,
): v128 {
  const means = components * STRIDE;
  let largestLogit = v128.load(raw);
  for (let k = 1; k < components; k++) {
    largestLogit = f32x4.pmax(largestLogit, v128.load(raw + k * STRIDE));
  }
  // Terms ℓ, up to a constant, and the sum of exp(a).
  let sumOfLogits = f32x4.splat(0);
  let largestTerm = f32x4.neg(constant(Constant.MAX));
  for (let k = 0; k < components; k++) {
    const at = raw + k * STRIDE;
    const room = scratch + k * SCRATCH;
    const a = f32x4.sub(v128.load(at), largestLogit);
    const d = f32x4.sub(v128.load(at + means), target);
    let s = v128.load(at + 2 * means);
    let precision: v128;
    let share = constant(Constant.ONE);
    if (floor == 0) {
      precision = expHeld(f32x4.neg(s));
    } else {
      // Held, so that neither σ² nor its share exp(s)/σ² overflows; log σ² takes in the rest of s.
      s = f32x4.pmin(s, constant(Constant.LOG_VARIANCE_MAX));
      const held = f32x4.pmin(s, constant(Constant.HELD_MAX));
      const e = exp(held);
      const variance = f32x4.add(e, f32x4.splat(floor));
      precision = f32x4.div(constant(Constant.ONE), variance);
      share = f32x4.mul(e, precision);
      s = f32x4.add(log(variance), f32x4.sub(s, held));
    }
    const square = f32x4.pmin(f32x4.mul(f32x4.mul(d, precision), d), constant(Constant.SQUARE_MAX));
    const term = f32x4.sub(a, f32x4.mul(constant(Constant.HALF), f32x4.add(s, square)));
    largestTerm = f32x4.pmax(largestTerm, term);
    const exponential = expShare(a);
    sumOfLogits = f32x4.add(sumOfLogits, exponential);
    v128.store(room, term);
    if (backward) {
      v128.store(at, exponential);
      v128.store(room, square, 16);
      v128.store(room, precision, 32);
      v128.store(room, d, 48);
      v128.store(room, share, 64);
    }
  }
  let sumOfTerms = f32x4.splat(0);
  for (let k = 0; k < components; k++) {
    const room = scratch + k * SCRATCH;
    const exponential = expShare(f32x4.sub(v128.load(room), largestTerm));
    sumOfTerms = f32x4.add(sumOfTerms, exponential);
    v128.store(room, exponential);
  }
  if (backward) {
    mixtureGradient(raw, components, scratch, sumOfLogits, sumOfTerms, mask);
  }
  const loss = f32x4.sub(
    f32x4.sub(log(sumOfLogits), log(sumOfTerms)),
    f32x4.sub(largestTerm, constant(Constant.HALF_LOG_2PI)),
  );
  return v128.and(loss, mask);
}

// @ts-ignore: decorator
@inline
function mixtureGradient(
  raw: usize,
  components: i32,
  scratch: usize,
  sumOfLogits: v128,
  sumOfTerms: v128,
  mask: v128,
): void {
  const means = components * STRIDE;
  const one = constant(Constant.ONE);
  // Masked here, once: a π and a γ of 0 make all three derivatives 0.
  const perLogit = v128.and(mask, f32x4.div(one, sumOfLogits));
  const perTerm = v128.and(mask, f32x4.div(one, sumOfTerms));
  for (let k = 0; k < components; k++) {
    const at = raw + k * STRIDE;
    const room = scratch + k * SCRATCH;
    const pi = f32x4.mul(v128.load(at), perLogit);
    const gamma = f32x4.mul(v128.load(room), perTerm);
    const square = v128.load(room, 16);
    const pull = f32x4.mul(f32x4.mul(gamma, v128.load(room, 48)), v128.load(room, 32));
    const half = f32x4.mul(f32x4.mul(constant(Constant.HALF), gamma), v128.load(room, 64));
    v128.store(at, f32x4.sub(pi, gamma));
    v128.store(at + means, pull);
    v128.store(at + 2 * means, f32x4.mul(half, f32x4.sub(one, square)));
  }
}
