/**
 * The fused training kernel: a run's forward, loss, backward and Adam in
 * WebAssembly SIMD.
 *
 * Imports nothing but its own parts, and runs wherever WebAssembly SIMD does.
 * Parameters, moments, points and their order stay in its memory, so that one
 * call does many steps. Only plain SIMD128 instructions are used, no relaxed
 * ones: the same arguments give the same bits on every machine.
 */

import { BATCH_NUMBERS, type Batch, type BatchOutcome, readOutcome, writeBatch } from './batch.ts';
import type { KernelExports } from './exports.ts';
import { check, checkShape, type KernelShape, outputsOf } from './shape.ts';

export type { Batch, BatchOutcome } from './batch.ts';
export type { KernelShape } from './shape.ts';

/** Rows are run in blocks of so many, from the first row of a call on. */
export const BLOCK_ROWS = 96;

/** Points, [n] each. */
export interface KernelPoints {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Parameters and Adam's moments, [parameters] each. */
export interface KernelState {
  readonly parameters: Float32Array;
  readonly firstMoment: Float32Array;
  readonly secondMoment: Float32Array;
}

/** Compiles the kernel; the module can be sent to a worker and be instantiated many times. */
export async function compileKernel(
  source: BufferSource | WebAssembly.Module,
): Promise<WebAssembly.Module> {
  return source instanceof WebAssembly.Module ? source : WebAssembly.compile(source);
}

/** One run in a memory of its own. `open` makes it another. */
export class Kernel {
  readonly #exports: KernelExports;
  #shape: KernelShape | null = null;
  #parameterCount = 0;
  #trainRows = 0;
  #testRows = 0;

  constructor(module: WebAssembly.Module) {
    this.#exports = new WebAssembly.Instance(module).exports as unknown as KernelExports;
    check(
      this.#exports.blockRows() === BLOCK_ROWS,
      'This kernel was built for another block size.',
    );
  }

  /**
   * Begins a run on these points, in their order, with every parameter and moment 0.
   *
   * @throws RangeError if there is no room for such a network
   */
  open(shape: KernelShape, train: KernelPoints, test: KernelPoints): void {
    checkShape(shape);
    for (const { x, y } of [train, test]) check(x.length === y.length, 'Points are x and y.');
    const { hidden, activation, components, varianceFloor } = shape;
    const [h0 = 0, h1 = 0, h2 = 0, h3 = 0] = hidden;
    const relu = activation === 'relu' ? 1 : 0;
    const kernel = this.#exports;
    this.#trainRows = train.x.length;
    this.#testRows = test.x.length;
    this.#parameterCount = kernel.configure(
      ...([
        h0,
        h1,
        h2,
        h3,
        relu,
        components,
        varianceFloor,
        this.#trainRows,
        this.#testRows,
      ] as const),
    );
    this.#shape = shape;
    this.#floats(kernel.trainX(), this.#trainRows).set(train.x);
    this.#floats(kernel.trainY(), this.#trainRows).set(train.y);
    this.#floats(kernel.testX(), this.#testRows).set(test.x);
    this.#floats(kernel.testY(), this.#testRows).set(test.y);
    const order = new Int32Array(kernel.memory.buffer, kernel.order(), this.#trainRows);
    for (let i = 0; i < order.length; i++) order[i] = i;
    kernel.discard();
  }

  /** Parameters and moments, copied. */
  state(): KernelState {
    const kernel = this.#exports;
    return {
      parameters: this.parameters(),
      firstMoment: this.#values(kernel.firstMoment()).slice(),
      secondMoment: this.#values(kernel.secondMoment()).slice(),
    };
  }

  /** Sets parameters and moments, and forgets the batch at hand. */
  setState({ parameters, firstMoment, secondMoment }: KernelState): void {
    const kernel = this.#exports;
    this.#setParameters(parameters);
    this.#values(kernel.firstMoment()).set(this.#checked(firstMoment));
    this.#values(kernel.secondMoment()).set(this.#checked(secondMoment));
    kernel.discard();
  }

  /** A copy. */
  parameters(): Float32Array {
    return this.#values(this.#exports.parameters()).slice();
  }

