import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playgroundChunk } from '../../src/build/chunks.ts';

const SOURCE = resolve(import.meta.dirname, '../../src');

/** Who imports what, by paths below src. */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  'app/main.tsx': ['ui/button.ts'],
  'app/Playground.tsx': ['ui/button.ts', 'run.ts', 'figure.ts', 'header.ts'],
  'app/Embedded.tsx': ['run.ts', 'figure.ts'],
  'content/chapters/05-network.mdx': ['run.ts', 'words.ts'],
  'run.ts': ['steps.ts'],
  // A circle ends.
  'steps.ts': ['run.ts'],
};

const modules = {
  getModuleInfo: (id: string) => ({
    importedIds: (IMPORTS[id.slice(SOURCE.length + 1).replaceAll('\\', '/')] ?? []).map((path) =>
      resolve(SOURCE, path),
    ),
  }),
};

describe('the chunk of a module', () => {
  const chunk = playgroundChunk();
  const of = (path: string) => chunk(resolve(SOURCE, path), modules);

  it('is the lab’s where playground and chapters both have it, with all that it imports', () => {
    expect(['run.ts', 'steps.ts'].map(of)).toEqual(['lab', 'lab']);
  });

  it('is bare where a frame has it too, and the playground’s where nobody else does', () => {
    expect(of('figure.ts')).toBe('bare');
    expect(of('header.ts')).toBe('playground');
  });

  it('is left to the bundler where every page has it, and where the playground does not', () => {
    expect([of('ui/button.ts'), of('words.ts')]).toEqual([null, null]);
  });
});
