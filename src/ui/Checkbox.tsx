import { type ReactNode, useId } from 'react';
import styles from './Checkbox.module.css';
import { ExplainMark, type ExplanationText } from './Explain.tsx';

interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean | undefined;
  /** Opens from a question mark beside the label. */
  readonly explanation?: ExplanationText;
}

/** Yes or no, with the browser's own checkbox. */
export function Checkbox({ label, checked, onChange, hint, disabled, explanation }: CheckboxProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <div className={styles.row}>
        <label className={styles.label}>
          <input
            type="checkbox"
            className={styles.box}
            checked={checked}
            disabled={disabled}
            aria-describedby={hint === undefined ? undefined : id}
            onChange={(event) => onChange(event.target.checked)}
          />
          <span>{label}</span>
        </label>
        {explanation && <ExplainMark explanation={explanation} />}
      </div>
      {hint !== undefined && (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
