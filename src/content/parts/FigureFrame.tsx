import { type MouseEvent, type ReactNode, useId } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../../i18n/index.ts';
import { limitText } from '../../i18n/limits.ts';
import { Button } from '../../ui/Button.tsx';
import { MEDIA } from '../../ui/media.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { announced } from './announced.ts';
import styles from './FigureFrame.module.css';
import type { Settable } from './figureStore.ts';

interface FigureFrameProps {
  /** The accessible name. */
  readonly name: string;
  readonly children: ReactNode;
  readonly caption?: ReactNode;
  /** What the text sets, if it does. */
  readonly figure?: Pick<Settable<never>, 'back' | 'useChanged'>;
  /** What the figure shows, in words; read out when the figure is come to, not shown. */
  readonly description?: ReactNode;
  /** The id of what stands in the figure anyway and says that, in place of a description. */
  readonly describedBy?: string | undefined;
  /** Something to stand beside the way back. */
  readonly more?: ReactNode;
}

/** A figure of the article with its caption and the way back to what the text says. */
export function FigureFrame(props: FigureFrameProps) {
  const { name, children, caption, figure, description, describedBy, more } = props;
  const words = useId();
  return (
    <figure
      className={styles.figure}
      aria-label={name}
      aria-describedby={description ? words : describedBy}
    >
      {children}
      {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
      {description && (
        <p id={words} className="visually-hidden">
          {description}
        </p>
      )}
      <div className={styles.foot}>
        {figure && <Changed figure={figure} />}
        {more}
      </div>
    </figure>
  );
}

function Changed({ figure }: { readonly figure: Pick<Settable<never>, 'back' | 'useChanged'> }) {
  const t = useText();
  const changed = figure.useChanged();
  return (
    <p className={styles.changed} aria-live="polite">
      {changed && (
        <span>
          <span>{t('learn.changed')}</span>{' '}
          <Button look="link" onClick={() => figure.back()}>
            {t('learn.back')}
          </Button>
        </span>
      )}
    </p>
  );
}

/** A row of controls. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly log?: boolean;
  readonly hint?: string;
  /** The glossary's entry that it sets. */
  readonly symbol?: string;
  readonly onChange: (value: number) => void;
}

/** A number that is typed or dragged. */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step, log = false, hint, symbol, onChange } = props;
  const t = useText();
  return (
    <div className={styles.slider} data-sym={symbol}>
      <NumberField
        label={label}
        value={value}
        limit={{ min, max }}
        allowed={limitText(t, { min, max })}
        scale={log ? 'log' : 'linear'}
        {...(step === undefined ? {} : { step })}
        {...(hint === undefined ? {} : { hint })}
        onChange={onChange}
      />
    </div>
  );
}

interface NumbersProps {
  readonly entries: readonly (readonly [name: string, value: string])[];
}

/** A few numbers that matter, large. */
export function Numbers({ entries }: NumbersProps) {
  return (
    <dl className={styles.numbers}>
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface SetProps<Change> {
  readonly figure: Settable<Change>;
  readonly to: Change;
  readonly children: ReactNode;
}

/** Less of the figure than this many pixels is out of sight. */
const GLIMPSE = 150;

const figureBeside = (words: Element) =>
  words.closest('[data-scene]')?.querySelector('figure') ?? null;

/** On a narrow screen the figure may have been scrolled past. */
function bringIntoSight(figure: Element): void {
  const box = figure.getBoundingClientRect();
  if (box.bottom > GLIMPSE && box.top < innerHeight - GLIMPSE) return;
  const still = matchMedia(MEDIA.still).matches;
  figure.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' });
}

/** The figure's name, and what it shows in words. */
function saidOf(figure: Element) {
  const words = document.getElementById(figure.getAttribute('aria-describedby') ?? '');
  return { figure: figure.getAttribute('aria-label') ?? '', summary: words?.textContent ?? '' };
}

/** Words in the text that set a figure. */
export function SetFigure<Change>({ figure, to, children }: SetProps<Change>) {
  const t = useText();
  const set = ({ currentTarget: words }: MouseEvent<HTMLButtonElement>) => {
    // It has been heard; the same words may be said again.
    announced.setState('', true);
    flushSync(() => figure.apply(to));
    const beside = figureBeside(words);
    if (!beside) return;
    bringIntoSight(beside);
    const said = { ...saidOf(beside), words: words.textContent };
    // In a change of its own: a reader of screens tells what has changed.
    setTimeout(() => announced.setState(t('learn.setSaid', said), true));
  };
  return (
    <>
      <button type="button" className={styles.set} onClick={set}>
        {children}
      </button>
      {/* Lets no comma begin a line: a word joiner. */}
      {'\u2060'}
    </>
  );
}
