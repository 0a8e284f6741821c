import { type DragEvent, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import {
  DECIMALS,
  DELIMITERS,
  type Decimal,
  type Delimiter,
  LARGEST,
  likelyColumns,
  pointsOf,
  type Reading,
  readTable,
  textOf,
} from '../../core/csv.ts';
import { LONGEST_TITLE, type OwnName, takePoints } from '../../core/datasets/own.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { ownSets } from '../../store/ownSets.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { closeIcon } from '../../ui/icons.tsx';
import { Select } from '../../ui/Select.tsx';
import { useLab } from '../lab.ts';
import styles from './OwnDataDialog.module.css';

const DELIMITER_NAMES = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  ' ': 'space',
} as const satisfies Record<Delimiter, string>;
const DECIMAL_NAMES = { '.': 'point', ',': 'comma' } as const satisfies Record<Decimal, string>;

const ROWS_SHOWN = 5;
const LINES_TOLD = 8;
const MEGABYTE = 1_000_000;

/** What has been pasted or dropped, and what the user has said of it. */
interface Draft {
  readonly text: string;
  readonly title: string;
  /** True if the file was longer than what is read of it. */
  readonly cut: boolean;
  readonly told: Partial<Reading>;
  /** Columns for input and target; null for the likely ones. */
  readonly columns: readonly [number, number] | null;
  readonly withoutOutliers: boolean;
}

const NOTHING: Draft = {
  text: '',
  title: '',
  cut: false,
  told: {},
  columns: null,
  withoutOutliers: false,
};

interface OwnDataDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A table of the user's own becomes a data set; those that are kept can be opened, renamed and deleted. */
export function OwnDataDialog({ open, onClose }: OwnDataDialogProps) {
  const t = useText();
  const { editor } = useLab();
  const { items: sets } = useStore(ownSets.store);
  const [draft, setDraft] = useState(NOTHING);
  const [unreadable, setUnreadable] = useState(false);
  const use = (name: OwnName) => {
    editor.set('data.name', name);
    onClose();
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    try {
      const text = textOf(new Uint8Array(await file.slice(0, LARGEST).arrayBuffer()));
      const cut = file.size > LARGEST;
      // The last line of a piece is seldom whole.
      const whole = cut ? text.slice(0, text.lastIndexOf('\n') + 1) : text;
      const title = file.name.replace(/\.\w{1,4}$/, '').slice(0, LONGEST_TITLE);
      setDraft({ ...NOTHING, text: whole, title, cut });
      setUnreadable(false);
    } catch {
      setUnreadable(true);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    <Dialog
      title={t('ownData.title')}
      closeLabel={t('ownData.close')}
      open={open}
      wide
      onClose={onClose}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file can also be chosen, and a table pasted */}
      <div className={styles.body} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <p className={styles.how}>{t('ownData.how')}</p>
        <label className={styles.field}>
          <span>{t('ownData.paste')}</span>
          <textarea
            className={styles.text}
            rows={5}
            spellCheck={false}
            // A browser is slow with so long a text, and nobody edits one by hand.
            value={draft.text.length > 200_000 ? draft.text.slice(0, 2000) : draft.text}
            onChange={(event) =>
              setDraft({ ...NOTHING, text: event.target.value.slice(0, LARGEST) })
            }
          />
        </label>
        <label className={styles.file}>
          <span>{t('ownData.file')}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        </label>
        {unreadable && <p role="alert">{t('ownData.unreadable')}</p>}
        {draft.text.trim() !== '' && <TableForm draft={draft} onChange={setDraft} onUse={use} />}
        {sets.length > 0 && (
          <>
            <h2 className={styles.heading}>{t('ownData.kept')}</h2>
            <ul className={styles.kept}>
              {sets.map(({ id, name: title }) => (
                <li key={id} className={styles.set}>
                  <input
                    className={styles.title}
                    aria-label={t('ownData.rename', { title })}
                    defaultValue={title}
                    maxLength={LONGEST_TITLE}
                    onBlur={(event) => ownSets.rename(id, event.target.value)}
                  />
                  <Button look="outlined" onClick={() => use(id)}>
                    {t('ownData.open')}
                  </Button>
                  <IconButton
                    label={t('ownData.remove', { title })}
                    size="small"
                    onClick={() => ownSets.remove(id)}
                  >
                    {closeIcon}
                  </IconButton>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}

interface TableFormProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onUse: (name: OwnName) => void;
}

/** How the table is read, its first rows, what is to be known of its points, and the button that takes them. */
function TableForm({ draft, onChange, onUse }: TableFormProps) {
  const t = useText();
  const { text, told, withoutOutliers } = draft;
  const table = useMemo(() => readTable(text, told), [text, told]);
  const { reading, columns, rows } = table;
  const [input, target] = draft.columns ?? likelyColumns(table);
  const read = pointsOf(table, input, target, withoutOutliers);
  const options = columns.map((label, i) => ({ value: String(i), label }));
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const tell = (part: Partial<Reading>) => change({ told: { ...told, ...part }, columns: null });
  const take = () => {
    if (!read) return;
    const title = draft.title.trim() || t('ownData.untitled');
    const name = takePoints(read.points, title);
    ownSets.keep(name, title);
    onUse(name);
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
      <div className={styles.preview}>
        <table aria-label={t('ownData.firstRows')}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, ROWS_SHOWN).map(({ line, cells }) => (
              <tr key={line}>
                {columns.map((name, i) => (
                  <td
                    key={name}
                    className={i === input || i === target ? styles.chosen : undefined}
                  >
                    {(cells[i] ?? '').slice(0, 40)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {draft.cut && <p>{t('ownData.cut', { size: fixed(LARGEST / MEGABYTE) })}</p>}
      {!read && <p role="alert">{t('ownData.nothing')}</p>}
      {read && (
        <>
          <div className={styles.told} role="note">
            <p>
              {read.sampledFrom === null
                ? t('ownData.points', { count: read.points.x.length })
                : t('ownData.sampled', {
                    all: fixed(read.sampledFrom),
                    count: fixed(read.points.x.length),
                  })}
            </p>
            {read.skipped.length > 0 && (
              <p>
                {t('ownData.skipped', {
                  count: read.skipped.length,
                  lines: [
                    ...read.skipped
                      .slice(0, LINES_TOLD)
                      .map((line) => t('ownData.line', { line: String(line) })),
                    ...(read.skipped.length > LINES_TOLD ? [t('ownData.andMore')] : []),
                  ].join(', '),
                })}
              </p>
            )}
            {read.remarks.map((remark) => (
              <p key={remark}>{t(`ownData.remarks.${remark}`)}</p>
            ))}
          </div>
          {read.outliers.length > 0 && (
            <Checkbox
              label={t('ownData.outliers', { count: read.outliers.length })}
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
            <Button look="primary" onClick={take}>
              {t('ownData.use')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
