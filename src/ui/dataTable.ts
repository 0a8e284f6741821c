/** One column of a table: its name, and the unit of its numbers where they have one. */
export interface Column {
  readonly name: string;
  readonly unit?: string;
  /** How its numbers are written; NaN stands for one that is missing. */
  readonly write?: (value: number) => string;
}

/** Numbers, or finished texts where a number cannot tell it; the first cell of a row is its header. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** [rows][columns] */
  readonly rows: readonly (readonly (number | string)[])[];
}

/** The rows as they are read, [rows][columns]. */
export function textRows({ columns, rows }: DataTable): string[][] {
  return rows.map((row) =>
    row.map((cell, i) => (typeof cell === 'string' ? cell : (columns[i]?.write ?? String)(cell))),
  );
}

function headerOf({ name, unit }: Column): string {
  return unit === undefined ? name : `${name} (${unit})`;
}

/**
 * Tables as tab-separated text, an empty line between one and the next.
 *
 * @param plain what a cell is in a spreadsheet's own way of writing numbers
 */
export function tabSeparated(tables: readonly DataTable[], plain: (cell: string) => string) {
  return tables
    .map((table) =>
      [
        [table.caption],
        table.columns.map(headerOf),
        ...textRows(table).map((row) => row.map(plain)),
      ]
        .map((line) => line.join('\t'))
        .join('\n'),
    )
    .join('\n\n');
}
