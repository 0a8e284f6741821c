import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const HOME = resolve(import.meta.dirname, '../..');
const MEGABYTE = 1024 * 1024;
let root: string;

/** Builds a site of one page and one file of so many bytes, in a process of its own as always. */
async function buildWith(bytes: number): Promise<void> {
  writeFileSync(join(root, 'public/large.bin'), new Uint8Array(bytes));
  const vite = join(HOME, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', root]);
}

describe('what is kept for times without a network', () => {
  beforeEach(() => {
    mkdirSync(join(HOME, 'build'), { recursive: true });
    // Within the project, so that its packages are found.
    root = mkdtempSync(join(HOME, 'build/site-'));
    mkdirSync(join(root, 'public'));
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>Site</title>');
    writeFileSync(
      join(root, 'vite.config.ts'),
      "import { offline } from '../../src/build/offline.ts';\nexport default { plugins: [offline()] };",
    );
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is every file of the site, also one over the size that is usual', async () => {
    await buildWith(3 * MEGABYTE);
    const worker = readFileSync(join(root, 'dist/sw.js'), 'utf8');
    for (const file of ['index.html', 'large.bin', 'manifest.webmanifest'])
      expect(worker).toContain(`"${file}"`);
  });

  it('fails the build where a file would be left out', async () => {
    await expect(buildWith(9 * MEGABYTE)).rejects.toThrow('Left out of the precache: large.bin');
  });
});
