import { memo, type ReactElement, useId } from 'react';
import { IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Explain.module.css';
import { questionIcon } from './icons.tsx';
import { Popup } from './Popup.tsx';

/** What an explanation says. */
export interface ExplanationText {
  /** Accessible name of the button that opens it. */
  readonly about: string;
  readonly paragraphs: readonly string[];
  /** The unit in a sentence of its own; empty for none. */
  readonly unit: string;
}

interface TermProps {
  readonly explanation: ExplanationText;
  /** The name of a control or number, as it stands on the page. */
  readonly children: string;
  readonly className?: string | undefined;
}

function sameTerm(a: TermProps, b: TermProps): boolean {
  const textOf = ({ explanation: { about, paragraphs, unit }, children, className }: TermProps) =>
    [about, ...paragraphs, unit, children, className].join('\n');
  return textOf(a) === textOf(b);
}

/**
 * A name that explains itself when it is pressed, by mouse, keyboard and finger
 * alike. It stands beside numbers that change with every frame, and does not
 * render with them.
 */
export const Term = memo(function Term({ explanation, children, className }: TermProps) {
  return (
    <Explained explanation={explanation}>
      <button type="button" aria-label={explanation.about} className={cx(styles.term, className)}>
        {children}
      </button>
    </Explained>
  );
}, sameTerm);

/** A question mark that explains what stands beside it, where the name itself does something else. */
export function ExplainMark({ explanation }: { readonly explanation: ExplanationText }) {
  return (
    <Explained explanation={explanation}>
      <IconButton label={explanation.about} size="small">
        {questionIcon}
      </IconButton>
    </Explained>
  );
}

/** A heading whose words explain themselves; its accessible name is the words alone. */
export function TermHeading({ explanation, children, className }: TermProps) {
  return (
    <h2 aria-label={children} className={className}>
      <Term explanation={explanation}>{children}</Term>
    </h2>
  );
}

interface ExplainedProps {
  readonly explanation: ExplanationText;
  readonly children: ReactElement;
}

function Explained({ explanation: { about, paragraphs, unit }, children }: ExplainedProps) {
  const body = useId();
  return (
    <Popup trigger={children} name={about} describedBy={body}>
      <div id={body} className={styles.body}>
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {unit !== '' && <p className={styles.unit}>{unit}</p>}
      </div>
    </Popup>
  );
}
