import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { useText } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { CHAPTERS } from './chapters.ts';
import styles from './learn.module.css';
import { progressStore, resetProgress } from './progress.ts';
import { useScrollPlace } from './reading.ts';

/** It brings what trains and draws; the contents can be read before. */
const OpeningFigure = lazy(() => import('./figures/00-opening/OpeningFigure.tsx'));
const ArmFigure = lazy(() => import('./figures/00-opening/ArmFigure.tsx'));

/** How the article begins, and its contents, with what the reader has done of each chapter. */
export function ContentsPage() {
  const t = useText();
  useScrollPlace();
  const { tasks, read, last } = useStore(progressStore);
  const begun = tasks.length > 0 || read.length > 0;
  const chapter = CHAPTERS.find(({ number }) => number === last?.chapter);
  return (
    <main className={styles.page}>
      <header className={styles.opening}>
        <h1>{t('learn.title')}</h1>
        <p className={styles.question}>{t('learn.lead')}</p>
        <p className={styles.source}>
          {t.rich('learn.source', {
            link: (words) => <a href="https://habr.com/ru/articles/433804/">{words}</a>,
          })}
        </p>
        {last && chapter && (last.heading || begun) && (
          <p>
            <Link
              className={styles.goOn}
              href={`/learn/${chapter.number}${last.heading ? `/${last.heading}` : ''}`}
            >
              {t('learn.goOn', {
                number: String(chapter.number),
                title: t(`chapters.${chapter.slug}.title`),
              })}
            </Link>
          </p>
        )}
      </header>
      <section className={styles.first}>
        <h2>{t('learn.opening')}</h2>
        <p>{t('learn.openingLead')}</p>
        <Suspense fallback={<div className={styles.firstFigure} />}>
          <OpeningFigure />
        </Suspense>
        <p>{t('learn.openingAfter')}</p>
        <h2>{t('learn.matters')}</h2>
        <p>{t('learn.mattersLead')}</p>
        <Suspense fallback={<div className={styles.firstFigure} />}>
          <ArmFigure />
        </Suspense>
      </section>
      <h2>{t('learn.chapters')}</h2>
      <ol className={styles.contents}>
        {CHAPTERS.map(({ number, slug, tasks: own }) => {
          const done = own.filter((task) => tasks.includes(task)).length;
          return (
            <li key={number}>
              <Link href={`/learn/${number}`}>
                <span className={styles.contentsTitle}>
                  <span className={styles.contentsNumber}>{number}</span>{' '}
                  {t(`chapters.${slug}.title`)}
                </span>
              </Link>
              <p>{t(`chapters.${slug}.question`)}</p>
              <p className={styles.contentsDone}>
                {[
                  read.includes(number) && t('learn.read'),
                  own.length > 0 && t('learn.tasksDone', { done: String(done), count: own.length }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          );
        })}
      </ol>
      {begun && <Reset />}
    </main>
  );
}

function Reset() {
  const t = useText();
  const [asked, setAsked] = useState(false);
  return (
    <p className={styles.reset}>
      {asked ? (
        <span>
          <span>{t('learn.resetSure')}</span>{' '}
          <Button look="outlined" onClick={resetProgress}>
            {t('learn.resetYes')}
          </Button>{' '}
          <Button onClick={() => setAsked(false)}>{t('learn.resetNo')}</Button>
        </span>
      ) : (
        <Button look="link" onClick={() => setAsked(true)}>
          {t('learn.reset')}
        </Button>
      )}
    </p>
  );
}
