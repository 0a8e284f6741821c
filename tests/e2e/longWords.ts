import { expect, type Page } from '@playwright/test';
import * as article from '../../src/i18n/en/article.ts';
import * as lab from '../../src/i18n/en/lab.ts';
import * as page from '../../src/i18n/en/page.ts';
import * as russianArticle from '../../src/i18n/ru/article.ts';
import * as russianLab from '../../src/i18n/ru/lab.ts';
import * as russianPage from '../../src/i18n/ru/page.ts';
import { withWords } from '../helpers/icu.ts';

type Texts = { readonly [key: string]: string | Texts };

/** Two fifths longer from four letters on: Training becomes Trainingtrai. */
const long = (word: string) =>
  word.length < 4 ? word : word + word.slice(0, Math.ceil(0.4 * word.length)).toLowerCase();

const lengthened = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? withWords(text, long) : lengthened(text),
    ]),
  );

/** The parts by a text that only their Russian file has. */
const PARTS: readonly [mark: string, english: Texts][] = [
  [russianPage.header.nav, page],
  [russianLab.run.stepHint, lab],
  [russianArticle.learn.title, article],
];

/** Puts a language of long words, made of the English one, in the place of Russian. */
export async function serveLongWords(page: Page): Promise<void> {
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    const part = PARTS.find(([mark]) => script.includes(mark) && !script.includes('jsx'));
    if (!part) return route.fulfill({ response, body: script });
    const body = Object.entries(lengthened(part[1]))
      .map(([name, texts]) => `export const ${name} = ${JSON.stringify(texts)};`)
      .join('\n');
    return route.fulfill({ response, body });
  });
}

/** Switches the language, also behind a dialog. */
export async function switchTo(page: Page, locale: 'en' | 'ru'): Promise<void> {
  const nav = page.locator('header nav');
  const before = await nav.getAttribute('aria-label');
  await page.locator('select:has(option[value=ru])').selectOption(locale);
  await expect(nav).not.toHaveAttribute('aria-label', before!);
}
