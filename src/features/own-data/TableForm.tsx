import { useMemo, useState } from 'react';
import {
  DECIMALS,
  DELIMITERS,
  type Decimal,
  type Delimiter,
  type PointsRead,
  type Reading,
} from '../../core/csv.ts';
import type { Points } from '../../core/data/points.ts';
import { LONGEST_TITLE, type OwnName, takeOwn } from '../../core/datasets/own.ts';
import type { Range } from '../../core/range.ts';
import type { TableSight } from '../../core/tableSight.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { fixed, significant } from '../../i18n/numbers.ts';
import { MOST_SETS, ownSets } from '../../store/ownSets.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { dotsPath } from '../pictogram.ts';
import type { Draft } from './draft.ts';
import { lineList } from './lineList.ts';
import styles from './OwnDataDialog.module.css';
import type { TableRead } from './useTableSight.ts';

const DELIMITER_NAMES = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  ' ': 'space',
} as const satisfies Record<Delimiter, string>;
const DECIMAL_NAMES = { '.': 'point', ',': 'comma' } as const satisfies Record<Decimal, string>;

const COLUMNS_SHOWN = 30;
const MEGABYTE = 1_000_000;

interface TableFormProps {
  readonly draft: Draft;
  readonly read: TableRead;
  /** Null takes the draft away, and ends the reading. */
  readonly onChange: (draft: Draft | null) => void;
  readonly onUse: (name: OwnName) => void;
}

/** How the table is read, its first rows, what is to be known of its points, and the button that takes them. */
export function TableForm({ draft, read, onChange, onUse }: TableFormProps) {
  const t = useText();
  const { sight, progress, failure } = read;
  return (
    <>
      {failure === 'file' && <p role="alert">{t('ownData.unreadable', { name: draft.title })}</p>}
      {failure === 'worker' && <p role="alert">{t('ownData.noReader')}</p>}
      {progress !== null && (
        <div className={styles.progress}>
          <progress aria-label={t('ownData.reading')} value={progress} />
          <Button look="outlined" onClick={() => onChange(null)}>
            {t('ownData.cancel')}
          </Button>
        </div>
      )}
      {sight && (
        <SightForm
          draft={draft}
          sight={sight}
          isNewest={read.isNewest}
          onChange={onChange}
          onUse={onUse}
        />
      )}
    </>
  );
}

interface SightFormProps extends Omit<TableFormProps, 'read'> {
  readonly sight: TableSight;
  readonly isNewest: boolean;
}

