import { useText } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Message.module.css';
import { Shell } from './Shell.tsx';

/** Stands in for one page of the site that could not be loaded; the way to the others stays. */
export function MissingPage() {
  const t = useText();
  return (
    <Shell>
      <main className={styles.message}>
        <p role="alert">{t('page.missing')}</p>
        <Button look="primary" onClick={() => location.reload()}>
          {t('app.reload')}
        </Button>
      </main>
    </Shell>
  );
}
