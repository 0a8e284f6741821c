/**
 * exp, log and tanh of four float32 at once.
 *
 * Nothing but IEEE 754 additions, multiplications and divisions, so the bits
 * are the same on every machine. The polynomials are those of Cephes (expf, logf,
 * tanhf). The largest errors that tests/kernel/kernel.math.test.ts finds, in units in
 * the last place of float32: exp 0.97, log 0.82, tanh 1.30.
 */

/**
 * The constants, in memory: V8 makes a vector literal anew from two scalar
 * instructions wherever it is used, which nearly doubles the cost of an exp.
 */
const TABLE: usize = memory.data<f32>([
  0.0, 0.5, 1.0, 2.0,
  // LOG2_E, ROUND, LN2_HIGH, LN2_LOW
  1.44269504088896341, 12582912.0, 0.693359375, -2.12194440e-4,
  // EXP_MIN, EXP_MAX, SHARE_MIN, TANH_MAX
  -87.33654, 88.72283, -50.0, 18.1,
  // MAX, SIGN, SQRT_HALF
  3.4028234663852886e38, -0.0, 0.70710678118654752,
  // HELD_MAX, SQUARE_MAX, HALF_LOG_2PI, TANH_SMALL
  87.0, 1e38, 0.9189385332046727, 0.625,
  // EXP
  5.0000001201e-1, 1.6666665459e-1, 4.1665795894e-2, 8.3334519073e-3, 1.3981999507e-3,
  1.9875691500e-4,
  // LOG
  3.3333331174e-1, -2.4999993993e-1, 2.0000714765e-1, -1.6668057665e-1, 1.4249322787e-1,
  -1.2420140846e-1, 1.1676998740e-1, -1.1514610310e-1, 7.0376836292e-2,
  // TANH
  -3.33332819422e-1, 1.33314422036e-1, -5.37397155531e-2, 2.06390887954e-2, -5.70498872745e-3,
  // LOG_VARIANCE_MAX
  600.0,
]);

/** Numbers of constants in the table. */
export const enum Constant {
  ZERO = 0,
  HALF = 1,
  ONE = 2,
  TWO = 3,
  LOG2_E = 4,
  /** 1.5 · 2²³: adding it rounds a small float to an integer, which then stands in the low bits. */
  ROUND = 5,
  /** log 2 in two parts: the first has so few bits that n · LN2_HIGH is exact. */
  LN2_HIGH = 6,
  LN2_LOW = 7,
  /** Below it, exp would be denormal. */
  EXP_MIN = 8,
  /** Above it, exp overflows. */
  EXP_MAX = 9,
  /** Below it, exp is nothing next to 1. */
  SHARE_MIN = 10,
  /** From half of it on, tanh rounds to 1. */
  TANH_MAX = 11,
  /** The largest float32. */
  MAX = 12,
  /** -0: the sign bit. */
  SIGN = 13,
  SQRT_HALF = 14,
  HELD_MAX = 15,
  /**
   * d²/σ² may overflow where a component is far too narrow to matter; this is
   * what it is held to, so that its share of 0 times it is 0 and not NaN.
   */
  SQUARE_MAX = 16,
  /** ½ log 2π. */
  HALF_LOG_2PI = 17,
  /** Below it, tanh has a polynomial of its own. */
  TANH_SMALL = 18,
  /** Coefficients, of the lowest power first. */
  EXP = 19,
  LOG = 25,
  TANH = 34,
  /** A larger log variance counts as this, as in core/loss.ts. */
  LOG_VARIANCE_MAX = 39,
}

// @ts-ignore: decorator
@inline
export function constant(index: i32): v128 {
  return v128.load32_splat(TABLE + index * 4);
}

/** sum · x + the constant: a step of Horner's scheme. */
// @ts-ignore: decorator
@inline
function horner(sum: v128, x: v128, index: i32): v128 {
  return f32x4.add(f32x4.mul(sum, x), constant(index));
}

/** (exp(r) − 1 − r) / r² for |r| ≤ ½ log 2. */
// @ts-ignore: decorator
@inline
function expTail(r: v128): v128 {
  let p = constant(Constant.EXP + 5);
  p = horner(p, r, Constant.EXP + 4);
  p = horner(p, r, Constant.EXP + 3);
  p = horner(p, r, Constant.EXP + 2);
  p = horner(p, r, Constant.EXP + 1);
  return horner(p, r, Constant.EXP);
}

