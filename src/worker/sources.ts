import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import kernelUrl from '../../build/kernel.wasm?url';
import type { EngineSources } from '../engine/open.ts';

/** A kernel (4.5 kB) that has not arrived by then is done without. */
const KERNEL_DEADLINE_MS = 20_000;

/** Where the engines' WebAssembly lies, as addresses of the site. */
export const SOURCES: EngineSources = {
  tfjs: { simd, plain },
  async kernel() {
    const response = await fetch(kernelUrl, { signal: AbortSignal.timeout(KERNEL_DEADLINE_MS) });
    return response.arrayBuffer();
  },
};
