import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATA_NAMES } from '../src/core/datasets/datasets.ts';

const SRC = resolve(import.meta.dirname, '../src');

/** Which folders of `src` each folder may import from, beside itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  build: ['charts', 'core'],
  core: [],
  kernel: [],
  engine: ['core', 'kernel'],
  protocol: ['core'],
  worker: ['engine', 'protocol', 'core'],
  export: ['core'],
  headless: ['core', 'engine', 'export', 'i18n'],
  store: ['core', 'protocol'],
  charts: ['core'],
  i18n: ['core'],
  ui: [],
  features: ['store', 'charts', 'export', 'ui', 'i18n', 'core'],
  content: ['store', 'features', 'charts', 'export', 'ui', 'i18n', 'core'],
  compare: ['store', 'features', 'charts', 'ui', 'i18n', 'core'],
  embed: ['store', 'features', 'charts', 'ui', 'i18n', 'core'],
  exportDialog: ['store', 'features', 'charts', 'ui', 'i18n', 'core', 'export'],
  lectures: ['core'],
  stage: ['store', 'features', 'charts', 'ui', 'i18n', 'core', 'lectures'],
  app: [
    'store',
    'features',
    'charts',
    'ui',
    'i18n',
    'core',
    'content',
    'compare',
    'embed',
    'exportDialog',
    'stage',
    'worker',
  ],
};

/** Packages that only some folders may import. */
const PACKAGES: readonly [pattern: RegExp, folders: readonly string[]][] = [
  [/^@tensorflow\//, ['engine', 'worker', 'export']],
  [/^plotly\.js/, ['charts']],
  [
    /^react/,
    [
      'ui',
      'charts',
      'features',
      'content',
      'compare',
      'embed',
      'exportDialog',
      'stage',
      'app',
      'i18n',
    ],
  ],
  [/^zustand/, ['store', 'features', 'content', 'compare', 'exportDialog', 'stage', 'app']],
  [/^idb-keyval/, ['store']],
  [/^node:/, ['headless', 'build']],
  [/^papaparse/, ['core']],
];

interface Import {
  readonly file: string;
  readonly from: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|tsx|mdx)$/.test(file) && !file.includes('assembly'))
  .map((file) => join(SRC, file));

const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => ({
    file,
    from: match[1] as string,
  })),
);

const folderOf = (path: string) => relative(SRC, path).split(/[\\/]/)[0] as string;
const inside = ({ file, from }: Import) =>
  from.startsWith('.') ? resolve(file, '..', from) : null;

describe('the structure of src', () => {
  it('has no folder that the table does not know', () => {
    expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in ALLOWED))).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('lets a folder import only from those below it', () => {
    const breaches = imports.flatMap((entry) => {
      const target = inside(entry);
      // What the build makes lies outside.
      if (!target?.startsWith(SRC)) return [];
      const [own, other] = [folderOf(entry.file), folderOf(target)];
      return own === other || ALLOWED[own]?.includes(other)
        ? []
        : [`${own} → ${other}: ${entry.file}`];
    });
    expect(breaches).toEqual([]);
  });

  it('has no circle of imports, of types neither', () => {
    const after = new Map(files.map((file) => [file, [] as string[]]));
    for (const entry of imports) {
      const target = inside(entry);
      if (target && after.has(target)) after.get(entry.file)!.push(target);
    }
    const done = new Set<string>();
    const circles: string[] = [];
    const follow = (file: string, path: readonly string[]) => {
      if (path.includes(file)) {
        const circle = [...path.slice(path.indexOf(file)), file];
        circles.push(circle.map((at) => relative(SRC, at)).join(' → '));
      } else if (!done.has(file)) {
        for (const next of after.get(file)!) follow(next, [...path, file]);
        done.add(file);
      }
    };
    for (const file of files) follow(file, []);
    expect(circles).toEqual([]);
  });

  it('compares the name of no data set: what sets one apart, it says itself', () => {
    const names = DATA_NAMES.join('|');
    const asks = new RegExp(`[!=]== '(?:${names})'|case '(?:${names})'`);
    expect(files.filter((file) => asks.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('keeps each package to the folders that it belongs to', () => {
    const breaches = imports.filter(({ file, from }) =>
      PACKAGES.some(
        ([pattern, folders]) => pattern.test(from) && !folders.includes(folderOf(file)),
      ),
    );
    expect(breaches).toEqual([]);
  });

  it('never makes markup of text, formulas set by the build apart', () => {
    const makes = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser/i;
    // Formulas are set by KaTeX while the site is built; nothing else reaches them.
    const others = files.filter((file) => !file.endsWith('content/parts/Formula.tsx'));
    expect(others.filter((file) => makes.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('lets no feature import another', () => {
    const featureOf = (path: string) => relative(join(SRC, 'features'), path).split(/[\\/]/)[0];
    const breaches = imports.filter((entry) => {
      const target = inside(entry);
      return (
        target !== null &&
        folderOf(entry.file) === 'features' &&
        folderOf(target) === 'features' &&
        // The files beside the folders are what all features share.
        !/\.(tsx?|css)$/.test(featureOf(target) ?? '') &&
        featureOf(target) !== featureOf(entry.file)
      );
    });
    expect(breaches).toEqual([]);
  });
});
