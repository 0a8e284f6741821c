import { readFile } from 'node:fs/promises';
import type { EngineName } from '../../src/core/experiment.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { type EngineSources, openEngine } from '../../src/engine/open.ts';
import { fileSources } from '../../src/headless/sources.ts';
import type { KernelExports } from '../../src/kernel/exports.ts';
import { Kernel } from '../../src/kernel/kernel.ts';

/** Vite has compiled the kernel before any test runs. */
const KERNEL = new URL('../../build/kernel.wasm', import.meta.url);

export const SOURCES: EngineSources = fileSources(KERNEL);

/** Opens an engine, and fails where another one stands in for it. */
export async function engineOf(name: EngineName): Promise<Engine> {
  const { engine, info } = await openEngine(name, SOURCES);
  if (info.fallback) throw new Error(`${name} does not run here`);
  return engine;
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** The kernel's module, compiled once in this process. */
function kernelModule(): Promise<WebAssembly.Module> {
  compiled ??= readFile(KERNEL).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}

/** A kernel with a memory of its own. */
export async function freshKernel(): Promise<Kernel> {
  return new Kernel(await kernelModule());
}

/** The bare kernel, with what it exports for tests alone: functions over an array in its memory. */
export interface TestExports extends KernelExports {
  expArray(at: number, count: number): void;
  logArray(at: number, count: number): void;
  tanhArray(at: number, count: number): void;
}

export async function testExports(): Promise<TestExports> {
  const instance = await WebAssembly.instantiate(await kernelModule());
  return instance.exports as unknown as TestExports;
}
