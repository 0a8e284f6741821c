import type { Fallback } from '../core/run.ts';

const EMPTY = [0, 97, 115, 109, 1, 0, 0, 0];

/** A module of one function that needs SIMD: it returns a vector. */
const SIMD = [
  ...EMPTY,
  ...[1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
];

/** True where this module may be compiled; a policy forbids it only then, not when it is validated. */
function compiles(module: readonly number[]): boolean {
  try {
    return new WebAssembly.Module(Uint8Array.from(module)) !== null;
  } catch {
    return false;
  }
}

/** What keeps the faster engines from running here. */
export function fallbackCause(): Fallback['cause'] {
  if (!compiles(EMPTY)) return 'noWebAssembly';
  return compiles(SIMD) ? 'notLoaded' : 'noSimd';
}
