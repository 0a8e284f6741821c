/**
 * The kernel's exports. The loader, ../kernel.ts, is their only caller but for
 * the tests: it writes to the addresses given here, calls, and reads back.
 */
import { BLOCK_ROWS } from './block';
import * as network from './network';
import { runForward, runTest } from './step';

export { configure, takeOutput, unpack } from './network';
export { accumulate, discard, train } from './train';
export { peak } from './peak';
export { expArray, logArray, tanhArray } from './testing';

export function blockRows(): i32 {
  return BLOCK_ROWS;
}
export function chunkRows(): i32 {
  return network.CHUNK_ROWS;
}
export function mostSteps(): i32 {
  return network.MOST_STEPS;
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
export function trainX(): usize {
  return network.trainX;
}
export function trainY(): usize {
  return network.trainY;
}
export function order(): usize {
  return network.order;
}
export function testX(): usize {
  return network.testX;
}
export function testY(): usize {
  return network.testY;
}
export function steps(): usize {
  return network.steps;
}
export function input(): usize {
  return network.input;
}
export function output(): usize {
  return network.output;
}

/** `lossSum` and the losses of test rows from..to. */
export function testLoss(from: i32, to: i32, lossSum: f64): f64 {
  return runTest(from, to, lossSum);
}

/** Writes the raw outputs of the first `rows` inputs to the output, after `takeOutput`. */
export function forward(rows: i32): void {
  runForward(rows, network.input, network.output);
}
