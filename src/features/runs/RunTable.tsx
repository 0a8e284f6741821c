import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { runInStints } from '../../charts/stints.ts';
import type { ThemeName } from '../../charts/theme.ts';
import { fittedOf, type KeptRun, LONGEST_NAME } from '../../core/keptRun.ts';
import { canBeScored, scoresOf } from '../../core/scoring.ts';
import { useText } from '../../i18n/index.ts';
import { keptRuns } from '../../store/keptRuns.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { moreIcon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useRootFontSize } from '../../ui/useRootFontSize.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { useLab } from '../lab.ts';
import { RunChip } from '../RunChip.tsx';
import { runPlace } from './KeepButton.tsx';
import styles from './Runs.module.css';
import { COLUMNS, type RunRow, runRows, tabled } from './runRows.ts';
import { useTabledRun } from './useTabledRun.ts';

/** The least width of a table, in rem. */
const TABLE_WIDTH = 38;
/** Until the width is known, in px. */
const ASSUMED_WIDTH = 700;

interface RunTableProps {
  readonly runs: readonly KeptRun[];
  readonly theme: ThemeName;
}

/** The kept runs beside the present one, and what is to be done with each. */
export function RunTable({ runs, theme }: RunTableProps) {
  const t = useText();
  const lab = useLab();
  const { ref, width } = useWidth(ASSUMED_WIDTH);
  const narrow = width < TABLE_WIDTH * useRootFontSize();
  const present = useTabledRun();
  useMissingScores(runs);
  const [row, ...rows] = runRows(t, [present, ...runs.map(tabled)]);
  const lines: readonly Line[] = [
    { key: '', head: <span className={styles.present}>{t('runs.present')}</span>, row: row! },
    ...runs.map((run, i) => ({
      key: run.id,
      head: <RunHead run={run} theme={theme} onOpen={() => void lab.goTo(run.place)} />,
      row: rows[i]!,
    })),
  ];
  return <div ref={ref}>{narrow ? <Stacked lines={lines} /> : <Tabled lines={lines} />}</div>;
}

/** Scores those runs that were kept before they were scored, one after the other. */
function useMissingScores(runs: readonly KeptRun[]): void {
  const next = runs.find((run) => !run.scores && canBeScored(fittedOf(run)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is no other run
  useEffect(() => {
    if (!next) return;
    const { experiment, step } = next.place;
    return runInStints(scoresOf(fittedOf(next), experiment, step), (scores) =>
      keptRuns.change(next.id, { scores }),
    );
  }, [next?.id]);
}

interface Line {
  readonly key: string;
  readonly head: ReactNode;
  readonly row: RunRow;
}

function Tabled({ lines }: { readonly lines: readonly Line[] }) {
  const t = useText();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('runs.columns.run')}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`runs.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, head, row }) => (
          <tr key={key}>
            <th scope="row">
              {head}
              <span className={styles.settings}>{row.settings}</span>
            </th>
            {row.cells.map((cell, i) => (
              <td key={COLUMNS[i]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same where a table has no room. */
function Stacked({ lines }: { readonly lines: readonly Line[] }) {
  const t = useText();
  return (
    <ul className={styles.list}>
      {lines.map(({ key, head, row }) => (
        <li key={key}>
          {head}
          <span className={styles.settings}>{row.settings}</span>
          <dl>
            {row.cells.map((cell, i) => (
              <div key={COLUMNS[i]}>
                <dt>{t(`runs.columns.${COLUMNS[i]!}`)}</dt>
                <dd>{cell}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

interface RunHeadProps {
  readonly run: KeptRun;
  readonly theme: ThemeName;
  readonly onOpen: () => void;
}

/** A kept run's name, which opens it again, and its menu. */
function RunHead({ run: { id, name, colour }, theme, onOpen }: RunHeadProps) {
  const t = useText();
  const [renaming, setRenaming] = useState(false);
  return (
    <span id={runPlace(id)} className={styles.name}>
      <RunChip colour={colour} theme={theme} />
      {renaming ? (
        <NameField
          name={name}
          onDone={(next) => {
            setRenaming(false);
            if (next) keptRuns.change(id, { name: next });
          }}
        />
      ) : (
        <Button look="link" title={t('runs.openHint')} onClick={onOpen}>
          {name}
        </Button>
      )}
      <Menu
        trigger={
          <IconButton label={t('runs.more', { name })} size="small">
            {moreIcon}
          </IconButton>
        }
        actions={[
          { label: t('runs.open'), onSelect: onOpen },
          { label: t('runs.rename'), onSelect: () => setRenaming(true) },
          { label: t('runs.remove'), onSelect: () => void keptRuns.remove(id) },
        ]}
      />
    </span>
  );
}

interface NameFieldProps {
  readonly name: string;
  /** Empty for the name that was. */
  readonly onDone: (name: string) => void;
}

function NameField({ name, onDone }: NameFieldProps) {
  const t = useText();
  const [text, setText] = useState(name);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onDone(text.trim());
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone('');
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it stands where the name was that is to be changed
      autoFocus
      className={styles.field}
      aria-label={t('runs.nameField')}
      maxLength={LONGEST_NAME}
      value={text}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => onDone(text.trim())}
    />
  );
}
