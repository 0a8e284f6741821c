/**
 * The fused training kernel: forward, loss, backward and Adam in WebAssembly
 * SIMD, over the caller's own arrays.
 *
 * Imports nothing but its own parts, and runs wherever WebAssembly SIMD does.
 * The kernel keeps nothing from one call to the next but its memory, so calls
 * for different networks may alternate freely. Only plain SIMD128 instructions are used, no
 * relaxed ones: the same arguments give the same bits on every machine.
 */

import type { AdamStep } from './adamStep.ts';
import type { KernelExports } from './exports.ts';
import { check, checkShape, type KernelShape, outputsOf } from './shape.ts';

export type { AdamStep } from './adamStep.ts';
export { type KernelShape, parameterCountOf } from './shape.ts';

/** Rows are run in blocks of so many, from the first row of a call on. */
export const BLOCK_ROWS = 96;

/** Compiles the kernel; the module can be sent to a worker and be instantiated many times. */
export async function compileKernel(
  source: BufferSource | WebAssembly.Module,
): Promise<WebAssembly.Module> {
  return source instanceof WebAssembly.Module ? source : WebAssembly.compile(source);
}

/** Compiles and instantiates the kernel. */
export async function loadKernel(source: BufferSource | WebAssembly.Module): Promise<Kernel> {
  const module = await compileKernel(source);
  return new Kernel(await WebAssembly.instantiate(module));
}

function checkRows(from: number, to: number, x: Float32Array, y: Float32Array): void {
  const inside = from >= 0 && from <= to && to <= Math.min(x.length, y.length);
  check(inside, 'The rows lie outside of the data.');
}

export class Kernel {
  readonly #exports: KernelExports;
  readonly #chunkRows: number;
  #shapeKey = '';
  #parameterCount = 0;

  constructor(instance: WebAssembly.Instance) {
    this.#exports = instance.exports as unknown as KernelExports;
    this.#chunkRows = this.#exports.chunkRows();
    check(
      this.#exports.blockRows() === BLOCK_ROWS,
      'This kernel was built for another block size.',
    );
  }

