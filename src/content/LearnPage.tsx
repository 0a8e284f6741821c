import 'katex/dist/katex.min.css';
import { Link, Route, Switch } from 'wouter';
import { useText } from '../i18n/index.ts';
import { ChapterPage } from './ChapterPage.tsx';
import { ContentsPage } from './ContentsPage.tsx';
import { chapterOf } from './chapters.ts';
import styles from './learn.module.css';

/** The article: its contents, and a chapter at a time. */
export function LearnPage() {
  return (
    <Switch>
      <Route path="/learn">
        <ContentsPage />
      </Route>
      <Route path="/learn/:chapter/:heading?">
        {({ chapter, heading }) => <Chapter name={chapter} heading={heading ?? ''} />}
      </Route>
    </Switch>
  );
}

function Chapter({ name, heading }: { readonly name: string; readonly heading: string }) {
  const t = useText();
  const chapter = chapterOf(name);
  if (chapter) return <ChapterPage key={chapter.number} chapter={chapter} heading={heading} />;
  return (
    <main className={styles.page}>
      <p>{t('learn.noChapter')}</p>
      <Link href="/learn">{t('learn.toContents')}</Link>
    </main>
  );
}
