/** The networks that the kernel can train. */

/** What the kernel needs to know of a network with one input. */
export interface KernelShape {
  /** Units of each hidden layer: one to four layers of 1 to 256. */
  readonly hidden: readonly number[];
  readonly activation: 'tanh' | 'relu';
  /** K components (3K outputs: logits, means, log variances), at most 100; 0 for one linear output. */
  readonly components: number;
  /** σ² = exp(s) + varianceFloor. */
  readonly varianceFloor: number;
}

/** How many raw outputs it has for one x. */
export function outputsOf(shape: KernelShape): number {
  return shape.components === 0 ? 1 : 3 * shape.components;
}

/** Throws a RangeError unless the condition holds. */
export function check(condition: boolean, message: string): void {
  if (!condition) throw new RangeError(message);
}

function isWithin(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}

/** Refuses what the kernel has no room for. */
export function checkShape(shape: KernelShape): void {
  check(isWithin(shape.hidden.length, 1, 4), 'The kernel takes one to four hidden layers.');
  check(
    shape.hidden.every((units) => isWithin(units, 1, 256)),
    'The kernel takes 1 to 256 units a layer.',
  );
  check(isWithin(shape.components, 0, 100), 'The kernel takes 0 to 100 components.');
  check(shape.varianceFloor >= 0, 'The variance floor must not be negative.');
}
