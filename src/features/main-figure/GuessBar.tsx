import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useLab } from '../lab.ts';
import styles from './Guess.module.css';

/** What to do while the answer is hidden. */
export default function GuessBar() {
  const t = useText();
  const lab = useLab();
  const drawn = useStore(lab.guess, ({ now }) => now !== null);
  return (
    <div className={styles.bar}>
      <p>{t('guess.ask')}</p>
      <Button look="primary" onClick={() => lab.reveal()}>
        {t('guess.reveal')}
      </Button>
      {drawn && (
        <Button look="link" onClick={() => lab.guess.setState({ now: null })}>
          {t('guess.wipe')}
        </Button>
      )}
    </div>
  );
}
