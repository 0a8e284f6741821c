import { useState } from 'react';
import { Announcer } from './Announcer.tsx';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { Dialog } from './Dialog.tsx';
import { type DataTable, tabSeparated, textRows } from './dataTable.ts';
import { checkIcon, copyIcon, tableIcon } from './icons.tsx';
import styles from './TableButton.module.css';
import { useCopy } from './useCopy.ts';

export interface TableLabels {
  /** The button's one word. */
  readonly open: string;
  /** The button's whole name, and the dialog's title. */
  readonly name: string;
  readonly close: string;
  readonly copy: string;
  readonly copied: string;
  readonly copiedSaid: string;
  readonly copyBlocked: string;
  /** A cell as a spreadsheet reads it. */
  readonly plain: (cell: string) => string;
}

/** What a figure shows at one moment, in tables. */
export interface TableContent {
  /** When it was taken, and what else there is to say. */
  readonly remarks: readonly string[];
  /** None while there is nothing to show; the remarks then say so. */
  readonly tables: readonly DataTable[];
}

interface TableButtonProps {
  readonly labels: TableLabels;
  /** Reads the moment at which the button is pressed, and hands it over once it has. */
  readonly read: (take: (content: TableContent) => void) => void;
  readonly className?: string | undefined;
}

/** Opens the numbers of a figure as a table that stays as it was when it was opened. */
export function TableButton({ labels, read, className }: TableButtonProps) {
  const [content, setContent] = useState<TableContent | null>(null);
  return (
    <>
      <Button
        icon={tableIcon}
        aria-label={labels.name}
        aria-haspopup="dialog"
        className={cx(styles.button, className)}
        onClick={() => read(setContent)}
      >
        {labels.open}
      </Button>
      <Dialog
        wide
        title={labels.name}
        closeLabel={labels.close}
        open={content !== null}
        onClose={() => setContent(null)}
      >
        {content && <Tables labels={labels} content={content} />}
      </Dialog>
    </>
  );
}

interface TablesProps {
  readonly labels: TableLabels;
  readonly content: TableContent;
}

function Tables({ labels, content: { remarks, tables } }: TablesProps) {
  const { copied, copy } = useCopy();
  return (
    <>
      {remarks.map((remark) => (
        <p key={remark} className={styles.remark}>
          {remark}
        </p>
      ))}
      {tables.length > 0 && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className={styles.tables} aria-label={labels.name} tabIndex={0}>
            {tables.map((table) => (
              <Table key={table.caption} table={table} />
            ))}
          </section>
          <Button
            look="outlined"
            icon={copied === 'yes' ? checkIcon : copyIcon}
            onClick={() => copy(tabSeparated(tables, labels.plain))}
          >
            {copied === 'yes' ? labels.copied : labels.copy}
          </Button>
        </>
      )}
      <Announcer text={copied === 'yes' ? labels.copiedSaid : ''} />
      {copied === 'blocked' && (
        <p role="alert" className={styles.blocked}>
          {labels.copyBlocked}
        </p>
      )}
    </>
  );
}

function Table({ table }: { readonly table: DataTable }) {
  const { caption, columns } = table;
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name, unit }) => (
            <th key={name} scope="col">
              <span>{name}</span>{' '}
              {unit !== undefined && <span className={styles.unit}>{unit}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {textRows(table).map(([header, ...cells]) => (
          <tr key={[header, ...cells].join()}>
            <th scope="row">{header}</th>
            {cells.map((cell, i) => (
              <td key={columns[i + 1]!.name}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
