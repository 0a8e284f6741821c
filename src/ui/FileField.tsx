import button from './Button.module.css';
import { cx } from './cx.ts';
import styles from './FileField.module.css';

interface FileFieldProps {
  readonly label: string;
  /** Which files are offered, as HTML has it. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onChoose: (file: File) => void;
}

/**
 * Chooses a file; the same one can be chosen once more, changed. It looks like a button in
 * the page's own words: a browser's field speaks the browser's language.
 */
export function FileField({ label, accept, disabled, onChoose }: FileFieldProps) {
  return (
    <label className={cx(button.button, button.outlined, styles.field)}>
      <span>{label}</span>
      <input
        type="file"
        accept={accept}
        disabled={disabled}
        className={styles.input}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onChoose(file);
          target.value = '';
        }}
      />
    </label>
  );
}
