import { PbfReader, PbfWriter } from 'pbf';
import type { Experiment } from '../core/experiment.ts';
import type { Fitted } from '../core/model.ts';
import { layers } from '../core/network.ts';
import { metadata } from './metadata.ts';

/**
 * A fitted network as an ONNX model of opset 17 (onnx.proto at github.com/onnx/onnx):
 * input `x`, [n, 1], and outputs `pi`, `mu` and `sigma`, [n, K] each, all in the data's
 * own units. A feed-forward network's are its Gaussian's, [n, 1] each.
 */

/** The first version of the format for opset 17. */
const IR_VERSION = 8;
const OPSET = 17;
const [FLOAT, INT64] = [1, 7];

export interface Tensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly values: Float32Array | readonly number[];
}

export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers by name. */
  readonly attributes: Readonly<Record<string, number>>;
}

/** What a model computes: its nodes in order, and the numbers they begin with. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly tensors: readonly Tensor[];
}

const node = (
  op: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Node['attributes'] = {},
): Node => ({ op, inputs, outputs, attributes });

const scalar = (name: string, value: number): Tensor => ({
  name,
  dims: [1],
  values: Float32Array.of(value),
});

export function graphOf({ task, parameters, deviation }: Fitted): Graph {
  const { network, scaling } = task;
  const { input, target } = scaling;
  const shape = layers(network);
  const last = shape.length - 1;
  const activation = network.activation === 'tanh' ? 'Tanh' : 'Relu';
  const dense = shape.flatMap((_, i) => {
    const raw = i === last ? 'raw' : `sum_${i}`;
    const gemm = node(
      'Gemm',
      [i === 0 ? 'z' : `hidden_${i - 1}`, `weight_${i}`, `bias_${i}`],
      [raw],
      {
        transB: 1,
      },
    );
    return i === last ? [gemm] : [gemm, node(activation, [raw], [`hidden_${i}`])];
  });
  const weights = shape.flatMap(({ inputs, outputs, weight, bias }, i): Tensor[] => [
    { name: `weight_${i}`, dims: [outputs, inputs], values: parameters.slice(weight, bias) },
    { name: `bias_${i}`, dims: [outputs], values: parameters.slice(bias, bias + outputs) },
  ]);
  const units = [
    scalar('x_offset', input.offset),
    scalar('x_factor', input.factor),
    scalar('y_offset', target.offset),
    scalar('y_factor', target.factor),
  ];
  const before = [
    node('Sub', ['x', 'x_offset'], ['x_centred']),
    node('Div', ['x_centred', 'x_factor'], ['z']),
  ];
  const mean = (from: string) => [
    node('Mul', [from, 'y_factor'], ['mu_scaled']),
    node('Add', ['mu_scaled', 'y_offset'], ['mu']),
  ];
  const { components: k } = network;
  if (k === 0) {
    return {
      nodes: [
        ...before,
        ...dense,
        ...mean('raw'),
        node('Shape', ['mu'], ['rows']),
        node('Expand', ['one', 'rows'], ['pi']),
        node('Expand', ['deviation', 'rows'], ['sigma']),
      ],
      tensors: [...weights, ...units, scalar('one', 1), scalar('deviation', deviation)],
    };
  }
  return {
    nodes: [
      ...before,
      ...dense,
      node('Split', ['raw', 'sizes'], ['logits', 'means', 's'], { axis: 1 }),
      node('Softmax', ['logits'], ['pi'], { axis: 1 }),
      ...mean('means'),
      // σ² = exp(s) + floor
      node('Exp', ['s'], ['variance_above']),
      node('Add', ['variance_above', 'floor'], ['variance']),
      node('Sqrt', ['variance'], ['deviation']),
      node('Mul', ['deviation', 'y_factor'], ['sigma']),
    ],
    tensors: [
      ...weights,
      ...units,
      scalar('floor', network.varianceFloor),
      { name: 'sizes', dims: [3], values: [k, k, k] },
    ],
  };
}

/** A fitted network as an ONNX file. */
export function onnx(experiment: Experiment, fitted: Fitted): Uint8Array<ArrayBuffer> {
  const pbf = new PbfWriter();
  pbf.writeVarintField(1, IR_VERSION);
  pbf.writeStringField(2, 'MDN Playground');
  pbf.writeMessage(7, writeGraph, {
    graph: graphOf(fitted),
    columns: Math.max(1, fitted.task.network.components),
  });
  pbf.writeMessage(8, (_, set) => set.writeVarintField(2, OPSET), null);
  for (const entry of Object.entries(metadata(experiment, fitted))) {
    pbf.writeMessage(14, writePair, entry);
  }
  return Uint8Array.from(pbf.finish());
}

function writePair([key, value]: [string, string], pbf: PbfWriter): void {
  pbf.writeStringField(1, key);
  pbf.writeStringField(2, value);
}

