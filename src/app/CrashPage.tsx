import { useText } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Message.module.css';

/** What is shown when the page itself fails: a sentence and a way back, never nothing. */
export function CrashPage() {
  const t = useText();
  const restart = () => {
    location.hash = '#/';
    location.reload();
  };
  return (
    <main className={styles.message}>
      <p role="alert">{t('page.crashed')}</p>
      <Button look="primary" onClick={restart}>
        {t('page.restart')}
      </Button>
    </main>
  );
}
