import type { Experiment } from '../core/experiment.ts';
import type { Fitted } from '../core/model.ts';
import { layers } from '../core/network.ts';
import { metadata } from './metadata.ts';

/**
 * Weights as a safetensors file: 8 bytes of length, a JSON header, the tensors in
 * float32 (github.com/huggingface/safetensors). They go by the names that a
 * `torch.nn.Sequential` called `layers` gives them, activations counted.
 */

/** Tensors begin at a multiple of so many bytes; the header is padded with blanks. */
const ALIGNMENT = 8;

interface Entry {
  readonly dtype: 'F32';
  readonly shape: readonly number[];
  readonly data_offsets: readonly [from: number, to: number];
}

/** The names and shapes of the flat vector's pieces, in its order. */
function pieces({ task }: Pick<Fitted, 'task'>) {
  return layers(task.network).flatMap(({ inputs, outputs, weight, bias }, i) => [
    { name: `layers.${2 * i}.weight`, shape: [outputs, inputs], from: weight, to: bias },
    { name: `layers.${2 * i}.bias`, shape: [outputs], from: bias, to: bias + outputs },
  ]);
}

/** A fitted network as a safetensors file. */
export function safetensors(experiment: Experiment, fitted: Fitted): Uint8Array<ArrayBuffer> {
  const entries = pieces(fitted).map(({ name, shape, from, to }): [string, Entry] => [
    name,
    { dtype: 'F32', shape, data_offsets: [4 * from, 4 * to] },
  ]);
  const header = JSON.stringify({
    __metadata__: { format: 'pt', ...metadata(experiment, fitted) },
    ...Object.fromEntries(entries),
  });
  const text = new TextEncoder().encode(header);
  const start = 8 + Math.ceil(text.length / ALIGNMENT) * ALIGNMENT;
  const file = new Uint8Array(start + 4 * fitted.parameters.length).fill(0x20, 8, start);
  file.set(text, 8);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(start - 8), true);
  for (const [i, value] of fitted.parameters.entries()) view.setFloat32(start + 4 * i, value, true);
  return file;
}

/** Reads the tensors of such a file back, in the order of their names' places. */
function tensorsIn(file: Uint8Array<ArrayBuffer>): Map<string, Float32Array> {
  const view = new DataView(file.buffer);
  const start = 8 + Number(view.getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, start))) as Record<
    string,
    Entry
  >;
  const tensors = new Map<string, Float32Array>();
  for (const [name, { data_offsets }] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const [from, to] = data_offsets;
    const read = (_: unknown, i: number) => view.getFloat32(start + from + 4 * i, true);
    tensors.set(name, Float32Array.from({ length: (to - from) / 4 }, read));
  }
  return tensors;
}

/** Whether the file, read back, has the network's weights to the bit. */
export function holdsWeights(file: Uint8Array<ArrayBuffer>, fitted: Fitted): boolean {
  const tensors = tensorsIn(file);
  return pieces(fitted).every(({ name, from, to }) => {
    const tensor = tensors.get(name);
    return (
      tensor?.length === to - from &&
      tensor.every((value, i) => Object.is(value, fitted.parameters[from + i]))
    );
  });
}
