import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHAPTERS, chapterOf } from '../../src/content/chapters.ts';
import { CLAIMS } from '../../src/content/claims/claims.ts';
import { MACROS, SYMBOL_TEX } from '../../src/content/mdx/macros.ts';
import { setFormula } from '../../src/content/mdx/math.ts';
import { glossary } from '../../src/i18n/en/article/glossary.ts';
import { LOCALES } from '../../src/i18n/languages.ts';

const FOLDER = resolve(import.meta.dirname, '../../src/content/chapters');
const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.mdx'))
  .sort();
const texts = files.map((file) => readFileSync(join(FOLDER, file), 'utf8'));

/**
 * Numbers that a chapter may give as they stand, by its number: definitions, examples that are
 * worked out beside them, and places in a figure that its text speaks of.
 */
const GIVEN: Readonly<Record<number, readonly string[]>> = {
  1: ['1', '36', '6'],
  3: ['0', '0.5', '0.7', '0.99', '1'],
  4: ['1', '15', '3', '4', '9', '−15'],
  5: ['0', '1', '100', '15', '−15'],
  6: ['0', '0.2', '0.8', '10', '100', '200', '400', '6', '64', '80', '−10'],
  7: ['0', '1', '14', '1994', '3', '8', '9', '−14'],
  8: ['0', '1'],
  9: ['0', '1'],
  10: ['0', '1', '15', '32', '90 %', '−15'],
};

/** A chapter without its formulas, and without what its figures and links are told. */
function prose(text: string): string {
  return text
    .replace(/^import .*$/gm, '')
    .replace(/\$\$[\s\S]*?\$\$/g, '')
    .replace(/\$[^$]*\$/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/<References>[\s\S]*?<\/References>/g, '')
    .replace(/\{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}/g, '');
}

/** The numbers in a text, once each, with a point wherever it is written; which chapter is none. */
function numbersOf(text: string): string[] {
  const numbers = text
    .replace(/(?:chapter|глав[аыеу]) \d+/gi, '')
    .matchAll(/[−-]?\d+(?:[.,]\d+)?(?:\s?%)?/g);
  return [
    ...new Set(Array.from(numbers, ([number]) => number.replace(',', '.').replace(/\s/, ' '))),
  ];
}

/** The numbers that a chapter gives as they stand. */
function given(text: string): string[] {
  const told = prose(text)
    // What sets a figure says what it sets it to.
    .replace(/<Set [^>]*>[\s\S]*?<\/Set>/g, '')
    .replace(/<(?:Claim|Live|Written|Program)\b[^>]*>/g, '')
    .replace(/\b(?:name|id)="[^"]*"/g, '');
  return numbersOf(told).sort();
}

/** The words of a chapter that one reads without opening anything. */
function words(text: string): string[] {
  return text
    .replace(/^import .*$/gm, '')
    .replace(/<(Maths|Choice)\b[\s\S]*?<\/\1>/g, '')
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
    expect(CHAPTERS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(chapterOf('7')).toBe(chapterOf('mixture-density-network'));
    expect(chapterOf('11')).toBeUndefined();
  });

  it.each(files.map((file, i) => [file, texts[i] as string]))(
    '%s has 300 to 900 words',
    (_, text) => {
      expect(words(text).length).toBeGreaterThanOrEqual(300);
      expect(words(text).length).toBeLessThanOrEqual(900);
    },
  );

  it('hold exactly the checks that their progress counts', () => {
    texts.forEach((text, i) => {
      const tasks = [...text.matchAll(/<(?:Task|Question) name="([^"]+)"/g)].map(
        (match) => match[1],
      );
      expect(tasks, files[i]).toEqual(CHAPTERS[i]!.tasks);
    });
    const all = CHAPTERS.flatMap(({ tasks }) => tasks);
    expect(new Set(all).size).toBe(all.length);
  });

  it('say what a figure is about before it comes', () => {
    texts.forEach((text, i) => {
      for (const scene of text.split('<Scene ').slice(1)) {
        const lead = /^figure=\{<.*\/>\}>\s+<Lead>([\s\S]*?)<\/Lead>/.exec(scene)?.[1];
        expect(lead, files[i]).toMatch(/^## /m);
      }
    });
  });

  it('have the numbers of runs from runs, and print no other but what is given', () => {
    texts.forEach((text, i) => {
      expect(given(text), files[i]).toEqual([...(GIVEN[i + 1] ?? [])].sort());
    });
  });

  it('tell only what is known of runs or of data, and all of that', () => {
    const quoted = texts.flatMap((text) =>
      [...text.matchAll(/<Claim name="([^"]+)"/g)].map((match) => match[1] as string),
    );
    expect([...new Set(quoted)].sort()).toEqual(Object.keys(CLAIMS).sort());
  });
});

