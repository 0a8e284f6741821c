import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createTranslator, type Messages } from 'use-intl';
import { describe, expect, it } from 'vitest';
import { fetchTexts, LOCALES, type Part } from '../../src/i18n/languages.ts';
import { preferredLocale } from '../../src/i18n/preferred.ts';
import { holesOf } from '../helpers/icu.ts';

type Texts = { readonly [key: string]: string | Texts };

const I18N = resolve(import.meta.dirname, '../../src/i18n');
const languages = readFileSync(`${I18N}/languages.ts`, 'utf8');

/** The parts are those files of a language that are loaded by themselves. */
const PARTS = readdirSync(`${I18N}/en`)
  .filter((file) => languages.includes(`'./en/${file}'`))
  .map((file) => file.replace('.ts', '') as Part);

const textsOf = (texts: Texts, before = ''): [key: string, text: string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[before + key, text]] : textsOf(text, `${before}${key}.`),
  );

const wholeOf = async (locale: (typeof LOCALES)[number]) =>
  Object.assign({}, ...(await Promise.all(PARTS.map((part) => fetchTexts(locale, part))))) as Texts;

describe.each(LOCALES.filter((locale) => locale !== 'en'))('the texts in %s', async (locale) => {
  const english = new Map(textsOf(await wholeOf('en')));
  const whole = await wholeOf(locale);
  const own = textsOf(whole);

  it('are given what the English ones are given, no more and no less', () => {
    for (const [key, text] of own) {
      expect(holesOf(text), key).toEqual(holesOf(english.get(key)!));
    }
  });

  it('can be shown for any number', () => {
    const t = createTranslator({
      locale,
      messages: whole as unknown as Messages,
      onError: (error) => {
        throw error;
      },
    }) as unknown as { markup(key: string, values: object): string };
    for (const [key, text] of own) {
      for (const number of [0, 1, 2, 5, 21]) {
        const value = (name: string) =>
          text.includes(`<${name}>`) ? (chunks: string) => chunks : number;
        const shown = t.markup(
          key,
          Object.fromEntries(holesOf(text).map((name) => [name, value(name)])),
        );
        expect(shown, key).not.toMatch(/[{}]/);
      }
    }
  });
});

describe('the language of a reader', () => {
  it('is the one chosen here before', () => {
    expect(preferredLocale('ru', ['en-US', 'en'])).toBe('ru');
    expect(preferredLocale('en', ['ru'])).toBe('en');
  });

  it('is the first of the browser’s that there is, in whatever country', () => {
    expect(preferredLocale(null, ['en-US', 'en'])).toBe('en');
    expect(preferredLocale(null, ['uk', 'ru-KZ', 'en'])).toBe('ru');
    expect(preferredLocale(null, ['fr-CH', 'EN-gb', 'ru'])).toBe('en');
  });

  it('is English where there is no other', () => {
    expect(preferredLocale(null, [])).toBe('en');
    expect(preferredLocale('tlh', ['fr', 'toString'])).toBe('en');
  });
});
