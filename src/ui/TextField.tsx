import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import styles from './TextField.module.css';

interface TextFieldProps {
  /** The accessible name, exactly. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  /** What is wrong with the text, in a sentence. */
  readonly problem?: ReactNode;
  /** Stands under the input, as buttons that fill it in. */
  readonly children?: ReactNode;
}

/** A labelled line of text. */
export function TextField({ label, value, onChange, hint, problem, children }: TextFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={
          cx(hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`) ||
          undefined
        }
        onChange={(event) => onChange(event.target.value)}
      />
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <div id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </div>
      )}
    </div>
  );
}
