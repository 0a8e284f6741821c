import { createContext, useContext, useEffect } from 'react';
import type { Chapter } from './chapters.ts';
import { markPlace } from './progress.ts';

/** The chapter that is being read. */
export const ChapterContext = createContext<Chapter | null>(null);

/** @throws Error outside of a chapter */
export function useChapter(): Chapter {
  const chapter = useContext(ChapterContext);
  if (!chapter) throw new Error('Only a chapter can hold this.');
  return chapter;
}

/** A heading above this share of the window's height is the one that is being read. */
const READING_LINE = 0.35;

/** Where the reader was when this entry of the browser's history was left; undefined in a new one. */
function placeBefore(): number | undefined {
  const scroll: unknown = (history.state as { scroll?: unknown } | null)?.scroll;
  return typeof scroll === 'number' ? scroll : undefined;
}

/** Once scrolling has gone on for so long, it is looked where it has come to, in milliseconds. */
const LOOK_MS = 300;

/** Calls `look` while the page is scrolled, and a moment after it has come. */
function whileScrolling(look: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const scrolled = () => {
    waiting ??= setTimeout(() => {
      waiting = null;
      look();
    }, LOOK_MS);
  };
  addEventListener('scroll', scrolled, { passive: true });
  // In a moment: to look now would lay the whole page out before its first paint.
  scrolled();
  return () => {
    removeEventListener('scroll', scrolled);
    if (waiting !== null) clearTimeout(waiting);
  };
}

/** Begins a page at its top, where the reader was before, or at the heading that the address names. */
export function useScrollPlace(heading = ''): void {
  useEffect(() => {
    const before = placeBefore();
    const target = heading ? document.getElementById(heading) : null;
    // In the next frame: to scroll now would lay the whole chapter out an extra time.
    const later = requestAnimationFrame(() => {
      if (before !== undefined) scrollTo(0, before);
      else if (target) target.scrollIntoView();
      else scrollTo(0, 0);
    });
    return () => cancelAnimationFrame(later);
  }, [heading]);

  useEffect(() => whileScrolling(() => history.replaceState({ scroll: scrollY }, '')), []);
}

/** Keeps note of where the reader of a chapter is, and goes back there. */
export function useReadingPlace(chapter: number, heading: string): void {
  useScrollPlace(heading);
  useEffect(() => {
    return whileScrolling(() => {
      const line = READING_LINE * innerHeight;
      // At the top none is passed, and to measure them would lay out what nobody has come to yet.
      const headings = scrollY === 0 ? [] : document.querySelectorAll('main h2[id]');
      const passed = [...headings].filter((h) => h.getBoundingClientRect().top < line);
      markPlace(chapter, passed.at(-1)?.id ?? '');
    });
  }, [chapter]);
}
