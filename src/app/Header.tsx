import { type ComponentType, type ReactNode, useState } from 'react';
import { Link, useRoute } from 'wouter';
import { useText } from '../i18n/index.ts';
import { loadFailureStore } from '../store/loadFailures.ts';
import styles from './Header.module.css';
import { PAGES } from './pages.ts';
import { ThemeButton } from './ThemeButton.tsx';

/** The page's name, the way about, and what the page has to offer. */
export function Header({ tools }: { readonly tools?: ReactNode }) {
  const t = useText();
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
        <ThemeChoice />
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

const loadMenu = () => import('./ThemeMenu.tsx');

/** Few readers change the theme, so the menu is loaded when it is asked for. */
function ThemeChoice() {
  const [Menu, setMenu] = useState<ComponentType | null>(null);
  if (Menu) return <Menu />;
  const open = () =>
    loadMenu().then(
      ({ ThemeMenu }) => setMenu(() => ThemeMenu),
      () => loadFailureStore.setState(({ failures }) => ({ failures: failures + 1 })),
    );
  return <ThemeButton aria-haspopup="menu" aria-expanded={false} onClick={open} />;
}