  /**
   * Adds the gradient of the sum of the losses of rows from..to to `gradient`
   * (squared errors, or negative log densities), and returns `lossSum` plus
   * these losses. Calls cut at multiples of BLOCK_ROWS from the first row on
   * leave the same bits as one call.
   */
  accumulate(
    shape: KernelShape,
    parameters: Float32Array,
    x: Float32Array,
    y: Float32Array,
    from: number,
    to: number,
    gradient: Float32Array,
    lossSum = 0,
  ): number {
    checkRows(from, to, x, y);
    this.#begin(shape, parameters, true);
    this.#write(this.#exports.gradient(), this.#checked(gradient));
    let sum = lossSum;
    this.#chunks(x, from, to, (start, end) => {
      this.#write(this.#exports.y(), y.subarray(start, end));
      sum = this.#exports.accumulate(end - start, sum);
    });
    this.#read(this.#exports.gradient(), gradient);
    return sum;
  }

  /** `lossSum` plus the losses of rows from..to; the same bits as `accumulate` returns. */
  loss(
    shape: KernelShape,
    parameters: Float32Array,
    x: Float32Array,
    y: Float32Array,
    from: number,
    to: number,
    lossSum = 0,
  ): number {
    checkRows(from, to, x, y);
    this.#begin(shape, parameters, false);
    let sum = lossSum;
    this.#chunks(x, from, to, (start, end) => {
      this.#write(this.#exports.y(), y.subarray(start, end));
      sum = this.#exports.loss(end - start, sum);
    });
    return sum;
  }

  /** Writes the raw outputs of rows from..to, [to − from][outputs], to `output`. */
  forward(
    shape: KernelShape,
    parameters: Float32Array,
    x: Float32Array,
    from: number,
    to: number,
    output: Float32Array,
  ): void {
    const outputs = outputsOf(shape);
    checkRows(from, to, x, x);
    check(output.length === (to - from) * outputs, 'The output has the wrong length.');
    this.#begin(shape, parameters, false);
    const address = this.#exports.takeOutput();
    this.#chunks(x, from, to, (start, end) => {
      this.#exports.forward(end - start, address);
      this.#read(address, output.subarray((start - from) * outputs, (end - from) * outputs));
    });
  }

  /** One step of Adam, in place. Returns the norm of the mean gradient before clipping. */
  adam(
    parameters: Float32Array,
    firstMoment: Float32Array,
    secondMoment: Float32Array,
    gradient: Float32Array,
    step: AdamStep,
  ): number {
    const kernel = this.#exports;
    this.#configureFlat(parameters.length);
    this.#write(kernel.parameters(), this.#checked(parameters));
    this.#write(kernel.firstMoment(), this.#checked(firstMoment));
    this.#write(kernel.secondMoment(), this.#checked(secondMoment));
    this.#write(kernel.gradient(), this.#checked(gradient));
    const norm = kernel.adamStep(
      step.scale,
      step.learningRate / step.biasCorrection1,
      1 / Math.sqrt(step.biasCorrection2),
      step.beta1,
      step.beta2,
      1 - step.beta1,
      1 - step.beta2,
      step.epsilon,
      step.clipNorm,
      step.weightDecay,
    );
    this.#read(kernel.parameters(), parameters);
    this.#read(kernel.firstMoment(), firstMoment);
    this.#read(kernel.secondMoment(), secondMoment);
    return norm;
  }

  #begin(shape: KernelShape, parameters: Float32Array, backward: boolean): void {
    this.#configure(shape);
    this.#write(this.#exports.parameters(), this.#checked(parameters));
    this.#exports.pack(backward ? 1 : 0);
  }

  /** The size of its memory, which grows with the largest network so far. */
  get memoryBytes(): number {
    return this.#exports.memory.buffer.byteLength;
  }

  /** Lays out the memory for this network, unless it was the last one. */
  #configure(shape: KernelShape): void {
    const { hidden, activation, components, varianceFloor } = shape;
    const key = `${hidden.join()} ${activation} ${components} ${varianceFloor}`;
    if (key === this.#shapeKey) return;
    checkShape(shape);
    const [h0 = 0, h1 = 0, h2 = 0, h3 = 0] = hidden;
    const relu = activation === 'relu' ? 1 : 0;
    this.#shapeKey = '';
    this.#parameterCount = this.#exports.configure(h0, h1, h2, h3, relu, components, varianceFloor);
    this.#shapeKey = key;
  }

  /** Lays out the memory for Adam alone, unless a network with so many parameters is set up. */
  #configureFlat(parameterCount: number): void {
    if (this.#shapeKey !== '' && parameterCount === this.#parameterCount) return;
    this.#shapeKey = '';
    this.#exports.configureFlat(parameterCount);
    this.#parameterCount = parameterCount;
    this.#shapeKey = `flat ${parameterCount}`;
  }

  /** Calls `run` for pieces of from..to whose x stand in memory; whole blocks but for the last. */
  #chunks(
    x: Float32Array,
    from: number,
    to: number,
    run: (start: number, end: number) => void,
  ): void {
    for (let start = from; start < to; start += this.#chunkRows) {
      const end = Math.min(to, start + this.#chunkRows);
      this.#write(this.#exports.x(), x.subarray(start, end));
      run(start, end);
    }
  }

  #checked(array: Float32Array): Float32Array {
    check(array.length === this.#parameterCount, 'An array does not have one value a parameter.');
    return array;
  }

  // Views are made anew each time: those of a memory that has grown are dead.
  #write(address: number, from: Float32Array): void {
    new Float32Array(this.#exports.memory.buffer, address, from.length).set(from);
  }

  #read(address: number, to: Float32Array): void {
    to.set(new Float32Array(this.#exports.memory.buffer, address, to.length));
  }
}