  /** The sum of the gradients of the batch at hand, copied. */
  gradient(): Float32Array {
    return this.#values(this.#exports.gradient()).slice();
  }

  /** From now on row i of the training points is point order[i]. */
  setOrder(order: Int32Array): void {
    check(order.length === this.#trainRows, 'The order does not have one number a point.');
    check(
      order.every((i) => i >= 0 && i < this.#trainRows),
      'The order names no such point.',
    );
    const kernel = this.#exports;
    new Int32Array(kernel.memory.buffer, kernel.order(), order.length).set(order);
  }

  /**
   * Adds the gradient of the sum of the losses of training rows from..to
   * (squared errors, or negative log densities) to the batch at hand. Batches
   * cut at multiples of BLOCK_ROWS from their first row on leave the same bits
   * as whole ones.
   */
  accumulate(from: number, to: number): void {
    checkRows(from, to, this.#trainRows);
    this.#exports.accumulate(from, to);
  }

  /**
   * Optimizer steps, one a batch; the rows of the first come on top of what is
   * accumulated. Ends before the step of a batch whose loss or gradient is not
   * finite, or whose loss is above `largestLoss`: its outcome is then the last.
   */
  train(batches: readonly Batch[], largestLoss = Number.POSITIVE_INFINITY): BatchOutcome[] {
    const kernel = this.#exports;
    const outcomes: BatchOutcome[] = [];
    const most = kernel.mostSteps();
    const limit = Math.min(largestLoss, Number.MAX_VALUE);
    for (let start = 0; start < batches.length; start += most) {
      const some = batches.slice(start, start + most);
      const numbers = new Float64Array(
        kernel.memory.buffer,
        kernel.steps(),
        some.length * BATCH_NUMBERS,
      );
      some.forEach((batch, i) => {
        checkRows(batch.from, batch.to, this.#trainRows);
        writeBatch(batch, numbers, i * BATCH_NUMBERS);
      });
      const done = kernel.train(some.length, limit);
      const seen = Math.min(done + 1, some.length);
      for (let i = 0; i < seen; i++) outcomes.push(readOutcome(numbers, i * BATCH_NUMBERS));
      if (done < some.length) break;
    }
    return outcomes;
  }

  /** Forgets the batch at hand. */
  discard(): void {
    this.#exports.discard();
  }

  /** `lossSum` plus the losses of test rows from..to. */
  testLoss(from: number, to: number, lossSum = 0): number {
    checkRows(from, to, this.#testRows);
    return this.#exports.testLoss(from, to, lossSum);
  }

  /** Raw outputs at x, [n][outputs], of any parameters. */
  forward(x: Float32Array, parameters: Float32Array): Float32Array {
    const kernel = this.#exports;
    const own = this.parameters();
    this.#setParameters(parameters);
    kernel.takeOutput();
    const outputs = this.#shape ? outputsOf(this.#shape) : 0;
    const result = new Float32Array(x.length * outputs);
    const most = kernel.chunkRows();
    for (let from = 0; from < x.length; from += most) {
      const some = x.subarray(from, from + most);
      this.#floats(kernel.input(), some.length).set(some);
      kernel.forward(some.length);
      result.set(this.#floats(kernel.output(), some.length * outputs), from * outputs);
    }
    this.#setParameters(own);
    return result;
  }

  /** The size of its memory, which grows with the largest run so far. */
  get memoryBytes(): number {
    return this.#exports.memory.buffer.byteLength;
  }

  #setParameters(parameters: Float32Array): void {
    this.#values(this.#exports.parameters()).set(this.#checked(parameters));
    this.#exports.unpack();
  }

  #checked(array: Float32Array): Float32Array {
    check(array.length === this.#parameterCount, 'An array does not have one value a parameter.');
    return array;
  }

  /** The array of one value a parameter that stands there. */
  #values(address: number): Float32Array {
    return this.#floats(address, this.#parameterCount);
  }

  // Views are made anew each time: those of a memory that has grown are dead.
  #floats(address: number, length: number): Float32Array {
    return new Float32Array(this.#exports.memory.buffer, address, length);
  }
}

function checkRows(from: number, to: number, rows: number): void {
  check(from >= 0 && from <= to && to <= rows, 'The rows lie outside of the data.');
}
