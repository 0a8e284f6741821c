/**
 * The three matrix products of a layer with several inputs and outputs.
 *
 * Both products that run through the network (values forward, gradients back)
 * are target[m][row] = start[m] + Σ_k factor[m][k] · source[k][row]. The
 * factors are packed beforehand into panels of four m's: four starts, then
 * for each k four factors. Tiles of 4 m's × 2 vectors of rows stay in
 * registers, so each step of k costs 8 multiplications and additions for 6
 * loads. Larger tiles are slower: x64 leaves 15 registers, and the compiler
 * keeps the loaded values in some of them.
 *
 * Rows of `target` beyond the last m, up to a whole panel, get garbage: give
 * them room, and do not read them.
 */
import { STRIDE, VECTOR } from './block';
import { addLanesTo, sumsOf4 } from './lanes';

/** What becomes of each value of a product before it is stored. */
export const PLAIN: i32 = 0;
/** max(0, value). */
export const RELU: i32 = 1;
/** Times the derivative of relu, by the activation that the target holds. */
export const RELU_SLOPE: i32 = 2;
/** Times the derivative of tanh, by the activation that the target holds. */
export const TANH_SLOPE: i32 = 3;

// @ts-ignore: decorator
@inline
function finish(at: usize, value: v128, kind: i32): void {
  if (kind == RELU) {
    value = f32x4.pmax(value, f32x4.splat(0)); // pmax keeps NaN, so that divergence shows
  } else if (kind == RELU_SLOPE) {
    value = v128.and(value, f32x4.gt(v128.load(at), f32x4.splat(0)));
  } else if (kind == TANH_SLOPE) {
    const t = v128.load(at);
    value = f32x4.mul(value, f32x4.sub(f32x4.splat(1.0), f32x4.mul(t, t)));
  }
  v128.store(at, value);
}

// @ts-ignore: decorator
@inline
function multiplyAdd(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

/** Four m's × two vectors. */
function tile4x2(panel: usize, depth: i32, source: usize, target: usize, kind: i32): void {
  let a0 = v128.load32_splat(panel);
  let a1 = a0;
  let b0 = v128.load32_splat(panel, 4);
  let b1 = b0;
  let c0 = v128.load32_splat(panel, 8);
  let c1 = c0;
  let d0 = v128.load32_splat(panel, 12);
  let d1 = d0;
  for (let k = depth; k > 0; k--) {
    panel += VECTOR;
    const value0 = v128.load(source);
    const value1 = v128.load(source, 16);
    let factor = v128.load32_splat(panel);
    a0 = multiplyAdd(a0, factor, value0);
    a1 = multiplyAdd(a1, factor, value1);
    factor = v128.load32_splat(panel, 4);
    b0 = multiplyAdd(b0, factor, value0);
    b1 = multiplyAdd(b1, factor, value1);
    factor = v128.load32_splat(panel, 8);
    c0 = multiplyAdd(c0, factor, value0);
    c1 = multiplyAdd(c1, factor, value1);
    factor = v128.load32_splat(panel, 12);
    d0 = multiplyAdd(d0, factor, value0);
    d1 = multiplyAdd(d1, factor, value1);
    source += STRIDE;
  }
  finish(target, a0, kind);
  finish(target + 16, a1, kind);
  target += STRIDE;
  finish(target, b0, kind);
  finish(target + 16, b1, kind);
  target += STRIDE;
  finish(target, c0, kind);
  finish(target + 16, c1, kind);
  target += STRIDE;
  finish(target, d0, kind);
  finish(target + 16, d1, kind);
}

/** Four m's × one vector: what a short block leaves over. */
function tile4x1(panel: usize, depth: i32, source: usize, target: usize, kind: i32): void {
  let a = v128.load32_splat(panel);
  let b = v128.load32_splat(panel, 4);
  let c = v128.load32_splat(panel, 8);
  let d = v128.load32_splat(panel, 12);
  for (let k = depth; k > 0; k--) {
    panel += VECTOR;
    const value = v128.load(source);
    a = multiplyAdd(a, v128.load32_splat(panel), value);
    b = multiplyAdd(b, v128.load32_splat(panel, 4), value);
    c = multiplyAdd(c, v128.load32_splat(panel, 8), value);
    d = multiplyAdd(d, v128.load32_splat(panel, 12), value);
    source += STRIDE;
  }
  finish(target, a, kind);
  finish(target + STRIDE, b, kind);
  finish(target + 2 * STRIDE, c, kind);
  finish(target + 3 * STRIDE, d, kind);
}

/** target[m][row] = start[m] + Σ_k factor[m][k] · source[k][row], see above. */
export function product(
  panels: usize,
  count: i32,
  depth: i32,
  source: usize,
  target: usize,
  vectors: i32,
  kind: i32,
): void {
  const panelBytes = (depth + 1) * VECTOR;
  let done = 0;
  while (done < vectors) {
    const wide = vectors - done >= 2;
    const offset = done * VECTOR;
    for (let p = 0; p < count; p++) {
      const panel = panels + p * panelBytes;
      const to = target + 4 * p * STRIDE + offset;
      if (wide) tile4x2(panel, depth, source + offset, to, kind);
      else tile4x1(panel, depth, source + offset, to, kind);
    }
    done += wide ? 2 : 1;
  }
}

/** Two outputs × four inputs of a weight gradient. */
// @ts-ignore: decorator
@inline
function gradientTile(
  delta: usize,
  input: usize,
  vectors: i32,
  gradient: usize,
  rowBytes: i32,
  outputs: i32,
  inputs: i32,
): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  for (let v = vectors; v > 0; v--) {
    const d0 = v128.load(delta);
    const d1 = v128.load(delta, STRIDE);
    let value = v128.load(input);
    a0 = multiplyAdd(a0, d0, value);
    b0 = multiplyAdd(b0, d1, value);
    value = v128.load(input, STRIDE);
    a1 = multiplyAdd(a1, d0, value);
    b1 = multiplyAdd(b1, d1, value);
    value = v128.load(input, 2 * STRIDE);
    a2 = multiplyAdd(a2, d0, value);
    b2 = multiplyAdd(b2, d1, value);
    value = v128.load(input, 3 * STRIDE);
    a3 = multiplyAdd(a3, d0, value);
    b3 = multiplyAdd(b3, d1, value);
    delta += VECTOR;
    input += VECTOR;
  }
  addLanesTo(gradient, sumsOf4(a0, a1, a2, a3), inputs);
  if (outputs > 1) addLanesTo(gradient + rowBytes, sumsOf4(b0, b1, b2, b3), inputs);
}

/** gradient[out][in] += Σ_row delta[out][row] · input[in][row]. */
export function addWeightGradient(
  delta: usize,
  outputs: i32,
  input: usize,
  inputs: i32,
  vectors: i32,
  gradient: usize,
): void {
  const rowBytes = inputs * 4;
  for (let i = 0; i < inputs; i += 4) {
    for (let o = 0; o < outputs; o += 2) {
      gradientTile(
        delta + o * STRIDE,
        input + i * STRIDE,
        vectors,
        gradient + o * rowBytes + i * 4,
        rowBytes,
        outputs - o,
        inputs - i,
      );
    }
  }
}
