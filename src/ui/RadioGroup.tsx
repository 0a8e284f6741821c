import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import styles from './RadioGroup.module.css';

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** A pictogram over the label; cards only. */
  readonly picture?: ReactNode;
}

interface RadioGroupProps<T extends string> {
  /** The group's accessible name, exactly; a visible heading stands before the group. */
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  /** Cards carry pictures, a segmented control is one row, tabs are words in a heading row, words are smaller ones. */
  readonly look: 'cards' | 'segmented' | 'tabs' | 'words';
}

/** One of a few, all of them in sight. The browser's own radios, so the arrow keys work. */
export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { label, value, choices, onChange, look } = props;
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles[look]}>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={cx(styles.choice, choice.value === value && styles.on)}
        >
          <input
            type="radio"
            className={styles.radio}
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.picture}
          <span className={styles.text}>{choice.label}</span>
        </label>
      ))}
    </div>
  );
}
