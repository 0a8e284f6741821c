import '@tensorflow/tfjs-backend-cpu';
// Without it tfjs-core has no gradients.
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { env, ready, setBackend } from '@tensorflow/tfjs-core';

/** Where tfjs finds its two WebAssembly files. */
export interface WasmUrls {
  readonly simd: string;
  readonly plain: string;
}

export type BackendName = 'wasm' | 'cpu';

/**
 * Makes a tfjs backend the current one.
 *
 * @returns the backend that runs: `cpu` where WebAssembly could not be started
 */
export async function startBackend(name: BackendName, urls: WasmUrls): Promise<BackendName> {
  if (name === 'wasm' && (await startWasm(urls))) return 'wasm';
  await setBackend('cpu');
  await ready();
  return 'cpu';
}

async function startWasm(urls: WasmUrls): Promise<boolean> {
  // The threaded build needs cross-origin isolation, and its workers do not
  // survive a bundler.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  try {
    setWasmPaths({
      'tfjs-backend-wasm.wasm': urls.plain,
      'tfjs-backend-wasm-simd.wasm': urls.simd,
      // Never loaded, but tfjs insists on all three.
      'tfjs-backend-wasm-threaded-simd.wasm': urls.simd,
    });
    return await setBackend('wasm');
  } catch {
    return false;
  }
}
