import type { EngineName } from '../core/experiment.ts';
import type { Fallback } from '../core/run.ts';
import { compileKernel } from '../kernel/kernel.ts';
import { startBackend, type WasmUrls } from './backend.ts';
import { composedEngine } from './composed.ts';
import type { Engine } from './engine.ts';
import { fallbackCause } from './fallback.ts';
import { fusedEngine } from './fused.ts';

/** Which engine runs. */
export interface EngineInfo {
  readonly engine: EngineName;
  /** Why it stands in for the one that was asked for; null if it does not. */
  readonly fallback: Fallback | null;
}

/** Where the engines' WebAssembly comes from. */
export interface EngineSources {
  readonly tfjs: WasmUrls;
  kernel(): Promise<BufferSource>;
}

let fused: Promise<Engine> | null = null;

/**
 * Starts the engine of this name, or the nearest one that runs here: without
 * WebAssembly SIMD the composed step stands in for the fused one, and without
 * WebAssembly plain JavaScript for that.
 */
export async function openEngine(
  name: EngineName,
  sources: EngineSources,
): Promise<{ engine: Engine; info: EngineInfo }> {
  let reason = 'tfjs started no WebAssembly';
  if (name === 'fused') {
    try {
      return { engine: await openFused(sources), info: { engine: name, fallback: null } };
    } catch (error) {
      fused = null;
      reason = String(error);
    }
  }
  const engine = await composed(name, sources);
  const fallback = engine.name === name ? null : { cause: fallbackCause(), reason };
  return { engine, info: { engine: engine.name, fallback } };
}

async function openFused(sources: EngineSources): Promise<Engine> {
  fused ??= sources.kernel().then(compileKernel).then(fusedEngine);
  const engine = await fused;
  await startBackend('cpu', sources.tfjs);
  return engine;
}

async function composed(name: EngineName, { tfjs }: EngineSources): Promise<Engine> {
  return composedEngine(await startBackend(name === 'cpu' ? 'cpu' : 'wasm', tfjs));
}
