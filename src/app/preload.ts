import { chapterOf, chapterText } from '../content/chapters.ts';
import { fetchTexts, type Locale } from '../i18n/languages.ts';
import { importPlayground } from './embedded.ts';
import { languageStore } from './language.ts';

/**
 * Asks for what the address needs while the page is still being set up, and
 * again whenever it changes: a page, its texts and a chapter side by side instead
 * of one after another. What fails to load here is asked for again, and told,
 * where it is shown.
 */
export function preload(): void {
  const ask = () => {
    for (const each of wanted(location.hash, languageStore.getState().locale)) each.catch(() => {});
  };
  ask();
  addEventListener('hashchange', ask);
}

/** What an address needs in a language. */
export function wanted(hash: string, locale: Locale): readonly Promise<unknown>[] {
  const [, page, name = ''] = /^#\/(\w*)\/?([\w-]*)/.exec(hash) ?? [];
  const chapter = page === 'learn' ? chapterOf(name) : undefined;
  const living = !page || chapter?.living;
  return [
    ...(page === 'learn' ? [import('./Learn.tsx'), fetchTexts(locale, 'article')] : []),
    ...(page ? [] : [importPlayground()]),
    ...(living ? [fetchTexts(locale, 'lab')] : []),
    ...(chapter?.living ? [fetchTexts(locale, 'mixtures')] : []),
    ...(chapter ? [chapterText(chapter, locale)] : []),
  ];
}
