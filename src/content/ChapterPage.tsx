import { lazy, Suspense, useEffect, useRef } from 'react';
import { useLocale } from 'use-intl';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { useText } from '../i18n/index.ts';
import { LOCALES } from '../i18n/languages.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { Boundary } from '../ui/Boundary.tsx';
import { Button } from '../ui/Button.tsx';
import { CHAPTERS, type Chapter, chapterText } from './chapters.ts';
import { COMPONENTS } from './components.tsx';
import styles from './learn.module.css';
import { announced } from './parts/announced.ts';
import { useSymbolAtHand } from './parts/symbolAtHand.ts';
import { markRead } from './progress.ts';
import { ChapterContext, useReadingPlace } from './reading.ts';
import { useOpenForPrint } from './useOpenForPrint.ts';

/** Each chapter is a chunk of its own in each language. */
const TEXTS = new Map(
  LOCALES.flatMap((locale) =>
    CHAPTERS.map((chapter) => [
      `${locale} ${chapter.number}`,
      lazy(() => chapterText(chapter, locale)),
    ]),
  ),
);

/** One chapter, from the question that it answers to the way on. */
export function ChapterPage({
  chapter,
  heading,
}: {
  readonly chapter: Chapter;
  readonly heading: string;
}) {
  const t = useText();
  const { number, slug } = chapter;
  const title = t(`chapters.${slug}.title`);
  const article = useRef<HTMLElement>(null);
  const locale = useLocale();
  const Text = TEXTS.get(`${locale} ${number}`);
  useEffect(() => {
    document.title = `${number}. ${title} · ${t('app.name')}`;
    return () => {
      document.title = t('app.name');
    };
  }, [number, title, t]);
  useSymbolAtHand(article);
  useOpenForPrint();
  return (
    <ChapterContext value={chapter}>
      <main ref={article} className={styles.page} tabIndex={-1}>
        <header className={styles.opening}>
          <p className={styles.crumb}>
            <Link href="/learn">{t('learn.contents')}</Link>
            {' · '}
            <span>
              {t('learn.chapterOf', { number: String(number), count: String(CHAPTERS.length) })}
            </span>
          </p>
          <h1>{title}</h1>
          <p className={styles.question}>{t(`chapters.${slug}.question`)}</p>
        </header>
        <Boundary fallback={<Broken />}>
          <Suspense fallback={<p className={styles.waiting}>{t('learn.loading')}</p>}>
            {Text && <Text components={COMPONENTS} />}
            <Read chapter={number} heading={heading} />
          </Suspense>
        </Boundary>
        <Ways number={number} />
        <Said />
      </main>
    </ChapterContext>
  );
}

/** Says what words in the text have done to a figure. */
function Said() {
  return <Announcer text={useStore(announced)} />;
}

/** Stands in for a text that cannot be loaded or shown. */
function Broken() {
  const t = useText();
  return (
    <p role="alert">
      <span>{t('learn.broken')}</span>{' '}
      <Button look="link" onClick={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </p>
  );
}

/** Stands below a chapter's text: goes to the heading asked for, and knows when the end was read. */
function Read({ chapter, heading }: { readonly chapter: number; readonly heading: string }) {
  const end = useRef<HTMLDivElement>(null);
  useReadingPlace(chapter, heading);
  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) markRead(chapter);
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [chapter]);
  return <div ref={end} />;
}

function Ways({ number }: { readonly number: number }) {
  const t = useText();
  const previous = CHAPTERS.find((chapter) => chapter.number === number - 1);
  const next = CHAPTERS.find((chapter) => chapter.number === number + 1);
  return (
    <nav aria-label={t('learn.ways')} className={styles.ways}>
      {previous ? (
        <Link href={`/learn/${previous.number}`} className={styles.way}>
          <span>{t('learn.previous')}</span>
          <b>{`${previous.number}. ${t(`chapters.${previous.slug}.title`)}`}</b>
        </Link>
      ) : (
        <span />
      )}
      {next ? (
        <Link href={`/learn/${next.number}`} className={styles.wayOn}>
          <span>{t('learn.next')}</span>
          <b>{`${next.number}. ${t(`chapters.${next.slug}.title`)}`}</b>
        </Link>
      ) : (
        <Link href="/" className={styles.wayOn}>
          <span>{t('learn.next')}</span>
          <b>{t('learn.playground')}</b>
        </Link>
      )}
    </nav>
  );
}