/** What a translation leaves as it is: what is imported, set, checked, claimed and linked to. */
function skeleton(text: string) {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, part]) => part);
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-');
  return {
    imports: all(/^import (.*) from/gm),
    headings: [...text.matchAll(/^(?:## (.*)|<Heading id="(.*?)">.*)$/gm)].map(
      ([, heading, id]) => id ?? slug(heading!),
    ),
    boxes: all(/<(Trap|Maths|References|Program part="\w+")/g),
    given: given(text),
    checks: all(/<(?:Task|Question) (name="[^"]*"|.*judge=\{\w+\})/g),
    choices: [...text.matchAll(/<Choice says="[^"]*"( right)?>/g)].map(([, right]) => !!right),
    sets: all(/<Set ([^>]*(?:=>[^>]*)*)>/g),
    numbers: all(/<((?:Claim|Written|Live) (?:(?!unit)\w+=(?:"[^"]*"|\{[^}]*\}) ?)*)/g).sort(),
    displayed: all(/^\$\$\n([\s\S]*?)\n\$\$$/gm).map((tex) =>
      tex!.replaceAll('{,}', '.').replace(/\\text\{[^}]*\}/g, ''),
    ),
  };
}

describe.each(LOCALES.filter((locale) => locale !== 'en'))('the chapters in %s', (locale) => {
  it.each(files)('%s leaves all but the words as it is in English', (file) => {
    const own = readFileSync(join(FOLDER, locale, file), 'utf8');
    expect(skeleton(own)).toEqual(skeleton(texts[files.indexOf(file)]!));
  });
});

/**
 * Numbers that the interface of the article may give as they stand, by the text's key, beside
 * 0 and 1. All others are filled in.
 */
const SHOWN = {
  article: {
    'figures.living.shown.2': ['2'],
    'figures.living.shown.4': ['4'],
    'figures.living.shown.samples2': ['2'],
    'figures.living.shown.samples10': ['10'],
    'glossary.theta': ['5'],
    'learn.source': ['2018'],
  },
  mixtures: {
    'sure.name': ['90 %'],
    'sure.caption': ['90 %'],
    'underflow.caption': ['32'],
  },
};

/** The numbers in texts as they stand, by the texts' keys. */
function shown(texts: object, path = ''): [string, string[]][] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const name = path ? `${path}.${key}` : key;
    if (typeof text === 'object') return shown(text, name);
    // Arguments, with the forms that they choose from, and tags.
    const bare = String(text)
      .replace(/\{\w+\}/g, '')
      .replace(/=\d+ \{/g, '{')
      .replace(/<[^>]*>/g, '');
    const found = numbersOf(bare).filter((number) => number !== '0' && number !== '1');
    return found.length > 0 ? [[name, found]] : [];
  });
}

describe.each(LOCALES)('the interface of the article in %s', (locale) => {
  it.each(['article', 'mixtures'] as const)(
    'prints no number in %s but what is given',
    async (part) => {
      const found = shown(await import(`../../src/i18n/${locale}/${part}.ts`));
      expect(Object.fromEntries(found)).toEqual(SHOWN[part]);
    },
  );
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