/** exp for EXP_MIN ≤ x ≤ EXP_MAX; elsewhere nonsense. */
// @ts-ignore: decorator
@inline
function expInRange(x: v128): v128 {
  const shifted = f32x4.add(f32x4.mul(x, constant(Constant.LOG2_E)), constant(Constant.ROUND));
  const n = f32x4.sub(shifted, constant(Constant.ROUND));
  let r = f32x4.sub(x, f32x4.mul(n, constant(Constant.LN2_HIGH)));
  r = f32x4.sub(r, f32x4.mul(n, constant(Constant.LN2_LOW)));
  const tail = f32x4.mul(expTail(r), f32x4.mul(r, r));
  const value = f32x4.add(f32x4.add(tail, r), constant(Constant.ONE));
  // Times 2ⁿ: add n to the exponent.
  return i32x4.add(value, i32x4.shl(shifted, 23));
}

/** eˣ: infinite above 88.72, 0 below −87.33 (no denormals), NaN for NaN. */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  const value = v128.and(expInRange(x), f32x4.ge(x, constant(Constant.EXP_MIN)));
  const overflow = f32x4.mul(x, constant(Constant.MAX)); // infinite, or NaN
  return v128.bitselect(value, overflow, f32x4.le(x, constant(Constant.EXP_MAX)));
}

/**
 * eˣ for x ≤ 0, where the result is one term of a sum that is at least 1:
 * exactly 0 below −50. So neither it nor its products are denormals, which
 * processors multiply a hundred times more slowly.
 */
// @ts-ignore: decorator
@inline
export function expShare(x: v128): v128 {
  // Written so that NaN stays NaN.
  return v128.andnot(expInRange(x), f32x4.lt(x, constant(Constant.SHARE_MIN)));
}

/** eˣ for |x| ≤ 87; held to the values there beyond. NaN for NaN. */
// @ts-ignore: decorator
@inline
export function expHeld(x: v128): v128 {
  const below = f32x4.pmin(x, constant(Constant.HELD_MAX));
  return expInRange(f32x4.pmax(below, f32x4.neg(constant(Constant.HELD_MAX))));
}

/** log x for normal x > 0 and for infinity; NaN for NaN. */
// @ts-ignore: decorator
@inline
export function log(x: v128): v128 {
  // x = 2ᵉ · m with √½ ≤ m < √2.
  const offset = i32x4.sub(x, constant(Constant.SQRT_HALF));
  const e = f32x4.convert_i32x4_s(i32x4.shr_s(offset, 23));
  const m = i32x4.add(v128.and(offset, i32x4.splat(0x7fffff)), constant(Constant.SQRT_HALF));
  const f = f32x4.sub(m, constant(Constant.ONE));
  const square = f32x4.mul(f, f);
  let p = constant(Constant.LOG + 8);
  p = horner(p, f, Constant.LOG + 7);
  p = horner(p, f, Constant.LOG + 6);
  p = horner(p, f, Constant.LOG + 5);
  p = horner(p, f, Constant.LOG + 4);
  p = horner(p, f, Constant.LOG + 3);
  p = horner(p, f, Constant.LOG + 2);
  p = horner(p, f, Constant.LOG + 1);
  p = horner(p, f, Constant.LOG);
  let tail = f32x4.mul(f32x4.mul(p, f), square);
  tail = f32x4.add(tail, f32x4.mul(e, constant(Constant.LN2_LOW)));
  tail = f32x4.sub(tail, f32x4.mul(square, constant(Constant.HALF)));
  const value = f32x4.add(f32x4.add(f, tail), f32x4.mul(e, constant(Constant.LN2_HIGH)));
  // Infinity and NaN answer themselves.
  return v128.bitselect(value, x, f32x4.le(x, constant(Constant.MAX)));
}

/** tanh x, of full relative accuracy near 0 too. */
// @ts-ignore: decorator
@inline
export function tanh(x: v128): v128 {
  const size = f32x4.abs(x);
  const square = f32x4.mul(x, x);
  let p = constant(Constant.TANH + 4);
  p = horner(p, square, Constant.TANH + 3);
  p = horner(p, square, Constant.TANH + 2);
  p = horner(p, square, Constant.TANH + 1);
  p = horner(p, square, Constant.TANH);
  const small = f32x4.add(x, f32x4.mul(f32x4.mul(p, square), x));
  // Elsewhere 1 − 2 / (exp(2|x|) + 1), with the sign of x. pmin keeps NaN.
  const e = expInRange(f32x4.pmin(f32x4.add(size, size), constant(Constant.TANH_MAX)));
  const one = constant(Constant.ONE);
  const large = f32x4.sub(one, f32x4.div(constant(Constant.TWO), f32x4.add(e, one)));
  const signed = v128.or(large, v128.and(x, constant(Constant.SIGN)));
  return v128.bitselect(small, signed, f32x4.lt(size, constant(Constant.TANH_SMALL)));
}
