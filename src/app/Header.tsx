import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { useText } from '../i18n/index.ts';
import { pageStore } from '../store/page.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { aboutIcon } from '../ui/icons.tsx';
import { MEDIA } from '../ui/media.ts';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import styles from './Header.module.css';
import { LanguageSelect } from './LanguageSelect.tsx';
import { PAGES } from './pages.ts';
import { ThemeMenu } from './ThemeMenu.tsx';

/** The page's name, the way about, and what the page has to offer. */
export function Header({ tools }: { readonly tools?: ReactNode }) {
  const t = useText();
  const narrow = useMediaQuery(MEDIA.narrow);
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.name} translate="no">
        {t('app.name')}
      </Link>
      <nav aria-label={t('header.nav')} className={styles.pages}>
        {PAGES.map(({ path, name }) => (
          <PageLink key={path} path={path} name={t(`header.pages.${name}`)} />
        ))}
      </nav>
      <div className={styles.tools}>
        {tools}
        <Button
          icon={aboutIcon}
          // Beside the tools there is no room for it on a phone; the settings lead there too.
          className={cx(tools !== undefined && styles.wide)}
          aria-haspopup="dialog"
          onClick={() => pageStore.setState({ aboutOpen: true })}
        >
          <span className={styles.word}>{t('header.about')}</span>
        </Button>
        <ThemeMenu />
        {!narrow && <LanguageSelect />}
      </div>
    </header>
  );
}

/** A link of the header, marked where one is. */
function PageLink({ path, name }: { readonly path: string; readonly name: string }) {
  const [here] = useRoute(path === '/' ? '/' : `${path}/*?`);
  return (
    <Link href={path} aria-current={here ? 'page' : undefined}>
      {name}
    </Link>
  );
}
