import { useText } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Message.module.css';

/** What is shown when the page itself fails: a sentence and two ways on, never nothing. */
export function CrashPage() {
  const t = useText();
  const again = () => location.reload();
  const restart = () => {
    location.hash = '#/';
    again();
  };
  return (
    <main className={styles.message}>
      <p role="alert">{t('page.crashed')}</p>
      <Button look="primary" onClick={again}>
        {t('app.reload')}
      </Button>
      <Button look="link" onClick={restart}>
        {t('page.restart')}
      </Button>
    </main>
  );
}
