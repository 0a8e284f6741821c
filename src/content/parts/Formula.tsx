import { type Entry, symbolHtml } from 'virtual:glossary';
import { type PointerEvent, useId, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import styles from './Formula.module.css';

/** Puts a formula's inline styles on, before it is painted; as attributes the policy forbids them. */
function putStylesOn(element: HTMLElement | null): void {
  for (const styled of element?.querySelectorAll<HTMLElement>('[data-style]') ?? []) {
    styled.style.cssText = styled.dataset.style ?? '';
  }
}

interface FormulaProps {
  /** Set at build time by `mdx/math.ts`. */
  readonly html: string;
  /** The glossary's entries that occur in it, separated by spaces. */
  readonly symbols?: string;
  readonly display?: boolean;
}

/**
 * A formula that explains its symbols: the one under the pointer, or, where a
 * displayed formula has the focus, all of them.
 */
export function Formula({ html, symbols = '', display = false }: FormulaProps) {
  const id = useId();
  const [pointed, setPointed] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const entries = symbols.split(' ').filter((entry): entry is Entry => entry in symbolHtml);
  const shown = focused ? entries : entries.filter((entry) => entry === pointed);
  const point = ({ target }: PointerEvent) => {
    const symbol = target instanceof Element ? target.closest<HTMLElement>('[data-sym]') : null;
    setPointed(symbol?.dataset.sym ?? null);
  };
  const Tag = display ? 'div' : 'span';
  const explained = entries.length > 0;
  return (
    <Tag className={display ? styles.display : styles.inline}>
      <Tag
        ref={putStylesOn}
        className={styles.formula}
        translate="no"
        {...(display && explained
          ? { tabIndex: 0, role: 'group', 'aria-describedby': id }
          : undefined)}
        onPointerMove={point}
        onPointerLeave={() => setPointed(null)}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setFocused(false);
        }}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX's output, made at build time
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {explained && (
        <span id={id} className={shown.length > 0 ? styles.legend : styles.unseen}>
          {(shown.length > 0 ? shown : display ? entries : []).map((entry) => (
            <Meaning key={entry} entry={entry} />
          ))}
        </span>
      )}
    </Tag>
  );
}

function Meaning({ entry }: { readonly entry: Entry }) {
  const t = useText();
  return (
    <span className={styles.symbol}>
      <MathSymbol entry={entry} />
      <span>{t(`glossary.${entry}`)}</span>
    </span>
  );
}

/** A symbol of the glossary as formulas set it. */
export function MathSymbol({ entry }: { readonly entry: Entry }) {
  return (
    <span
      ref={putStylesOn}
      translate="no"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX's output, made at build time
      dangerouslySetInnerHTML={{ __html: symbolHtml[entry] }}
    />
  );
}
