import * as v from 'valibot';
import {
  DECIMALS,
  DELIMITERS,
  likelyColumns,
  type PointsRead,
  pointsOf,
  type Reading,
  type Row,
  type Table,
} from './csv.ts';
import { packed } from './datasets/pack.ts';

/** What the user has said of a table: how it is read, and which of its points are wanted. */
export interface TableRequest {
  readonly told: Partial<Reading>;
  /** Columns for input and target; null for the likely ones. */
  readonly columns: readonly [number, number] | null;
  readonly withoutOutliers: boolean;
}

const ColumnSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A request as a message. */
export const TableRequestSchema = v.object({
  told: v.object({
    delimiter: v.exactOptional(v.picklist(DELIMITERS)),
    decimal: v.exactOptional(v.picklist(DECIMALS)),
    header: v.exactOptional(v.boolean()),
  }),
  columns: v.nullable(v.pipe(v.tuple([ColumnSchema, ColumnSchema]), v.readonly())),
  withoutOutliers: v.boolean(),
});

/**
 * What the page asks its tables' worker. `number` is the question's, `table` the
 * table's, so that one that is known already is not read again.
 */
export const TableQuestionSchema = v.object({
  number: v.number(),
  table: v.number(),
  file: v.blob(),
  request: TableRequestSchema,
});
export type TableQuestion = v.InferOutput<typeof TableQuestionSchema>;

/** How far a large table has been read, from 0 to 1; then what is seen of it, or null where its file cannot be read. */
export type TableAnswer = { readonly number: number } & (
  | { readonly progress: number }
  | { readonly sight: TableSight | null }
);

/** What is seen of a table before its points are taken. */
export interface TableSight {
  readonly reading: Reading;
  readonly columns: readonly string[];
  readonly input: number;
  readonly target: number;
  readonly firstRows: readonly Row[];
  /** Null where fewer than 2 rows hold two numbers. */
  readonly read: (PointsRead & { readonly packed: string }) | null;
}

const ROWS_SHOWN = 5;

export function sightOf(table: Table, request: TableRequest): TableSight {
  const [input, target] = request.columns ?? likelyColumns(table);
  const read = pointsOf(table, input, target, request.withoutOutliers);
  return {
    reading: table.reading,
    columns: table.columns,
    input,
    target,
    firstRows: table.rows.slice(0, ROWS_SHOWN),
    read: read && { ...read, packed: packed(read.points) },
  };
}
