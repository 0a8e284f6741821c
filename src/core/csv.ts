import Papa from 'papaparse';
import type { Points } from './data/points.ts';
import { MOST_POINTS } from './datasets/pack.ts';
import { extent, type Range } from './range.ts';

/**
 * Tables from text: CSV, TSV and what spreadsheets copy. Everything about a text is
 * found first and can be told instead; a cell that is no number is never taken as 0.
 */

/** So many bytes of a file are read at most. */
export const LARGEST = 5_000_000;

export const DELIMITERS = [',', ';', '\t', '|', ' '] as const;
export type Delimiter = (typeof DELIMITERS)[number];
export const DECIMALS = ['.', ','] as const;
export type Decimal = (typeof DECIMALS)[number];

/** How a text is to be read. */
export interface Reading {
  readonly delimiter: Delimiter;
  readonly decimal: Decimal;
  /** Whether the first row holds the names of the columns. */
  readonly header: boolean;
}

export interface Table {
  readonly reading: Reading;
  /** Names, each another. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** The line of the text on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Pieces in which a larger file is read; of an even length, as UTF-16 has it. */
const PIECES = 10;
const LINE_END = /\r\n|\n|\r/;
const LINE_ENDS = new RegExp(LINE_END, 'g');

/** Which bytes of a file are read: all, or of one that is too large as many, in pieces spread evenly over it. */
export function piecesOf(size: number): readonly (readonly [from: number, to: number])[] {
  if (size <= LARGEST) return [[0, size]];
  const length = LARGEST / PIECES;
  return Array.from({ length: PIECES }, (_, i) => {
    const from = 2 * Math.floor((i * (size - length)) / (PIECES - 1) / 2);
    return [from, from + length];
  });
}

/**
 * The text of a file's pieces, without the lines at which they are cut: UTF-8 or UTF-16
 * as its mark says, UTF-16 also where every other byte is 0, UTF-8 where it is that,
 * else Windows-1252.
 */
export function textOf(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder(encodingOf(pieces[0] ?? new Uint8Array()));
  return pieces
    .map((bytes, i) => {
      const text = decoder.decode(bytes);
      const end = i === 0 ? null : LINE_END.exec(text);
      const begun = end ? text.slice(end.index + end[0].length) : text;
      const last = Math.max(begun.lastIndexOf('\n'), begun.lastIndexOf('\r'));
      return i === pieces.length - 1 ? begun : begun.slice(0, last + 1);
    })
    .join('');
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 200);
  const zeros = (from: number) => start.filter((byte, i) => i % 2 === from && byte === 0).length;
  if (zeros(1) > 0.3 * start.length) return 'utf-16le';
  if (zeros(0) > 0.3 * start.length) return 'utf-16be';
  try {
    // A piece may end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

const SPACES = /[\s\u00a0\u2009\u202f'’_]/g;
const PATTERNS = {
  '.': /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d{1,3})?$/i,
  ',': /^[+-]?(\d{1,3}(\.\d{3})+|\d+)?(,\d*)?(e[+-]?\d{1,3})?$/i,
} as const;

/** A cell as a finite number; NaN where it is none. Thousands may be set apart by the other sign, a blank or an apostrophe. */
export function numberOf(cell: string, decimal: Decimal): number {
  const text = cell.trim().replace(SPACES, '').replace(/^[−–]/, '-');
  if (text.length > 60 || !/\d/.test(text) || !PATTERNS[decimal].test(text)) return Number.NaN;
  const plain =
    decimal === '.' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Rows enough to guess by. */
const LOOKED_AT = 200;

/** In this order: a comma may stand for decimals, and a blank within a name. */
const GUESSED: readonly Delimiter[] = ['\t', ';', '|', ',', ' '];
/** The beginning that a delimiter is found in, in characters. */
const BEGINNING = 20_000;

/** The first that most lines hold. */
function delimiterOf(text: string): Delimiter {
  const lines = text
    .slice(0, BEGINNING)
    .split(LINE_END)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  const held = (delimiter: Delimiter) =>
    lines.filter((line) => line.trim().includes(delimiter)).length;
  return GUESSED.find((delimiter) => held(delimiter) > 0.6 * lines.length) ?? ',';
}

/** Rows after which it is told how far the text has been read. */
const TOLD_ROWS = 1000;

function rowsOf(text: string, delimiter: Delimiter, tell: (share: number) => void): Row[] {
  const rows: Row[] = [];
  let [line, from] = [1, 0];
  Papa.parse<string[]>(text, {
    delimiter,
    step({ data, meta: found }) {
      if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data });
      line += text.slice(from, found.cursor).match(LINE_ENDS)?.length ?? 0;
      from = found.cursor;
      if (rows.length % TOLD_ROWS === 0) tell(from / text.length);
    },
  });
  return rows;
}

/** The sign that more cells can only be read with; after a semicolon or a tab a comma stands for decimals. */
function decimalOf(rows: readonly Row[], delimiter: Delimiter): Decimal {
  let votes = 0;
  for (const { cells } of rows.slice(0, LOOKED_AT)) {
    for (const cell of cells) {
      const [point, comma] = [numberOf(cell, '.'), numberOf(cell, ',')];
      if (Number.isNaN(point) !== Number.isNaN(comma)) votes += Number.isNaN(point) ? 1 : -1;
      // Both read it, and differently: 1,234. A whole part of 0 has no thousands.
      else if (point !== comma && /^-?0[,.]/.test(cell.trim()))
        votes += cell.includes(',') ? 1 : -1;
    }
  }
  if (votes !== 0) return votes > 0 ? ',' : '.';
  return delimiter === ';' && rows.some(({ cells }) => cells.some((cell) => cell.includes(',')))
    ? ','
    : '.';
}

/** Names stand in the first row where a column of numbers begins with none. */
function hasHeader([first, ...rest]: readonly Row[], decimal: Decimal): boolean {
  if (!first) return false;
  const isNumber = (cell: string | undefined) =>
    cell !== undefined && !Number.isNaN(numberOf(cell, decimal));
  if (!first.cells.some(isNumber)) return true;
  const looked = rest.slice(0, LOOKED_AT);
  return first.cells.some(
    (cell, i) =>
      !isNumber(cell) &&
      looked.filter(({ cells }) => isNumber(cells[i])).length > looked.length / 2,
  );
}

/** Names of so many columns; one that is missing or repeated is told apart by its place. */
function namesOf(count: number, given: readonly string[]): string[] {
  const names: string[] = [];
  for (let i = 0; i < count; i++) {
    const name = given[i]?.trim().replace(/\s+/g, ' ').slice(0, 60) ?? '';
    names.push(name === '' || names.includes(name) ? `${name || 'Column'} ${i + 1}`.trim() : name);
  }
  return names;
}

/**
 * Reads a table; what is not told is found. Never throws.
 *
 * @param tell is told how much of the text has been read, from 0 to 1
 */
export function readTable(
  text: string,
  told: Partial<Reading> = {},
  tell: (share: number) => void = () => {},
): Table {
  const bare = text.replace(/^\ufeff/, '');
  const delimiter = told.delimiter ?? delimiterOf(bare);
  const rows = rowsOf(bare, delimiter, tell);
  const decimal = told.decimal ?? decimalOf(rows, delimiter);
  const header = told.header ?? hasHeader(rows, decimal);
  const [names, body] = header ? [rows[0]?.cells ?? [], rows.slice(1)] : [[], rows];
  const count = rows
    .slice(0, LOOKED_AT)
    .reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return { reading: { delimiter, decimal, header }, columns: namesOf(count, names), rows: body };
}

/** The first two columns that hold more numbers than not, as input and target; the first two where there are none. */
export function likelyColumns({ rows, columns, reading }: Table): readonly [number, number] {
  const looked = rows.slice(0, LOOKED_AT);
  const numeric = columns.flatMap((_, i) => {
    const numbers = looked.filter(
      ({ cells }) => !Number.isNaN(numberOf(cells[i] ?? '', reading.decimal)),
    );
    return numbers.length > looked.length / 2 ? [i] : [];
  });
  const [input = 0, target = Math.min(1, Math.max(0, columns.length - 1))] = numeric;
  return [input, target];
}

/** Something about the points that is better known before a model is trained on them. */
export type Remark = 'constantInput' | 'constantTarget' | 'duplicates' | 'scale' | 'few';

/** Rows far from all others, which lie outside of two ranges. */
export interface Outliers {
  /** Their lines. */
  readonly lines: readonly number[];
  /** The inputs and targets of all other rows. */
  readonly within: { readonly x: Range; readonly y: Range };
}

export interface PointsRead {
  readonly points: Points;
  /** Lines of rows that are left out: one of the two cells is no number. */
  readonly skipped: readonly number[];
  /** What lies far from all other rows: left out only where it is asked for. */
  readonly outliers: Outliers;
  /** How many rows there are to choose from, where only every so many-th is taken. */
  readonly sampledFrom: number | null;
  readonly remarks: readonly Remark[];
}

/** Further from the median than so many times the middle half's width is an outlier. */
const FAR = 8;
/** Beyond these a network in raw units hardly learns. */
const USUAL = { least: 1e-3, most: 1e3 } as const;
const ENOUGH = 50;
/** The range of no rows: each of a table lies far out on one of the axes. */
const NOWHERE: Range = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

function isFar(values: readonly number[]): (value: number) => boolean {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  const width = at(0.75) - at(0.25);
  return (value) => width > 0 && Math.abs(value - at(0.5)) > FAR * width;
}

/**
 * The points of two columns; at most `MOST_POINTS`, evenly from all rows.
 *
 * @param withoutOutliers whether outliers are left out
 * @returns null where fewer than 2 rows hold two numbers
 */
export function pointsOf(
  { rows, reading }: Table,
  input: number,
  target: number,
  withoutOutliers: boolean,
): PointsRead | null {
  const skipped: number[] = [];
  const all: { line: number; x: number; y: number }[] = [];
  for (const { line, cells } of rows) {
    const x = numberOf(cells[input] ?? '', reading.decimal);
    const y = numberOf(cells[target] ?? '', reading.decimal);
    if (Number.isNaN(x) || Number.isNaN(y)) skipped.push(line);
    else all.push({ line, x, y });
  }
  const [farX, farY] = [isFar(all.map(({ x }) => x)), isFar(all.map(({ y }) => y))];
  const isOutlier = ({ x, y }: { x: number; y: number }) => farX(x) || farY(y);
  const near = all.filter((row) => !isOutlier(row));
  const wanted = withoutOutliers ? near : all;
  if (wanted.length < 2) return null;
  const extentOf = (axis: 'x' | 'y') => extent(near.map((row) => row[axis])) ?? NOWHERE;
  const outliers = {
    lines: all.filter(isOutlier).map(({ line }) => line),
    within: { x: extentOf('x'), y: extentOf('y') },
  };
  const count = Math.min(MOST_POINTS, wanted.length);
  const taken = Array.from(
    { length: count },
    (_, i) => wanted[Math.floor((i * wanted.length) / count)]!,
  );
  const points = {
    x: Float64Array.from(taken, ({ x }) => x),
    y: Float64Array.from(taken, ({ y }) => y),
  };
  return {
    points,
    skipped,
    outliers,
    sampledFrom: wanted.length > count ? wanted.length : null,
    remarks: remarksOn(points),
  };
}

function remarksOn({ x, y }: Points): Remark[] {
  const constant = (values: Float64Array) => values.every((value) => value === values[0]);
  const unusual = (values: Float64Array) => {
    const most = values.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    return most > USUAL.most || (most > 0 && most < USUAL.least);
  };
  const different = new Set(Array.from(x, (value, i) => `${value} ${y[i]}`)).size;
  const holds: Record<Remark, boolean> = {
    constantInput: constant(x),
    constantTarget: constant(y),
    duplicates: different < 0.9 * x.length,
    scale: unusual(x) || unusual(y),
    few: x.length < ENOUGH,
  };
  return (Object.keys(holds) as Remark[]).filter((remark) => holds[remark]);
}
