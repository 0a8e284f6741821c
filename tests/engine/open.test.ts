import { expect, it, vi } from 'vitest';
import { SOURCES } from '../helpers/engines.ts';

it('says why another engine stands in, and opens the one that was asked for once it can', async () => {
  // Test files share modules, and another one may have opened the kernel already.
  vi.resetModules();
  const { openEngine } = await import('../../src/engine/open.ts');
  const kernel = () => Promise.reject(new Error('the kernel is not there'));
  const { engine, info } = await openEngine('fused', { ...SOURCES, kernel });
  expect(engine.name).toBe('wasm');
  expect(info).toEqual({
    engine: 'wasm',
    fallback: { cause: 'notLoaded', reason: 'Error: the kernel is not there' },
  });
  expect((await openEngine('fused', SOURCES)).info).toEqual({ engine: 'fused', fallback: null });
});
