import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Which modules travel together. Every file that a page fetches costs time on a slow
 * line and work in the browser, so that what is always loaded together is one file,
 * and nobody loads what only another page needs.
 */

const SOURCE = resolve(import.meta.dirname, '..');
const CHAPTERS = ['chapters', 'chapters/ru'].flatMap((folder) =>
  readdirSync(resolve(SOURCE, 'content', folder))
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => `content/${folder}/${file}`),
);
/** In these chapters no network trains. */
const READING = /\/0[1-4]-/;

/** What is loaded for a part of the site, with all that it imports. */
const ROOTS = {
  page: ['app/main.tsx', 'app/Learn.tsx', ...CHAPTERS.filter((file) => READING.test(file))],
  living: CHAPTERS.filter((file) => !READING.test(file)),
  frame: ['app/Embedded.tsx'],
  playground: ['app/Playground.tsx'],
} as const;

/** What the bundler tells of the modules. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** The modules that come with any of the files. */
function reachedFrom(files: readonly string[], modules: Modules): ReadonlySet<string> {
  const reached = new Set(files.map((file) => resolve(SOURCE, file)));
  // What is added to a set while it is walked is walked too.
  for (const id of reached) {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
  }
  return reached;
}

type Reached = { readonly [part in keyof typeof ROOTS]: ReadonlySet<string> };

/**
 * The chunk of a module that comes with the playground: `lab` where the chapters in which
 * networks train have it too, `bare` where else a frame has it that shows the figure alone.
 *
 * @returns null for a module that is in another chunk
 */
export function playgroundChunk(): (id: string, modules: Modules) => string | null {
  let reached: Reached | null = null;
  return (id, modules) => {
    reached ??= {
      page: reachedFrom(ROOTS.page, modules),
      living: reachedFrom(ROOTS.living, modules),
      frame: reachedFrom(ROOTS.frame, modules),
      playground: reachedFrom(ROOTS.playground, modules),
    };
    if (reached.page.has(id) || !reached.playground.has(id)) return null;
    if (reached.living.has(id)) return 'lab';
    return reached.frame.has(id) ? 'bare' : 'playground';
  };
}
