import { chapterOf } from '../content/chapters.ts';
import { fetchTexts, LOCALE } from '../i18n/languages.ts';

/**
 * Asks for what the address needs while the page is still being set up, and
 * again whenever it changes: a page, its texts and a chapter side by side instead
 * of one after another. What fails to load here is asked for again, and told,
 * where it is shown.
 */
export function preload(): void {
  ask(location.hash);
  addEventListener('hashchange', () => ask(location.hash));
}

function ask(hash: string): void {
  const [, page, name = ''] = /^#\/(\w*)\/?([\w-]*)/.exec(hash) ?? [];
  const chapter = page === 'learn' ? chapterOf(name) : undefined;
  const wanted: Promise<unknown>[] = [];
  if (page === 'learn') wanted.push(import('./Learn.tsx'), fetchTexts(LOCALE, 'article'));
  if (!page) wanted.push(import('./Playground.tsx'));
  if (!page || chapter?.living) wanted.push(fetchTexts(LOCALE, 'lab'));
  if (chapter) wanted.push(chapter.load());
  for (const each of wanted) each.catch(() => {});
}
