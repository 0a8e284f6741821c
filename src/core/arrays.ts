/**
 * JSON with typed arrays: what JSON has no word for stands in the text as a small
 * object, and the arrays' bytes (little-endian) one after the other beside it.
 */
export interface TextWithArrays {
  readonly text: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const ARRAYS = { Float32Array, Float64Array, Int32Array };
type ArrayName = keyof typeof ARRAYS;

/** Writes plain values that may hold typed arrays, and numbers that are not finite. */
export function withArrays(value: unknown): TextWithArrays {
  const arrays: ArrayBufferView[] = [];
  let length = 0;
  const text = JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'number' && !Number.isFinite(part)) return { number: String(part) };
    if (!ArrayBuffer.isView(part)) return part;
    const from = length;
    arrays.push(part);
    length += part.byteLength;
    return { array: part.constructor.name, from, bytes: part.byteLength };
  });
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return { text, bytes };
}

/**
 * Reads what `withArrays` wrote. Arrays share no bytes, so that they never take
 * more room than those that came.
 *
 * @throws SyntaxError or RangeError for anything else
 */
export function readWithArrays({ text, bytes }: TextWithArrays): unknown {
  let left = bytes.length;
  const reviver = (_: string, part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if ('number' in part && typeof part.number === 'string') return Number(part.number);
    if (!('array' in part && 'from' in part && 'bytes' in part)) return part;
    const { array, from, bytes: count } = part;
    if (typeof from !== 'number' || typeof count !== 'number' || !isArrayName(array)) return part;
    left -= count;
    if (!(from >= 0 && count >= 0 && from + count <= bytes.length && left >= 0)) {
      throw new RangeError('An array lies outside of the bytes.');
    }
    return new ARRAYS[array](bytes.slice(from, from + count).buffer);
  };
  return JSON.parse(text, reviver);
}

function isArrayName(name: unknown): name is ArrayName {
  return typeof name === 'string' && Object.hasOwn(ARRAYS, name);
}
