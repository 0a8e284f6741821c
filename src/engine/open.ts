import type { EngineName } from '../core/experiment.ts';
import { compileKernel } from '../kernel/kernel.ts';
import { startBackend, type WasmUrls } from './backend.ts';
import { composedEngine } from './composed.ts';
import type { Engine } from './engine.ts';
import { fusedEngine } from './fused.ts';

/** Which engine runs, and whether it stands in for the one that was asked for. */
export interface EngineInfo {
  readonly engine: EngineName;
  readonly fallback: boolean;
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
  const engine =
    (name === 'fused' && (await openFused(sources))) || (await composed(name, sources));
  return { engine, info: { engine: engine.name, fallback: engine.name !== name } };
}

async function openFused(sources: EngineSources): Promise<Engine | null> {
  try {
    fused ??= sources.kernel().then(compileKernel).then(fusedEngine);
    const engine = await fused;
    await startBackend('cpu', sources.tfjs);
    return engine;
  } catch {
    fused = null;
    return null;
  }
}

async function composed(name: EngineName, { tfjs }: EngineSources): Promise<Engine> {
  return composedEngine(await startBackend(name === 'cpu' ? 'cpu' : 'wasm', tfjs));
}
