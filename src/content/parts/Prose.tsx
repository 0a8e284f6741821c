import { Children, type ComponentProps, isValidElement, type ReactNode } from 'react';
import { useText } from '../../i18n/index.ts';
import { cx } from '../../ui/cx.ts';
import { useChapter } from '../reading.ts';
import styles from './Prose.module.css';

/** A heading that can be linked to. */
export function Heading({ id = '', children }: ComponentProps<'h2'>) {
  const { number } = useChapter();
  const t = useText();
  return (
    <h2 id={id} className={styles.heading}>
      {children}
      <a
        href={`#/learn/${number}/${id}`}
        className={styles.anchor}
        aria-label={t('learn.linkTo', { heading: typeof children === 'string' ? children : id })}
      >
        #
      </a>
    </h2>
  );
}

/** Links within the article keep its address form; others open beside it. */
export function Anchor({ href = '', children }: ComponentProps<'a'>) {
  if (href.startsWith('#')) return <a href={href}>{children}</a>;
  return (
    <a href={href} rel="noreferrer" target="_blank">
      {children}
    </a>
  );
}

/** An aside: in the margin where there is one, else between the paragraphs. */
export function Note({ children }: { readonly children: ReactNode }) {
  const t = useText();
  return (
    // An aside would be a landmark, and a chapter has several.
    <div role="note" className={styles.note} aria-label={t('learn.note')}>
      {children}
    </div>
  );
}

interface TrapProps {
  /** What one does who falls into it. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A mistake that is easily made; the article's original is often the example. */
export function Trap({ title, children }: TrapProps) {
  const t = useText();
  const name = t('learn.trap', { title });
  return (
    <div role="note" className={cx(styles.note, styles.trap)} aria-label={name}>
      <p className={styles.noteHead}>{name}</p>
      {children}
    </div>
  );
}

interface MathsProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A derivation that can be skipped. */
export function Maths({ title, children }: MathsProps) {
  const t = useText();
  return (
    <details className={styles.maths}>
      <summary>
        <span className={styles.mathsKind}>{t('learn.mathematics')}</span> {title}
      </summary>
      <div>{children}</div>
    </details>
  );
}

interface SceneProps {
  readonly figure: ReactNode;
  readonly children: ReactNode;
}

/** What is read before the figure is looked at, also where there is no room beside the text. */
export function Lead({ children }: { readonly children: ReactNode }) {
  return <div className={styles.lead}>{children}</div>;
}

const isLead = (child: ReactNode) => isValidElement(child) && child.type === Lead;

/**
 * Text with a figure beside it that stays in sight. On a narrow screen the
 * figure stands between the lead and the rest of the text.
 */
export function Scene({ figure, children }: SceneProps) {
  const parts = Children.toArray(children);
  return (
    <div className={styles.scene} data-scene>
      {parts.filter(isLead)}
      <div className={styles.beside}>{figure}</div>
      <div className={styles.text}>{parts.filter((part) => !isLead(part))}</div>
    </div>
  );
}

/** What was read for the article, at a chapter's end. */
export function References({ children }: { readonly children: ReactNode }) {
  return <div className={styles.references}>{children}</div>;
}
