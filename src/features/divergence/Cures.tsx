import { useText } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Divergence.module.css';
import { useCures } from './useCures.ts';

/** What can be done about the last divergence, as a row of buttons. */
export function Cures() {
  const t = useText();
  const offered = useCures();
  if (offered.length === 0) return null;
  return (
    <fieldset aria-label={t('divergence.cures.name')} className={styles.row}>
      {offered.map(({ name, why, apply }) => (
        <Button key={name} look="outlined" className={styles.cure} title={why} onClick={apply}>
          {name}
        </Button>
      ))}
    </fieldset>
  );
}
