import { useContext, useState } from 'react';
import { DecimalMarkContext } from './decimalMark.ts';
import { type NumberLimit, numberText, parseNumber } from './numberText.ts';

interface Draft {
  readonly text: string;
  readonly valid: boolean;
  /** The values that this field has asked for while its text was being typed. */
  readonly sent: readonly number[];
}

export interface DraftField {
  /** What the field shows. */
  readonly text: string;
  readonly invalid: boolean;
  /** Whether the text says something else than the value that holds. */
  readonly differs: boolean;
  readonly type: (text: string) => void;
  readonly drop: () => void;
  /** The field lost the focus: a valid text has been applied, an invalid one stays to be mended. */
  readonly leave: () => void;
}

/**
 * The text of a number field while it is being typed. A valid text applies at
 * once; an invalid one leaves the last good value in force.
 */
export function useDraft(
  value: number,
  limit: NumberLimit,
  onChange: (value: number) => void,
  refusals = 0,
): DraftField {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [seen, setSeen] = useState({ value, refusals });
  if (!Object.is(seen.value, value) || seen.refusals !== refusals) {
    setSeen({ value, refusals });
    // The value changed elsewhere, as by a preset or a link, or what was asked for was
    // refused: what was typed before is void.
    const refused = seen.refusals !== refusals;
    if (draft && (refused || !draft.sent.includes(value))) setDraft(null);
  }
  const held = numberText(value, useContext(DecimalMarkContext));
  const text = draft ? draft.text : held;
  return {
    text,
    differs: text !== held,
    invalid: draft !== null && !draft.valid,
    type: (text) => {
      const parsed = parseNumber(text, limit);
      const sent = draft?.sent ?? [];
      const valid = parsed !== undefined;
      setDraft({ text, valid, sent: valid ? [...sent, parsed] : sent });
      if (parsed !== undefined) onChange(parsed);
    },
    drop: () => setDraft(null),
    leave: () => setDraft(draft && !draft.valid ? draft : null),
  };
}
