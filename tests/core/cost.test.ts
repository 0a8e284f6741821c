import { expect, it } from 'vitest';

import { roughSeconds } from '../../src/core/cost.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';

it('knows about how long the article’s run takes without WebAssembly, as measured', () => {
  expect(roughSeconds(DEFAULT_EXPERIMENT, 'cpu')).toBeGreaterThan(200);
  expect(roughSeconds(DEFAULT_EXPERIMENT, 'cpu')).toBeLessThan(400);
  expect(roughSeconds(DEFAULT_EXPERIMENT, 'wasm')).toBeGreaterThan(30);
  expect(roughSeconds(DEFAULT_EXPERIMENT, 'wasm')).toBeLessThan(80);
});
