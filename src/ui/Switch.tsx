import { ExplainMark, type ExplanationText } from './Explain.tsx';
import styles from './Switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** Opens from a question mark beside the label. */
  readonly explanation: ExplanationText;
}

/** On or off, and in force at once. */
export function Switch({ label, on, onChange, explanation }: SwitchProps) {
  return (
    <div className={styles.field}>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        className={styles.switch}
        onClick={() => onChange(!on)}
      >
        <span aria-hidden="true" className={styles.track} />
        {label}
      </button>
      <ExplainMark explanation={explanation} />
    </div>
  );
}
