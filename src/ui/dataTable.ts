/** One column of a table: its name, and the unit of its numbers where they have one. */
export interface Column {
  readonly name: string;
  readonly unit?: string;
}

/** A table of finished texts; the first cell of a row is the row's header. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** [rows][columns] */
  readonly rows: readonly (readonly string[])[];
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
    .map(({ caption, columns, rows }) =>
      [[caption], columns.map(headerOf), ...rows.map((row) => row.map(plain))]
        .map((line) => line.join('\t'))
        .join('\n'),
    )
    .join('\n\n');
}
