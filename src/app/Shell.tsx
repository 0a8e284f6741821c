import { type ReactNode, useRef } from 'react';
import { PageNotices } from '../features/notices/PageNotices.tsx';
import { MEDIA } from '../ui/media.ts';
import { useDocumentMark } from '../ui/useDocumentMark.ts';
import { useHasChildren } from '../ui/useHasChildren.ts';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import { About } from './About.tsx';
import { Header } from './Header.tsx';
import { LanguageSelect } from './LanguageSelect.tsx';
import styles from './Shell.module.css';
import { SkipLink } from './SkipLink.tsx';

interface ShellProps {
  /** Another header than every page's, or none. */
  readonly header?: ReactNode;
  /** What the user is told of this page, beside what concerns every page. */
  readonly notices?: ReactNode;
  readonly children: ReactNode;
}

/** What every page shares. */
export function Shell({ header = <Header />, notices, children }: ShellProps) {
  const narrow = useMediaQuery(MEDIA.narrow);
  const noticesRef = useRef<HTMLDivElement>(null);
  useDocumentMark('notices', useHasChildren(noticesRef) ? '' : null);
  return (
    <>
      <SkipLink />
      {header}
      <div ref={noticesRef} className={styles.notices} data-notices="">
        <PageNotices />
        {notices}
      </div>
      {children}
      {/* A phone's header has no room for it. */}
      {narrow && header && (
        <footer className={styles.footer}>
          <LanguageSelect />
        </footer>
      )}
      <About />
    </>
  );
}
