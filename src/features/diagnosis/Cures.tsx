import { useText } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Diagnosis.module.css';
import { useCures } from './useCures.ts';

/** A cure takes its own button away; who pressed it by key goes on at what plays the run. */
function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('main section button')?.focus();
  });
}

/** What can be done about the run, as a row of buttons. */
export function Cures() {
  const t = useText();
  const offered = useCures();
  if (offered.length === 0) return null;
  return (
    <fieldset aria-label={t('diagnosis.cures.name')} className={styles.row}>
      {offered.map(({ name, why, apply }) => (
        <Button
          key={name}
          look="outlined"
          className={styles.cure}
          title={why}
          onClick={() => {
            apply();
            keepFocus();
          }}
        >
          {name}
        </Button>
      ))}
    </fieldset>
  );
}
