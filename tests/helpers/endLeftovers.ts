import { afterAll } from 'vitest';
import { leftovers } from './leftovers.ts';

afterAll(() => {
  for (const end of leftovers) end();
  leftovers.clear();
});
