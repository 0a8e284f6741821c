import { mkdirSync, readdirSync, statSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import asc from 'assemblyscript/asc';
import { defineConfig, type Plugin } from 'vitest/config';
import { playgroundChunk } from './src/build/chunks.ts';
import { compressed } from './src/build/compressed.ts';
import { firstPictures } from './src/build/firstPicture.ts';
import { inlined } from './src/build/inlined.ts';
import { namedMedia } from './src/build/media.ts';
import { offline } from './src/build/offline.ts';
import { plotlyWithoutInlineStyles } from './src/build/plotly.ts';
import { security } from './src/build/security.ts';
import { articlePlugins } from './src/content/mdx/plugins.ts';
import { MEDIA } from './src/ui/media.ts';

/** tfjs's WebAssembly loader takes it for granted that Node runs CommonJS. */
const COMMONJS_GLOBALS = `import { createRequire as commonJsRequire } from 'node:module';
const require = commonJsRequire(import.meta.url);
const __dirname = import.meta.dirname;`;

const KERNEL_SOURCE = 'src/kernel/assembly';
const KERNEL = 'build/kernel.wasm';

/** Compiles the training kernel before anything asks for it, if its source is newer. */
function kernel(): Plugin {
  const age = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = () =>
    Math.max(...readdirSync(KERNEL_SOURCE).map((file) => age(`${KERNEL_SOURCE}/${file}`)));
  return {
    name: 'kernel',
    async config() {
      if (age(KERNEL) > newest()) return;
      mkdirSync('build', { recursive: true });
      const options = '-O3 --noAssert --enable simd --runtime stub --maximumMemory 1024';
      const { error, stderr } = await asc.main([
        `${KERNEL_SOURCE}/index.ts`,
        ...`-o ${KERNEL} ${options}`.split(' '),
      ]);
      if (error) throw new Error(stderr.toString());
    },
  };
}

/** What is always loaded together: many small files take longer on a slow line than a few. */
const CHUNKS = [
  {
    name: 'start',
    test: /node_modules.(react|react-dom|scheduler|wouter|regexparam|use-sync-external-store|use-intl|intl-messageformat|@formatjs)[\\/]|src.(i18n.(Texts|index|languages|numbers|en.page)|ui.(Button|icons|cx))\b/,
  },
  { name: 'article', test: /src.content.(parts|plot|lab.spawn|figures.shared\.module)\b/ },
  // Its parts are whole: what one of them needs is in it, in another, or in the page.
  { name: playgroundChunk(), includeDependenciesRecursively: false },
];

const TESTS = 'tests/**/*.test.{ts,tsx}';
/** These bring a tfjs of their own into the process, or set the backend of the one that is there. */
const ALONE = [
  'tests/engine/*.test.ts',
  'tests/export/{formats,parts,programs,tfjsProgram}.test.ts',
];

const tests = (name: string, which: object) => ({
  extends: true as const,
  test: { name, ...which },
});

export default defineConfig(({ isSsrBuild }) => ({
  // A relative base lets the site run from any folder of any static host.
  base: './',
  plugins: [
    kernel(),
    namedMedia(MEDIA),
    ...articlePlugins,
    react(),
    ...(isSsrBuild
      ? []
      : [
          plotlyWithoutInlineStyles(),
          firstPictures(),
          inlined(),
          security(),
          offline(),
          compressed(),
        ]),
  ],
  // plotly.js reads Node's `global`.
  define: { global: 'globalThis' },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    // The content security policy allows no fonts in data URLs.
    assetsInlineLimit: 0,
    // The headless command is the only thing built for Node.
    ...(isSsrBuild
      ? {
          rolldownOptions: { output: { banner: COMMONJS_GLOBALS } },
          copyPublicDir: false,
          emptyOutDir: false,
        }
      : { rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } } }),
  },
  // It is bundled whole: tfjs's ES modules do not load in Node as they are.
  ssr: { noExternal: true },
  test: {
    projects: [
      // Reading tfjs and the rest anew for each of many files takes as long as the tests.
      tests('together', { include: [TESTS], exclude: ['tests/e2e/**', ...ALONE], isolate: false }),
      tests('alone', { include: ALONE, isolate: true }),
    ],
    setupFiles: ['tests/helpers/fastCheck.ts', 'tests/helpers/endLeftovers.ts'],
    // Busy machines are slow, and a test that hangs is told from one that waits.
    testTimeout: 60_000,
    // tfjs keeps its ES modules under a package that calls itself CommonJS.
    server: { deps: { inline: [/@tensorflow/] } },
  },
}));
