import { useText } from '../i18n/index.ts';
import styles from './Hidden.module.css';

/** Stands in for a figure of the answer while that is guessed. */
export function Hidden() {
  return <p className={styles.hidden}>{useText()('guess.hidden')}</p>;
}
