import { useText } from '../i18n/index.ts';
import styles from './SkipLink.module.css';

/** Goes past the header. An address of the form `#…` is a route here, so it is a button. */
function skip(): void {
  const main = document.querySelector('main');
  if (!main) return;
  main.tabIndex = -1;
  main.focus();
  main.scrollIntoView();
}

/** The first stop of the keyboard, seen only there. */
export function SkipLink() {
  return (
    <button type="button" className={styles.skip} onClick={skip}>
      {useText()('header.skip')}
    </button>
  );
}
