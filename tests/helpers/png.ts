import { deflateSync, inflateSync } from 'node:zlib';

/** Greyscale pictures of 16 greys as PNG (ISO/IEC 15948), no more of it than is needed. */

export interface Picture {
  readonly width: number;
  /** From 0 to 15, row after row, the top one first. */
  readonly greys: Uint8Array;
}

const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
const DEPTH = 4;

/** CRC-32 of ISO 3309. */
function crc(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(data.length);
  framed.set(typed, 4);
  framed.writeUInt32BE(crc(typed), typed.length + 4);
  return framed;
}

/** @param picture of an even width */
export function writePng({ width, greys }: Picture): Buffer {
  const height = greys.length / width;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = DEPTH;
  // Each row: its filter, which is none, and two greys a byte.
  const bytes = width / 2;
  const rows = new Uint8Array(height * (1 + bytes));
  greys.forEach((grey, i) => {
    const [row, column] = [Math.floor(i / width), i % width];
    rows[row * (1 + bytes) + 1 + (column >> 1)]! |= grey << (column % 2 === 0 ? DEPTH : 0);
  });
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** What `writePng` wrote. */
export function readPng(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const data = SIGNATURE.length + 25;
  const rows = inflateSync(png.subarray(data + 8, data + 8 + png.readUInt32BE(data)));
  const bytes = width / 2;
  const greys = Uint8Array.from({ length: width * png.readUInt32BE(20) }, (_, i) => {
    const [row, column] = [Math.floor(i / width), i % width];
    return (rows[row * (1 + bytes) + 1 + (column >> 1)]! >> (column % 2 === 0 ? DEPTH : 0)) & 15;
  });
  return { width, greys };
}
