import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHAPTERS, chapterOf } from '../../src/content/chapters.ts';
import { CLAIMS } from '../../src/content/claims.ts';
import { MACROS, SYMBOL_TEX } from '../../src/content/mdx/macros.ts';
import { setFormula } from '../../src/content/mdx/math.ts';
import { glossary } from '../../src/i18n/en/article/glossary.ts';
import { knownTruth } from '../helpers/truth.ts';

const FOLDER = resolve(import.meta.dirname, '../../src/content/chapters');
const files = readdirSync(FOLDER).sort();
const texts = files.map((file) => readFileSync(join(FOLDER, file), 'utf8'));

/** The words of a chapter that one reads without opening anything. */
function words(text: string): string[] {
  return text
    .replace(/^import .*$/gm, '')
    .replace(/<Maths[\s\S]*?<\/Maths>/g, '')
    .replace(/<References>[\s\S]*?<\/References>/g, '')
    .replace(/\$\$[\s\S]*?\$\$/g, '')
    .replace(/\$[^$]*\$/g, 'x')
    .replace(/<\w+ figure=\{<.*\/>\}>/g, '')
    .replace(
      /<\/?\w+(?:\s+\w+(?:=(?:"[^"]*"|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}))?)*\s*\/?>/g,
      ' ',
    )
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
}

describe('the chapters', () => {
  it('are the numbered files, in their order', () => {
    expect(files).toEqual(
      CHAPTERS.map(({ number, slug }) => `${String(number).padStart(2, '0')}-${slug}.mdx`),
    );
    expect(CHAPTERS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(chapterOf('7')).toBe(chapterOf('mixture-density-network'));
    expect(chapterOf('10')).toBeUndefined();
  });

  it.each(files.map((file, i) => [file, texts[i] as string]))(
    '%s has 300 to 900 words',
    (_, text) => {
      expect(words(text).length).toBeGreaterThanOrEqual(300);
      expect(words(text).length).toBeLessThanOrEqual(900);
    },
  );

  it('hold exactly the tasks that their progress counts', () => {
    texts.forEach((text, i) => {
      const tasks = [...text.matchAll(/<Task name="([^"]+)"/g)].map((match) => match[1]);
      expect(tasks, files[i]).toEqual(CHAPTERS[i]!.tasks);
    });
    const all = CHAPTERS.flatMap(({ tasks }) => tasks);
    expect(new Set(all).size).toBe(all.length);
  });

  it('quote only ranges that are held to runs, and all of those', () => {
    const quoted = texts.flatMap((text) =>
      [...text.matchAll(/<Claim name="([^"]+)"/g)].map((match) => match[1] as string),
    );
    expect([...new Set(quoted)].sort()).toEqual(Object.keys(CLAIMS).sort());
  });
});

describe('what no model can beat', () => {
  it.each([
    ['04-data.mdx', '1.419', knownTruth('sine', 1).entropy()],
    ['06-inverted.mdx', '39.6', knownTruth('inverted', 1).meanSquaredError()],
    ['07-mixture-density-network.mdx', '1.635', knownTruth('inverted', 1).entropy()],
    ['08-spiral.mdx', '38.0', knownTruth('spiral', 1).meanSquaredError()],
    ['08-spiral.mdx', '1.405', knownTruth('spiral', 1).entropy()],
  ])('is in %s as %s, and that is what it is', (file, quoted, value) => {
    const digits = quoted.split('.')[1]!.length;
    expect(value?.toFixed(digits)).toBe(quoted);
    expect(texts[files.indexOf(file)]).toContain(quoted);
  });
});

describe('the glossary', () => {
  it('explains every symbol that a macro marks, and no other', () => {
    expect(Object.keys(glossary).sort()).toEqual(Object.keys(SYMBOL_TEX).sort());
  });

  it('explains no symbol that no chapter uses', () => {
    const used = new Set(texts.flatMap((text) => text.match(/\\v[A-Za-z]+/g) ?? []));
    expect(Object.keys(MACROS).filter((macro) => !used.has(macro))).toEqual([]);
  });
});

describe('a formula', () => {
  it('tells which symbols it holds', () => {
    const { html, symbols } = setFormula('\\vpik \\, \\vNormal(\\vy; \\vmuk, \\vsigmak^2)', true);
    expect(symbols).toEqual(['pik', 'normal', 'y', 'muk', 'sigmak']);
    expect(html).toContain('katex-display');
  });

  it('that cannot be set stops the build', () => {
    expect(() => setFormula('\\frac{1', false)).toThrow();
  });
});
