import { type ReactNode, useId, useRef } from 'react';
import { cx } from './cx.ts';
import { type ExplanationText, Term } from './Explain.tsx';
import styles from './Select.module.css';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Shown, but not to be chosen. */
  readonly disabled?: boolean;
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  /** The label stands above, at the left, or is for screen readers alone. */
  readonly labelled?: 'above' | 'beside' | 'hidden';
  readonly strong?: boolean;
  /** Opens from the label. */
  readonly explanation?: ExplanationText;
  /** Stands beside the label. */
  readonly mark?: ReactNode;
}

/** One of a list: the browser's own select, in the page's clothes. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, labelled = 'beside', strong, explanation } = props;
  const id = useId();
  // Who chose with a pointer is done with it, and the page's keys are to work again.
  const pointed = useRef(false);
  return (
    <div className={cx(styles.field, styles[labelled])}>
      {explanation ? (
        <span className={styles.label}>
          <Term explanation={explanation}>{label}</Term>
        </span>
      ) : (
        <span
          className={labelled === 'hidden' ? 'visually-hidden' : cx(styles.label, styles.marked)}
        >
          <label htmlFor={id}>{label}</label>
          {props.mark}
        </span>
      )}
      <span className={styles.frame}>
        <select
          id={id}
          aria-label={explanation ? label : undefined}
          className={cx(styles.select, strong && styles.strong)}
          value={value}
          onPointerDown={() => {
            pointed.current = true;
          }}
          onKeyDown={(event) => {
            pointed.current = false;
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          onChange={(event) => {
            onChange(event.target.value as T);
            if (pointed.current) event.target.blur();
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <svg aria-hidden="true" className={styles.arrow} viewBox="0 0 12 12">
          <path d="M3 4.5 6 7.5 9 4.5" />
        </svg>
      </span>
    </div>
  );
}
