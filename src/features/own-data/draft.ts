import { LARGEST } from '../../core/csv.ts';
import { titled } from '../../core/datasets/own.ts';
import type { TableRequest } from '../../core/tableSight.ts';

/** A table that has been pasted or opened, and what the user has said of it. */
export interface Draft extends TableRequest {
  /** Which table it is: another text or file has another number. */
  readonly table: number;
  readonly file: Blob;
  /** As it is shown to be edited; '' for none. */
  readonly text: string;
  readonly title: string;
  /** Of a file that is too large to be read whole, its size in bytes; else null. */
  readonly sampledOf: number | null;
}

/** A longer text is not shown to be edited: a browser is slow with it, and nobody does it by hand. */
export const LONGEST_SHOWN = 20_000;

let tables = 0;

function draftOf(file: Blob, text: string, title: string): Draft {
  return {
    table: ++tables,
    file,
    text,
    title,
    sampledOf: file.size > LARGEST ? file.size : null,
    told: {},
    columns: null,
    withoutOutliers: false,
  };
}

export function draftOfText(text: string): Draft {
  return draftOf(new Blob([text]), text.length > LONGEST_SHOWN ? '' : text, '');
}

export function draftOfFile(file: File): Draft {
  return draftOf(file, '', titled(file.name.replace(/\.\w{1,4}$/, '')) ?? '');
}
