/** Rows, block by block: forward, loss, backward. */
import { BLOCK_ROWS, padded, rowMask, STRIDE, VECTOR, vectorsOf } from './block';
import { tanh } from './math';
import { addWeightGradient, PLAIN, product, RELU, RELU_SLOPE, TANH_SLOPE } from './matmul';
import { mixtureLoss } from './mixture';
import {
  blockX,
  blockY,
  components,
  isRelu,
  Layer,
  layerAt,
  layerCount,
  order,
  pack,
  scratch,
  testX,
  testY,
  trainX,
  trainY,
  varianceFloor,
} from './network';
import { addBiasGradient, backwardFirst, backwardHead, forwardFirst, forwardHead } from './thin';

/** Fills the block's last vector up with its last row, so that its lanes hold nothing odd. */
function fillUp(rows: i32): void {
  for (let row = rows; row & 3; row++) {
    store<f32>(blockX + row * 4, load<f32>(blockX + (rows - 1) * 4));
    store<f32>(blockY + row * 4, load<f32>(blockY + (rows - 1) * 4));
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

/** The activations of every layer; the last is the raw output. */
function forwardBlock(vectors: i32): void {
  forwardFirst(layerAt(0), blockX, vectors, isRelu);
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
function lossOfBlock(rows: i32, backward: bool): f64 {
  const raw = layerAt(layerCount - 1).values;
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  for (let row = 0; row < rows; row += 4) {
    const mask = rowMask(row, rows);
    const target = v128.load(blockY + row * 4);
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
function backwardBlock(vectors: i32): void {
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
  backwardFirst(layerAt(0), blockX, vectors);
}

/** Forward, loss and, if asked for, backward of the block at hand; the sum of its losses. */
function runBlock(rows: i32, backward: bool): f64 {
  fillUp(rows);
  const vectors = vectorsOf(rows);
  forwardBlock(vectors);
  const loss = lossOfBlock(rows, backward);
  if (backward) backwardBlock(vectors);
  return loss;
}

/** `lossSum` and the losses of training rows from..to; their gradients are added to the gradient. */
export function runTraining(from: i32, to: i32, lossSum: f64): f64 {
  pack();
  for (let start = from; start < to; start += BLOCK_ROWS) {
    const rows = min(BLOCK_ROWS, to - start);
    for (let row = 0; row < rows; row++) {
      const point = load<i32>(order + (start + row) * 4) * 4;
      store<f32>(blockX + row * 4, load<f32>(trainX + point));
      store<f32>(blockY + row * 4, load<f32>(trainY + point));
    }
    lossSum += runBlock(rows, true);
  }
  return lossSum;
}

/** `lossSum` and the losses of test rows from..to. */
export function runTest(from: i32, to: i32, lossSum: f64): f64 {
  pack();
  for (let start = from; start < to; start += BLOCK_ROWS) {
    const rows = min(BLOCK_ROWS, to - start);
    memory.copy(blockX, testX + start * 4, rows * 4);
    memory.copy(blockY, testY + start * 4, rows * 4);
    lossSum += runBlock(rows, false);
  }
  return lossSum;
}

/** Writes the raw outputs of `rows` rows, whose x stand at `input`, to `output`, row after row. */
export function runForward(rows: i32, input: usize, output: usize): void {
  pack();
  const last = layerAt(layerCount - 1);
  const outputs = last.outputs;
  for (let start = 0; start < rows; start += BLOCK_ROWS) {
    const count = min(BLOCK_ROWS, rows - start);
    memory.copy(blockX, input + start * 4, count * 4);
    fillUp(count);
    forwardBlock(vectorsOf(count));
    for (let row = 0; row < count; row++) {
      for (let o = 0; o < outputs; o++) {
        store<f32>(output, load<f32>(last.values + (o * BLOCK_ROWS + row) * 4));
        output += 4;
      }
    }
  }
}
