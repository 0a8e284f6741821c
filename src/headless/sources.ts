import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { EngineSources } from '../engine/open.ts';

/**
 * Where the engines' WebAssembly lies, as files.
 *
 * @param kernel path or URL of the compiled training kernel
 */
export function fileSources(kernel: string | URL): EngineSources {
  const { resolve } = createRequire(import.meta.url);
  const path = (file: string) => resolve(`@tensorflow/tfjs-backend-wasm/dist/${file}`);
  return {
    tfjs: {
      simd: path('tfjs-backend-wasm-simd.wasm'),
      plain: path('tfjs-backend-wasm.wasm'),
    },
    kernel: async () => new Uint8Array(await readFile(kernel)),
  };
}
