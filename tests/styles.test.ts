import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((file) =>
  join(SRC, file),
);
const read = (file: string) => readFileSync(file, 'utf8');

/** Every class that a style sheet names. */
function classesOf(css: string): Set<string> {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/:global\([^)]*\)/g, '');
  // What stands before an opening brace is a selector, or a rule with an @.
  const selectors = bare.match(/[^{};]+(?=\{)/g) ?? [];
  const names = selectors
    .filter((selector) => !selector.trim().startsWith('@'))
    .flatMap((selector) => [...selector.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name]) => name!));
  return new Set(names);
}

interface Use {
  /** The style sheet that is imported. */
  readonly sheet: string;
  readonly file: string;
  /** Classes that are asked for by name. */
  readonly named: readonly string[];
  /** Words between quotes, where classes are asked for by a value. */
  readonly quoted: readonly string[];
}

const uses: Use[] = files
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((file) => {
    const source = read(file);
    const imports = source.matchAll(/import (\w+) from '([^']+\.module\.css)'/g);
    return [...imports].map(([, name, from]) => ({
      sheet: resolve(file, '..', from!),
      file,
      named: [...source.matchAll(new RegExp(`(?<![/.])\\b${name}\\.(\\w+)`, 'g'))].map(
        ([, one]) => one!,
      ),
      quoted: source.includes(`${name}[`)
        ? [...source.matchAll(/'([\w-]+)'/g)].map(([, one]) => one!)
        : [],
    }));
  });

const sheets = files.filter((file) => file.endsWith('.module.css'));

describe('a style sheet of a component', () => {
  it('has no class that nobody uses', () => {
    const idle = sheets.flatMap((sheet) => {
      const used = uses
        .filter((use) => use.sheet === sheet)
        .flatMap(({ named, quoted }) => [...named, ...quoted]);
      return [...classesOf(read(sheet))]
        .filter((name) => !used.includes(name))
        .map((name) => `${sheet}: ${name}`);
    });
    expect(sheets.length).toBeGreaterThan(30);
    expect(idle).toEqual([]);
  });

  it('has every class that is asked of it', () => {
    const missing = uses.flatMap(({ sheet, file, named }) => {
      const there = classesOf(read(sheet));
      return named.filter((name) => !there.has(name)).map((name) => `${file}: ${name}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('any style sheet', () => {
  it('leaves it to a mark on the document what stands in the page, so that nothing that comes has all styles computed anew', () => {
    const looking = files
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) =>
        (read(file).match(/[^{};]+(?=\{)/g) ?? [])
          .filter((selector) => /(\bhtml|\bbody|:root|#root)\)?[^\s>~+,]*:has\(/.test(selector))
          .map((selector) => `${file}: ${selector.trim()}`),
      );
    expect(looking).toEqual([]);
  });
});
