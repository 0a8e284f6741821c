import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { VitePWA } from 'vite-plugin-pwa';
import type { Plugin } from 'vitest/config';
import { HEADERS_FILE } from './security.ts';

const SERVICE_WORKER = 'sw.js';
/** Its part that is written by hand, in `public`. */
const PREVIOUS = 'previous.js';
/** What a browser has no use for without a network, or keeps with the service worker. */
const NEVER_CACHED = new Set([SERVICE_WORKER, PREVIOUS, HEADERS_FILE]);

/** Workbox leaves larger files out, and then they would be missing without a network. */
const LARGEST_BYTES = 8 * 1024 * 1024;

const BRAND = '#2b55dd';
const PAPER = '#fbfaf7';

/** What the page is called where it is installed. */
const MANIFEST = {
  name: 'MDN Playground',
  short_name: 'MDN Playground',
  description:
    'Train a mixture density network in your browser and watch it learn several answers to one question.',
  description_localized: {
    ru: 'Обучите сеть смесей плотностей прямо в браузере и посмотрите, как она находит несколько ответов на один вопрос.',
  },
  lang: 'en',
  start_url: './',
  scope: './',
  display: 'standalone' as const,
  theme_color: BRAND,
  background_color: PAPER,
  icons: [
    { src: './favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: './icons/192.png', sizes: '192x192', type: 'image/png' },
    { src: './icons/512.png', sizes: '512x512', type: 'image/png' },
    {
      src: './icons/maskable-512.png',
      sizes: '512x512',
      type: 'image/png',
      purpose: 'maskable',
    },
  ],
};

/** Every file below a folder, as it is written in an address. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** @throws Error if a built file is not in the precache */
function checkComplete(precached: readonly string[], folder: string): void {
  const known = new Set(precached);
  const left = filesOf(folder).filter((file) => !known.has(file) && !NEVER_CACHED.has(file));
  if (left.length > 0) throw new Error(`Left out of the precache: ${left.join(', ')}`);
}

/**
 * A service worker with which everything works without a network after the
 * first visit, and a manifest with which the page can be installed. Both speak
 * of themselves relatively, so they fit into any folder of any host. A newer
 * version waits until the page asks for it (see `src/app/offline.ts`).
 */
export function offline(): Plugin[] {
  let folder = 'dist';
  const where: Plugin = {
    name: 'offline-folder',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir);
    },
  };
  const pwa = VitePWA({
    registerType: 'prompt',
    injectRegister: false,
    filename: SERVICE_WORKER,
    includeManifestIcons: false,
    manifest: MANIFEST,
    workbox: {
      globPatterns: ['**/*'],
      globIgnores: [...NEVER_CACHED],
      maximumFileSizeToCacheInBytes: LARGEST_BYTES,
      importScripts: [PREVIOUS],
      inlineWorkboxRuntime: true,
      // The page that installed it is served by it at once: the versions are the same.
      clientsClaim: true,
      cleanupOutdatedCaches: true,
      // Routes are fragments, so the folder itself is the only page there is.
      navigateFallback: null,
      ignoreURLParametersMatching: [/./],
      manifestTransforms: [
        (manifest) => {
          checkComplete(
            manifest.map(({ url }) => url),
            folder,
          );
          return { manifest, warnings: [] };
        },
      ],
    },
  });
  return [where, ...pwa] as Plugin[];
}