function writeGraph({ graph, columns }: { graph: Graph; columns: number }, pbf: PbfWriter): void {
  for (const each of graph.nodes) pbf.writeMessage(1, writeNode, each);
  pbf.writeStringField(2, 'mdn');
  for (const each of graph.tensors) pbf.writeMessage(5, writeTensor, each);
  pbf.writeMessage(11, writeValue, { name: 'x', columns: 1 });
  for (const name of ['pi', 'mu', 'sigma']) pbf.writeMessage(12, writeValue, { name, columns });
}

function writeNode({ op, inputs, outputs, attributes }: Node, pbf: PbfWriter): void {
  for (const input of inputs) pbf.writeStringField(1, input);
  for (const output of outputs) pbf.writeStringField(2, output);
  pbf.writeStringField(4, op);
  for (const attribute of Object.entries(attributes)) {
    pbf.writeMessage(
      5,
      ([name, value], to) => {
        to.writeStringField(1, name);
        to.writeVarintField(3, value);
        // A whole number.
        to.writeVarintField(20, 2);
      },
      attribute,
    );
  }
}

function writeTensor({ name, dims, values }: Tensor, pbf: PbfWriter): void {
  const floats = values instanceof Float32Array;
  pbf.writePackedVarint(1, [...dims]);
  pbf.writeVarintField(2, floats ? FLOAT : INT64);
  pbf.writeStringField(8, name);
  const size = floats ? 4 : 8;
  const bytes = new DataView(new ArrayBuffer(size * values.length));
  for (const [i, value] of values.entries()) {
    if (floats) bytes.setFloat32(size * i, value, true);
    else bytes.setBigInt64(size * i, BigInt(value), true);
  }
  pbf.writeBytesField(9, new Uint8Array(bytes.buffer));
}

/** A matrix of floats with `n` rows. */
function writeValue({ name, columns }: { name: string; columns: number }, pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  pbf.writeMessage(2, (_, type) => type.writeMessage(1, writeTensorType, columns), null);
}

function writeTensorType(columns: number, pbf: PbfWriter): void {
  pbf.writeVarintField(1, FLOAT);
  pbf.writeMessage(
    2,
    (_, shape) => {
      shape.writeMessage(1, (_, dim) => dim.writeStringField(2, 'n'), null);
      shape.writeMessage(1, (_, dim) => dim.writeVarintField(1, columns), null);
    },
    null,
  );
}

/** Reads the graph of such a file back. */
export function readOnnx(file: Uint8Array): Graph {
  const nodes: Node[] = [];
  const tensors: Tensor[] = [];
  const readGraph = (tag: number, _: null, pbf: PbfReader) => {
    if (tag === 1)
      nodes.push(pbf.readMessage(readNode, { inputs: [], outputs: [], attributes: {}, op: '' }));
    if (tag === 5)
      tensors.push(
        tensorOf(
          pbf.readMessage(readTensor, { name: '', dims: [], type: 0, bytes: new Uint8Array() }),
        ),
      );
  };
  new PbfReader(file).readFields((tag, _, pbf) => {
    if (tag === 7) pbf.readMessage(readGraph, null);
  }, null);
  return { nodes, tensors };
}

interface NodeRead {
  op: string;
  inputs: string[];
  outputs: string[];
  attributes: Record<string, number>;
}

function readNode(tag: number, into: NodeRead, pbf: PbfReader): void {
  if (tag === 1) into.inputs.push(pbf.readString());
  if (tag === 2) into.outputs.push(pbf.readString());
  if (tag === 4) into.op = pbf.readString();
  if (tag !== 5) return;
  const { name, value } = pbf.readMessage(
    (field, attribute, from) => {
      if (field === 1) attribute.name = from.readString();
      if (field === 3) attribute.value = from.readVarint();
    },
    { name: '', value: 0 },
  );
  into.attributes[name] = value;
}

interface TensorRead {
  name: string;
  dims: number[];
  type: number;
  bytes: Uint8Array;
}

function readTensor(tag: number, into: TensorRead, pbf: PbfReader): void {
  if (tag === 1) pbf.readPackedVarint(into.dims);
  if (tag === 2) into.type = pbf.readVarint();
  if (tag === 8) into.name = pbf.readString();
  if (tag === 9) into.bytes = pbf.readBytes();
}

function tensorOf({ name, dims, type, bytes }: TensorRead): Tensor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = type === FLOAT ? 4 : 8;
  const count = bytes.length / size;
  const values =
    type === FLOAT
      ? Float32Array.from({ length: count }, (_, i) => view.getFloat32(size * i, true))
      : Array.from({ length: count }, (_, i) => Number(view.getBigInt64(size * i, true)));
  return { name, dims, values };
}
