import { chapterOf } from '../content/chapters.ts';

/**
 * Asks for what the address needs while the page is still being set up, the
 * chapter's text beside the article's frame instead of after it. What fails to
 * load here is asked for again, and told, where it is shown.
 */
export function preload(hash: string): void {
  const ignore = () => {};
  const [, page, chapter = ''] = /^#\/(\w*)\/?([\w-]*)/.exec(hash) ?? [];
  if (page === 'learn') {
    import('./Learn.tsx').catch(ignore);
    chapterOf(chapter)?.load().catch(ignore);
  } else if (!page) {
    import('./Playground.tsx').catch(ignore);
  }
}
