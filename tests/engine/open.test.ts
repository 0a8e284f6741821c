import { expect, it } from 'vitest';
import { openEngine } from '../../src/engine/open.ts';
import { SOURCES } from '../helpers/engines.ts';

it('says why another engine stands in, and opens the one that was asked for once it can', async () => {
  const kernel = () => Promise.reject(new Error('the kernel is not there'));
  const { engine, info } = await openEngine('fused', { ...SOURCES, kernel });
  expect(engine.name).toBe('wasm');
  expect(info).toEqual({
    engine: 'wasm',
    fallback: { cause: 'notLoaded', reason: 'Error: the kernel is not there' },
  });
  expect((await openEngine('fused', SOURCES)).info).toEqual({ engine: 'fused', fallback: null });
});
