import { piecesOf, type Reading, textOf } from '../../core/csv.ts';
import { titled } from '../../core/datasets/own.ts';

/** A table that has been pasted or opened, and what the user has said of it. */
export interface Draft {
  readonly text: string;
  readonly title: string;
  /** Of a file that was too large to be read whole, its size in bytes; else null. */
  readonly sampledOf: number | null;
  readonly told: Partial<Reading>;
  /** Columns for input and target; null for the likely ones. */
  readonly columns: readonly [number, number] | null;
  readonly withoutOutliers: boolean;
}

/** The table of a text, of which nothing has been said yet. */
export function draftOf(text: string, title = '', sampledOf: number | null = null): Draft {
  return { text, title, sampledOf, told: {}, columns: null, withoutOutliers: false };
}

/** @throws DOMException if the file cannot be read, as when it has gone meanwhile */
export async function draftOfFile(file: File): Promise<Draft> {
  const pieces = await Promise.all(
    piecesOf(file.size).map(
      async ([from, to]) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
    ),
  );
  const title = titled(file.name.replace(/\.\w{1,4}$/, '')) ?? '';
  return draftOf(textOf(pieces), title, pieces.length > 1 ? file.size : null);
}
