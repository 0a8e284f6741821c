import type { ReactNode } from 'react';
import { PageNotices } from '../features/notices/PageNotices.tsx';
import { About } from './About.tsx';
import { Header } from './Header.tsx';

interface ShellProps {
  /** What the header offers on this page beside the way about and the theme. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** What every page shares. */
export function Shell({ tools, children }: ShellProps) {
  return (
    <>
      <Header tools={tools} />
      <PageNotices />
      {children}
      <About />
    </>
  );
}
