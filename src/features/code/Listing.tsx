import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { type ParsedToken, type ParseOptions, parse } from 'sugar-high/core';
import { SETTINGS, type SettingPath } from '../../core/settings.ts';
import { type Line, textOf } from '../../export/program.ts';
import { useText } from '../../i18n/index.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Code.module.css';
import { goToControl, useLitControls } from './controlsOf.ts';
import { useSettingAtHand } from './useSettingAtHand.ts';
import { Words } from './Words.tsx';

const NO_SETTINGS: readonly SettingPath[] = [];

interface ListingProps {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly grammar: ParseOptions;
}

/**
 * A program line by line. The lines that the setting at hand decides are lit up, and
 * the controls of the line at hand; its number leads to them.
 */
export function Listing({ name, lines, grammar }: ListingProps) {
  const setting = useSettingAtHand();
  const [at, setAt] = useState<number | null>(null);
  const [stop, setStop] = useState(0);
  const box = useRef<HTMLElement>(null);
  const parsed = useMemo(() => parse(textOf(lines), grammar).lines, [lines, grammar]);
  useLitControls((at === null ? undefined : lines[at]?.decidedBy) ?? NO_SETTINGS);
  useEffect(() => {
    if (setting && box.current) bringLitIntoSight(box.current);
  }, [setting]);
  const decided = lines.flatMap(({ decidedBy }, i) => (decidedBy.length > 0 ? [i] : []));
  const stopHere = decided.includes(stop) ? stop : decided[0];

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = by && at !== null && decided[decided.indexOf(at) + by];
    if (!by || typeof next !== 'number') return;
    event.preventDefault();
    box.current?.querySelector<HTMLElement>(`[data-line="${next}"] button`)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={box} className={styles.listing} aria-label={name} tabIndex={0}>
      <ol
        className={styles.lines}
        translate="no"
        onKeyDown={onKeyDown}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
      >
        {lines.map(({ decidedBy }, i) => (
          <ListedLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            key={i}
            number={i}
            decidedBy={decidedBy}
            tokens={parsed[i]?.tokens ?? []}
            lit={setting !== null && decidedBy.includes(setting)}
            stop={i === stopHere}
            onPoint={setAt}
            onFocus={setStop}
          />
        ))}
      </ol>
    </section>
  );
}

/** Scrolls the box, and nothing else, to the first lit line, unless one is in sight. */
function bringLitIntoSight(box: HTMLElement): void {
  const lit = [...box.querySelectorAll<HTMLElement>('[data-lit]')];
  const { top, bottom } = box.getBoundingClientRect();
  const inSight = (line: HTMLElement) => {
    const { top: above, bottom: below } = line.getBoundingClientRect();
    return above >= top && below <= bottom;
  };
  const [first] = lit;
  if (!first || lit.some(inSight)) return;
  box.scrollTop += first.getBoundingClientRect().top - top - box.clientHeight / 3;
}

interface ListedLineProps {
  readonly number: number;
  readonly decidedBy: readonly SettingPath[];
  readonly tokens: readonly ParsedToken[];
  readonly lit: boolean;
  /** Whether the Tab key stops at it; the arrow keys go from line to line. */
  readonly stop: boolean;
  readonly onPoint: (line: number) => void;
  readonly onFocus: (line: number) => void;
}

const ListedLine = memo(function ListedLine(props: ListedLineProps) {
  const { number, decidedBy, tokens, lit, stop, onPoint, onFocus } = props;
  const t = useText();
  const settings = decidedBy.map((path) => t(`controls.${SETTINGS[path].label}`)).join(', ');
  return (
    <li
      className={styles.line}
      data-line={number}
      data-lit={lit || undefined}
      onPointerEnter={() => onPoint(number)}
    >
      {settings ? (
        <button
          type="button"
          className={cx(styles.number, styles.decided)}
          aria-label={t('code.line', { line: String(number + 1), settings })}
          title={settings}
          tabIndex={stop ? 0 : -1}
          onFocus={() => {
            onPoint(number);
            onFocus(number);
          }}
          onClick={() => goToControl(decidedBy)}
        >
          {number + 1}
        </button>
      ) : (
        <span className={styles.number} aria-hidden="true">
          {number + 1}
        </span>
      )}
      <Words tokens={tokens} />
    </li>
  );
});
