import type { Fitted } from '../core/model.ts';
import { type Answers, agrees, comparedAt } from './agreement.ts';
import { type Graph, readOnnx } from './onnx.ts';

/** A matrix, row-major, or a number if it has one value. */
interface Value {
  readonly columns: number;
  readonly values: ArrayLike<number>;
}

const ELEMENTWISE: Readonly<Record<string, (a: number, b: number) => number>> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Div: (a, b) => a / b,
  Tanh: Math.tanh,
  Relu: (a) => Math.max(0, a),
  Exp: Math.exp,
  Sqrt: Math.sqrt,
};

/**
 * What a graph of `onnx.ts` answers, in float64: as much of ONNX as that writes, so that
 * a file is judged by what it says and not by what it was made of.
 *
 * @throws Error for an operator that it does not know
 */
function run({ nodes, tensors }: Graph, x: Float64Array): Answers {
  const all = new Map<string, Value>([['x', { columns: 1, values: x }]]);
  for (const { name, dims, values } of tensors) all.set(name, { columns: dims.at(-1)!, values });
  for (const { op, inputs, outputs } of nodes) {
    const given = inputs.map((name) => all.get(name)!);
    const results = compute(op, given, x.length);
    for (const [i, name] of outputs.entries()) all.set(name, results[i]!);
  }
  const values = (name: string) => all.get(name)!.values;
  return { weights: values('pi'), means: values('mu'), deviations: values('sigma') };
}

function compute(op: string, [a, b, c]: readonly Value[], rows: number): Value[] {
  const each = ELEMENTWISE[op];
  if (each) {
    const other = b?.values[0] ?? 0;
    return [{ columns: a!.columns, values: Float64Array.from(a!.values, (v) => each(v, other)) }];
  }
  switch (op) {
    case 'Gemm':
      return [product(a!, b!, c!)];
    case 'Split':
      return split(a!, b!.values, rows);
    case 'Softmax':
      return [softmaxed(a!, rows)];
    case 'Shape':
      return [a!];
    case 'Expand':
      return [{ ...b!, values: new Float64Array(b!.values.length).fill(a!.values[0]!) }];
    default:
      throw new Error(`No operator ${op}`);
  }
}

/** a·bᵀ + c, with b as [outputs][inputs]. */
function product(a: Value, b: Value, { values: bias }: Value): Value {
  const [inputs, outputs] = [a.columns, bias.length];
  const values = Float64Array.from({ length: (a.values.length / inputs) * outputs }, (_, at) => {
    const [row, out] = [Math.floor(at / outputs), at % outputs];
    let sum = bias[out]!;
    for (let i = 0; i < inputs; i++)
      sum += a.values[row * inputs + i]! * b.values[out * inputs + i]!;
    return sum;
  });
  return { columns: outputs, values };
}

function split({ columns, values }: Value, sizes: ArrayLike<number>, rows: number): Value[] {
  let from = 0;
  return Array.from(sizes, (size) => {
    const start = from;
    from += size;
    const at = (_: unknown, i: number) =>
      values[Math.floor(i / size) * columns + start + (i % size)]!;
    return { columns: size, values: Float64Array.from({ length: rows * size }, at) };
  });
}

function softmaxed({ columns, values }: Value, rows: number): Value {
  const result = Float64Array.from(values);
  for (let row = 0; row < rows; row++) {
    const shares = result.subarray(row * columns, (row + 1) * columns);
    const top = Math.max(...shares);
    shares.set(shares.map((value) => Math.exp(value - top)));
    const sum = shares.reduce((total, value) => total + value, 0);
    shares.set(shares.map((value) => value / sum));
  }
  return { columns, values: result };
}

/** Whether an ONNX file, read back, answers what the network does. */
export function onnxAgrees(file: Uint8Array, fitted: Fitted): boolean {
  return agrees(fitted, run(readOnnx(file), comparedAt(fitted)));
}
