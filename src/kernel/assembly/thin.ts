/**
 * Layers with one input (the first) or one output (the head of a feed-forward
 * network): no matrix products, one pass over memory each.
 */
import { STRIDE, VECTOR } from './block';
import { addLanesTo, addTo, sumOf, sumsOf4 } from './lanes';
import { Layer } from './network';
import { tanh } from './math';

/** values[out][row] = activation(w[out] · x[row] + b[out]). */
export function forwardFirst(layer: Layer, x: usize, vectors: i32, relu: bool): void {
  for (let o = 0; o < layer.outputs; o++) {
    const weight = v128.load32_splat(layer.weights + o * 4);
    const bias = v128.load32_splat(layer.biases + o * 4);
    const values = layer.values + o * STRIDE;
    for (let v = 0; v < vectors; v++) {
      const sum = f32x4.add(bias, f32x4.mul(weight, v128.load(x + v * VECTOR)));
      v128.store(values + v * VECTOR, relu ? f32x4.pmax(sum, f32x4.splat(0)) : tanh(sum));
    }
  }
}

/** The gradient of the first layer's weights and biases; `values` holds the deltas. */
export function backwardFirst(layer: Layer, x: usize, vectors: i32): void {
  for (let o = 0; o < layer.outputs; o++) {
    const delta = layer.values + o * STRIDE;
    let weight = f32x4.splat(0);
    let bias = f32x4.splat(0);
    for (let v = 0; v < vectors; v++) {
      const d = v128.load(delta + v * VECTOR);
      bias = f32x4.add(bias, d);
      weight = f32x4.add(weight, f32x4.mul(d, v128.load(x + v * VECTOR)));
    }
    addTo(layer.weightGradient + o * 4, sumOf(weight));
    addTo(layer.biasGradient + o * 4, sumOf(bias));
  }
}

/** The sums over rows of each output's deltas, four outputs at a time. */
export function addBiasGradient(layer: Layer, vectors: i32): void {
  const outputs = layer.outputs;
  for (let o = 0; o < outputs; o += 4) {
    let delta = layer.values + o * STRIDE;
    let a = f32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let v = vectors; v > 0; v--) {
      a = f32x4.add(a, v128.load(delta));
      b = f32x4.add(b, v128.load(delta, STRIDE));
      c = f32x4.add(c, v128.load(delta, 2 * STRIDE));
      d = f32x4.add(d, v128.load(delta, 3 * STRIDE));
      delta += VECTOR;
    }
    addLanesTo(layer.biasGradient + o * 4, sumsOf4(a, b, c, d), outputs - o);
  }
}

/** values[0][row] = b + Σ_i w[i] · input[i][row]. */
export function forwardHead(layer: Layer, input: usize, vectors: i32): void {
  const bias = v128.load32_splat(layer.biases);
  for (let v = 0; v < vectors; v++) {
    let sum = bias;
    let at = input + v * VECTOR;
    for (let i = 0; i < layer.inputs; i++) {
      sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(layer.weights + i * 4), v128.load(at)));
      at += STRIDE;
    }
    v128.store(layer.values + v * VECTOR, sum);
  }
}

/** The head's gradients; the inputs give way to the deltas of the layer below. */
export function backwardHead(layer: Layer, input: usize, vectors: i32, relu: bool): void {
  addBiasGradient(layer, vectors);
  for (let i = 0; i < layer.inputs; i++) {
    const weight = v128.load32_splat(layer.weights + i * 4);
    const values = input + i * STRIDE;
    let sum = f32x4.splat(0);
    for (let v = 0; v < vectors; v++) {
      const delta = v128.load(layer.values + v * VECTOR);
      const value = v128.load(values + v * VECTOR);
      sum = f32x4.add(sum, f32x4.mul(delta, value));
      const below = f32x4.mul(weight, delta);
      v128.store(
        values + v * VECTOR,
        relu
          ? v128.and(below, f32x4.gt(value, f32x4.splat(0)))
          : f32x4.mul(below, f32x4.sub(f32x4.splat(1.0), f32x4.mul(value, value))),
      );
    }
    addTo(layer.weightGradient + i * 4, sumOf(sum));
  }
}
