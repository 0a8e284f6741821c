// The project's modules, bundled for Node as the headless command is.
import { readFile } from 'node:fs/promises';
import { build } from 'vite';

/**
 * What the modules of these paths export, in one object.
 *
 * @param paths below src, without their ending, as in `core/presets`, or beside it, as in `../tests/helpers/png`
 */
export async function modules(...paths) {
  const name = (path) => path.replace('../', '');
  const input = Object.fromEntries(paths.map((path) => [name(path), `src/${path}.ts`]));
  await build({
    logLevel: 'warn',
    build: { ssr: true, outDir: 'build/bench', rolldownOptions: { input } },
  });
  const load = (path) => import(new URL(`../../build/bench/${name(path)}.js`, import.meta.url));
  return Object.assign({}, ...(await Promise.all(paths.map(load))));
}

/** The fused engine, from `openEngine` and `fileSources` of the project. */
export async function fusedEngine({ openEngine, fileSources }) {
  const kernel = new URL('../../build/kernel.wasm', import.meta.url);
  const { engine } = await openEngine('fused', {
    ...fileSources(kernel),
    kernel: async () => new Uint8Array(await readFile(kernel)),
  });
  return engine;
}
