import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { cx } from './cx.ts';
import { type ExplanationText, Term } from './Explain.tsx';
import styles from './NumberField.module.css';
import type { NumberLimit } from './numberText.ts';
import { SliderTrack } from './SliderTrack.tsx';
import { clamp, fromFraction, keyed, type TrackScale, toFraction } from './scale.ts';
import { useDraft } from './useDraft.ts';

export interface NumberFieldProps {
  /** The accessible name, exactly. */
  readonly label: string;
  readonly value: number;
  readonly limit: NumberLimit;
  /** What is allowed and what stays in force, in words; shown when something else is typed. */
  readonly allowed: (inForce: number) => string;
  readonly onChange: (value: number) => void;
  /** Unit or explanation beside the label; read out as the description. */
  readonly hint?: ReactNode;
  /** A long hint has a line of its own. */
  readonly hintBelow?: boolean;
  /** The kind of the slider's scale; without it there is no slider. */
  readonly scale?: TrackScale['kind'];
  /** What an arrow key adds. */
  readonly step?: number;
  readonly disabled?: boolean;
  /** How often a value was refused after all; what was typed then is void. */
  readonly refusals?: number;
  /** Only the input, with the label for screen readers alone. */
  readonly bare?: boolean;
  /** Opens from the label. */
  readonly explanation?: ExplanationText;
  /** Something to stand before the input, as a button. */
  readonly after?: ReactNode;
}

/** A labelled number that is typed, stepped with the arrow keys or dragged on a slim track. */
export function NumberField(props: NumberFieldProps) {
  const {
    label,
    value,
    limit,
    allowed,
    onChange,
    disabled = false,
    bare,
    after,
    explanation,
  } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const draft = useDraft(value, limit, onChange, props.refusals);
  // After a drag on its track the field is a slider: keys change it, but type nothing into it.
  const [slid, setSlid] = useState(false);
  const scale: TrackScale = {
    ...limit,
    kind: props.scale ?? 'linear',
    ...(props.step === undefined ? {} : { step: props.step }),
  };
  const hint = props.hint !== undefined && (
    <span id={`${id}-hint`} className={props.hintBelow ? styles.below : styles.hint}>
      {props.hint}
    </span>
  );
  const set = (next: number) => {
    draft.drop();
    if (next !== value) onChange(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && !draft.invalid) {
      event.preventDefault();
      input.current?.blur();
      return;
    }
    // No number has a blank in it that a person would miss.
    if (event.key === ' ' && !slid) event.preventDefault();
    if (event.key === 'Escape' && draft.differs) {
      // Within a dialog the first Escape mends the field, the second closes the dialog.
      event.stopPropagation();
      event.preventDefault();
      draft.drop();
    }
    const next = event.shiftKey ? undefined : keyed(event.key, value, scale, slid);
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };

  return (
    <div className={cx(styles.field, bare && styles.bare, disabled && styles.disabled)}>
      <div className={styles.row}>
        <div className={styles.names}>
          {explanation ? (
            <Term explanation={explanation} className={styles.label}>
              {label}
            </Term>
          ) : (
            <label htmlFor={id} className={bare ? 'visually-hidden' : styles.label}>
              {label}
            </label>
          )}
          {!props.hintBelow && hint}
        </div>
        {after}
        <input
          ref={input}
          id={id}
          className={styles.input}
          style={{ '--characters': draft.text.length } as object}
          type="text"
          inputMode={limit.integer ? 'numeric' : 'decimal'}
          role="spinbutton"
          aria-label={explanation ? label : undefined}
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          value={draft.text}
          aria-valuenow={value}
          aria-valuemin={limit.min}
          aria-valuemax={limit.max}
          aria-invalid={draft.invalid || undefined}
          aria-describedby={cx(hint && `${id}-hint`, draft.invalid && `${id}-problem`) || undefined}
          onChange={(event) => draft.type(event.target.value)}
          data-slid={slid || undefined}
          readOnly={slid}
          onKeyDown={onKeyDown}
          onFocus={(event) => event.target.select()}
          onPointerDown={() => setSlid(false)}
          onBlur={() => {
            setSlid(false);
            draft.leave();
          }}
        />
      </div>
      {props.hintBelow && hint}
      {props.scale && (
        <SliderTrack
          fraction={toFraction(clamp(value, limit.min, limit.max), scale)}
          disabled={disabled}
          onFraction={(fraction) => set(fromFraction(fraction, scale))}
          onGrab={() => {
            setSlid(true);
            input.current?.focus({ preventScroll: true });
          }}
        />
      )}
      {draft.invalid && (
        <p id={`${id}-problem`} className={styles.problem}>
          {allowed(value)}
        </p>
      )}
    </div>
  );
}
