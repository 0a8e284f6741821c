/**
 * The kernel's exports. The loader, ../kernel.ts, is their only caller: it
 * writes parameters, x and y to the addresses given here, calls, and reads
 * the results back.
 */
import { BLOCK_ROWS, vectorsOf } from './block';
import * as network from './network';
import { fillUp, forwardBlock, runRows } from './step';

export { configure, configureFlat } from './network';
export { adamStep } from './adam';
export { peak } from './peak';
export { expArray, logArray, tanhArray } from './testing';

export function blockRows(): i32 {
  return BLOCK_ROWS;
}
export function chunkRows(): i32 {
  return network.CHUNK_ROWS;
}
export function parameters(): usize {
  return network.parameters;
}
export function gradient(): usize {
  return network.gradient;
}
export function firstMoment(): usize {
  return network.firstMoment;
}
export function secondMoment(): usize {
  return network.secondMoment;
}
export function x(): usize {
  return network.x;
}
export function y(): usize {
  return network.y;
}
export function takeOutput(): usize {
  return network.takeOutput();
}

/** To be called when the parameters have changed, before rows are run. */
export function pack(backward: bool): void {
  network.pack(backward);
}

export function zeroGradient(): void {
  memory.fill(network.gradient, 0, network.parameterCount * 4);
}

/** Adds the losses of the first `rows` rows to `lossSum`. */
export function loss(rows: i32, lossSum: f64): f64 {
  fillUp(rows);
  return runRows(0, rows, lossSum, false);
}

/** Adds the losses of the first `rows` rows to `lossSum`, and their gradients to the gradient. */
export function accumulate(rows: i32, lossSum: f64): f64 {
  fillUp(rows);
  return runRows(0, rows, lossSum, true);
}

/** Writes the raw outputs of the first `rows` rows to `output`, row after row. */
export function forward(rows: i32, output: usize): void {
  fillUp(rows);
  const last = network.layerAt(network.layerCount - 1);
  const outputs = last.outputs;
  for (let start = 0; start < rows; start += BLOCK_ROWS) {
    const count = min(BLOCK_ROWS, rows - start);
    forwardBlock(network.x + start * 4, vectorsOf(count));
    for (let row = 0; row < count; row++) {
      for (let o = 0; o < outputs; o++) {
        store<f32>(output, load<f32>(last.values + (o * BLOCK_ROWS + row) * 4));
        output += 4;
      }
    }
  }
}
