import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ASSETS = resolve(import.meta.dirname, '../../dist/assets');

/** The file name of the built training worker, below `dist/`. */
export function builtWorker(): string {
  const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
  // The page's script that spawns it names it; the worker's own is the one main script there.
  for (const script of scripts.filter((name) => name.startsWith('spawn-'))) {
    const text = readFileSync(resolve(ASSETS, script), 'utf8');
    const [name] = /main-[\w-]+\.js/.exec(text) ?? [];
    if (name) return `assets/${name}`;
  }
  throw new Error('The build holds no worker; run `npm run build` first.');
}
