import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Rolldown } from 'vite';
import type { Plugin } from 'vitest/config';

const FIRST = 'src/app/first.js';
const TAG = new RegExp(`<script[^>]*/${FIRST}"></script>`);

/** The style sheets that come with the page itself, in the order in which they hold. */
function sheetsOfPage(bundle: Rolldown.OutputBundle): readonly string[] {
  const sheets = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || seen.has(name)) return;
    seen.add(name);
    for (const imported of chunk.imports) visit(imported);
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) sheets.add(sheet);
  };
  for (const [name, chunk] of Object.entries(bundle)) {
    if (chunk.type === 'chunk' && chunk.isEntry) visit(name);
  }
  return [...sheets];
}

/**
 * Writes what the first paint needs into the page itself: its first script, and the style
 * sheets of what is always loaded. Each as a file of its own would cost a way to the host
 * and back before anything is seen.
 */
export function inlined(): Plugin {
  let styles = '';
  return {
    name: 'inlined',
    apply: 'build',
    generateBundle: {
      // Before any chunk is told which style sheets it has to fetch.
      order: 'pre',
      handler(_, bundle) {
        const sheets = sheetsOfPage(bundle);
        styles = sheets
          .map((sheet) => {
            const file = bundle[sheet];
            if (file?.type !== 'asset') throw new Error(`${sheet} is not among the built files.`);
            const folder = sheet.slice(0, sheet.lastIndexOf('/') + 1);
            return String(file.source).replace(
              /url\((["']?)\.?\/?(?!data:|#)/g,
              `url($1./${folder}`,
            );
          })
          .join('');
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          for (const sheet of sheets) chunk.viteMetadata?.importedCss.delete(sheet);
        }
        for (const sheet of sheets) delete bundle[sheet];
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const script = readFileSync(resolve(import.meta.dirname, '../..', FIRST), 'utf8');
        const tag = html.match(TAG)?.[0];
        if (!tag) throw new Error(`index.html does not load ${FIRST}.`);
        return {
          html: html.replace(tag, () => `<script>${script}</script>`),
          tags: [{ tag: 'style', children: styles, injectTo: 'head' }],
        };
      },
    },
  };
}
