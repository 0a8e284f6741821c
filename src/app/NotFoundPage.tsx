import { Link } from 'wouter';
import { useText } from '../i18n/index.ts';
import styles from './Message.module.css';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  const t = useText();
  return (
    <main className={styles.message}>
      <h1>{t('page.notFound')}</h1>
      <Link href="/">{t('page.back')}</Link>
    </main>
  );
}
