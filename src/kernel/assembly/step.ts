/** One block of rows: forward, loss, backward. */
import { BLOCK_ROWS, padded, rowMask, STRIDE, VECTOR, vectorsOf } from './block';
import { tanh } from './math';
import { addWeightGradient, PLAIN, product, RELU, RELU_SLOPE, TANH_SLOPE } from './matmul';
import { mixtureLoss } from './mixture';
import { components, isRelu, Layer, layerAt, layerCount, scratch, varianceFloor, x, y } from './network';
import { addBiasGradient, backwardFirst, backwardHead, forwardFirst, forwardHead } from './thin';

/** Fills the last vector of `rows` rows up with the last row, so that its lanes hold nothing odd. */
export function fillUp(rows: i32): void {
  for (let row = rows; row & 3; row++) {
    store<f32>(x + row * 4, load<f32>(x + (rows - 1) * 4));
    store<f32>(y + row * 4, load<f32>(y + (rows - 1) * 4));
  }
}

function applyTanh(layer: Layer, vectors: i32): void {
  for (let o = 0; o < layer.outputs; o++) {
    let at = layer.values + o * STRIDE;
    for (let v = vectors; v > 0; v--) {
      v128.store(at, tanh(v128.load(at)));
      at += VECTOR;
    }
  }
}

/** The activations of every layer, from the inputs at `from`; the last is the raw output. */
export function forwardBlock(from: usize, vectors: i32): void {
  forwardFirst(layerAt(0), from, vectors, isRelu);
  for (let l = 1; l < layerCount; l++) {
    const layer = layerAt(l);
    const input = layerAt(l - 1).values;
    if (!layer.forwardPanels) {
      forwardHead(layer, input, vectors);
      continue;
    }
    const hidden = l < layerCount - 1;
    const panels = padded(layer.outputs) >> 2;
    const kind = hidden && isRelu ? RELU : PLAIN;
    product(layer.forwardPanels, panels, layer.inputs, input, layer.values, vectors, kind);
    if (hidden && !isRelu) applyTanh(layer, vectors);
  }
}

/** (f − y)² of four rows; with `backward`, its gradient takes the place of f. */
// @ts-ignore: decorator
@inline
function squaredLoss(raw: usize, target: v128, mask: v128, backward: bool): v128 {
  const d = v128.and(mask, f32x4.sub(v128.load(raw), target));
  if (backward) v128.store(raw, f32x4.add(d, d));
  return f32x4.mul(d, d);
}

/** The sum of the rows' losses, in float64. With `backward`, deltas replace the raw output. */
function lossOfBlock(from: usize, rows: i32, backward: bool): f64 {
  const raw = layerAt(layerCount - 1).values;
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  for (let row = 0; row < rows; row += 4) {
    const mask = rowMask(row, rows);
    const target = v128.load(from + row * 4);
    const column = raw + row * 4;
    const loss = components
      ? mixtureLoss(column, target, components, varianceFloor, scratch, mask, backward)
      : squaredLoss(column, target, mask, backward);
    even = f64x2.add(even, f64x2.promote_low_f32x4(loss));
    odd = f64x2.add(odd, f64x2.promote_low_f32x4(v128.shuffle<f32>(loss, loss, 2, 3, 0, 1)));
  }
  const sum = f64x2.add(even, odd);
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Adds the gradient of every layer, from the deltas that the last one's values hold. */
function backwardBlock(from: usize, vectors: i32): void {
  for (let l = layerCount - 1; l > 0; l--) {
    const layer = layerAt(l);
    const below = layerAt(l - 1).values;
    if (!layer.forwardPanels) {
      backwardHead(layer, below, vectors, isRelu);
      continue;
    }
    const inputs = layer.inputs;
    const kind = isRelu ? RELU_SLOPE : TANH_SLOPE;
    addBiasGradient(layer, vectors);
    addWeightGradient(layer.values, layer.outputs, below, inputs, vectors, layer.weightGradient);
    product(layer.backwardPanels, padded(inputs) >> 2, layer.outputs, layer.values, below, vectors, kind);
  }
  backwardFirst(layerAt(0), from, vectors);
}

/**
 * Adds the losses of rows from..to to `lossSum`, block by block, and with
 * `backward` their gradients to the gradient.
 */
export function runRows(from: i32, to: i32, lossSum: f64, backward: bool): f64 {
  for (let row = from; row < to; row += BLOCK_ROWS) {
    const rows = min(BLOCK_ROWS, to - row);
    const vectors = vectorsOf(rows);
    forwardBlock(x + row * 4, vectors);
    lossSum += lossOfBlock(y + row * 4, rows, backward);
    if (backward) backwardBlock(x + row * 4, vectors);
  }
  return lossSum;
}