function SightForm({ draft, sight, isNewest, onChange, onUse }: SightFormProps) {
  const t = useText();
  const [full, setFull] = useState(false);
  const { told, withoutOutliers } = draft;
  const { columns, read } = sight;
  // What is chosen is shown at once, though it is not read yet.
  const [input, target] = draft.columns ?? [sight.input, sight.target];
  const reading = { ...sight.reading, ...told };
  const options = columns.map((label, i) => ({ value: String(i), label }));
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const tell = (part: Partial<Reading>) => change({ told: { ...told, ...part }, columns: null });
  const take = (packed: string) => {
    const title = draft.title.trim() || t('ownData.untitled');
    const name = takeOwn({ title, packed });
    const kept = name !== null && ownSets.keep(name, title);
    setFull(!kept);
    if (kept) onUse(name);
  };
  return (
    <>
      <div className={styles.columns}>
        <Select
          label={t('ownData.input')}
          value={String(input)}
          options={options}
          onChange={(value) => change({ columns: [Number(value), target] })}
        />
        <Select
          label={t('ownData.target')}
          value={String(target)}
          options={options}
          onChange={(value) => change({ columns: [input, Number(value)] })}
        />
        <Button look="outlined" onClick={() => change({ columns: [target, input] })}>
          {t('ownData.swap')}
        </Button>
        <Select
          label={t('ownData.delimiter')}
          value={reading.delimiter}
          options={DELIMITERS.map((value) => ({
            value,
            label: t(`ownData.delimiters.${DELIMITER_NAMES[value]}`),
          }))}
          onChange={(delimiter) => tell({ delimiter })}
        />
        <Select
          label={t('ownData.decimal')}
          value={reading.decimal}
          options={DECIMALS.map((value) => ({
            value,
            label: t(`ownData.decimals.${DECIMAL_NAMES[value]}`),
          }))}
          onChange={(decimal) => tell({ decimal })}
        />
        <Checkbox
          label={t('ownData.header')}
          checked={reading.header}
          onChange={(header) => tell({ header })}
        />
      </div>
      <div className={styles.sight}>
        <FirstRows sight={sight} input={input} target={target} />
        {read && <Picture points={read.points} />}
      </div>
      {!read && <p role="alert">{t('ownData.nothing')}</p>}
      {read && (
        <>
          <ul className={styles.told} aria-label={t('ownData.about')}>
            {remarks(t, read, draft.sampledOf).map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
          {read.outliers.lines.length > 0 && (
            <Checkbox
              label={outlierText(t, read)}
              checked={withoutOutliers}
              onChange={(without) => change({ withoutOutliers: without })}
            />
          )}
          <div className={styles.take}>
            <label className={styles.name}>
              <span>{t('ownData.name')}</span>
              <input
                className={styles.title}
                value={draft.title}
                placeholder={t('ownData.untitled')}
                maxLength={LONGEST_TITLE}
                onChange={(event) => change({ title: event.target.value })}
              />
            </label>
            <Button look="primary" disabled={!isNewest} onClick={() => take(read.packed)}>
              {t('ownData.use')}
            </Button>
          </div>
          {full && <p role="alert">{t('ownData.full', { most: String(MOST_SETS) })}</p>}
        </>
      )}
    </>
  );
}

/** What is to be known of the points before a model is trained on them, a sentence each. */
function remarks(t: Translate, read: PointsRead, sampledOf: number | null): string[] {
  const { points, sampledFrom, skipped } = read;
  const count = points.x.length;
  const rows = {
    count: skipped.length,
    number: fixed(skipped.length),
    lines: lineList(t, skipped),
  };
  return [
    sampledFrom === null
      ? t('ownData.points', { count, number: fixed(count) })
      : t('ownData.sampled', { all: fixed(sampledFrom), count: fixed(count) }),
    ...(sampledOf === null ? [] : [t('ownData.pieces', { size: fixed(sampledOf / MEGABYTE, 1) })]),
    ...(skipped.length === 0
      ? []
      : // Lines of pieces are not those of the file.
        [t(sampledOf === null ? 'ownData.skipped' : 'ownData.skippedSome', rows)]),
    ...read.remarks.map((remark) => t(`ownData.remarks.${remark}`)),
  ];
}

function outlierText(t: Translate, { outliers: { lines, within } }: PointsRead): string {
  const told = ([from, to]: Range) =>
    t('ownData.range', { from: significant(from, 4), to: significant(to, 4) });
  return t('ownData.outliers', {
    count: lines.length,
    number: fixed(lines.length),
    lines: lineList(t, lines),
    x: told(within.x),
    y: told(within.y),
  });
}

const PICTURE = { width: 220, height: 130, margin: 6 };
const DOTS = 600;

/** What the points look like. */
function Picture({ points }: { readonly points: Points }) {
  const path = useMemo(() => dotsPath(points, DOTS, PICTURE), [points]);
  return (
    <svg
      aria-hidden="true"
      className={styles.picture}
      viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
    >
      <path d={path} />
    </svg>
  );
}

interface FirstRowsProps {
  readonly sight: TableSight;
  readonly input: number;
  readonly target: number;
}

/** The first rows of a table, input and target stressed. */
function FirstRows({ sight, input, target }: FirstRowsProps) {
  const t = useText();
  const columns = sight.columns.slice(0, COLUMNS_SHOWN);
  const chosen = (i: number) => (i === input || i === target ? styles.chosen : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className={styles.preview} tabIndex={0} aria-label={t('ownData.firstRows')}>
      <table>
        <thead>
          <tr>
            {columns.map((name, i) => (
              <th key={name} scope="col" className={chosen(i)}>
                {name}
                {i === input && <span className={styles.axis}>x</span>}
                {i === target && <span className={styles.axis}>y</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sight.firstRows.map(({ line, cells }) => (
            <tr key={line}>
              {columns.map((name, i) => (
                <td key={name} className={chosen(i)}>
                  {(cells[i] ?? '').slice(0, 40)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
