import { type Limit, type Parsed, refused } from './parsed.ts';
import { same } from './same.ts';

/**
 * A row of a table of values: what a link, a control and a sentence about a bad
 * value have to know of one. A value is named by its path, as in `data.points`.
 */

/** What a value may be. */
export type Allowed =
  | { readonly kind: 'number'; readonly limit: Limit }
  | { readonly kind: 'choices'; readonly names: readonly string[] }
  | {
      readonly kind: 'choice';
      readonly names: readonly string[];
      /** Names besides, which follow a rule. */
      readonly isOther?: (name: string) => boolean;
    }
  | { readonly kind: 'yesNo' }
  /** A schedule that is constant, or a cosine over so many epochs. */
  | { readonly kind: 'cosine'; readonly limit: Limit }
  /** A point of a set, by its place. */
  | { readonly kind: 'point'; readonly limit: Limit }
  /** From one number to another, both within a limit. */
  | { readonly kind: 'range'; readonly limit: Limit }
  /** A rectangle: left, right, bottom, top, all within a limit. */
  | { readonly kind: 'zoom'; readonly limit: Limit }
  /** Lists of so many. */
  | { readonly kind: 'layers' | 'changes' | 'components'; readonly limit: Limit };

/** What a row says of any value. */
export interface About {
  /** Its key in a link, in small letters. */
  readonly key: string;
  /** The catalogue's key of its name. */
  readonly label: string;
}

/** A value within a row's; it goes by the row's name if it has none of its own. */
interface Part {
  readonly label?: string;
  readonly allowed: Allowed;
}

export interface Row<Value = unknown> extends About {
  readonly allowed: Allowed;
  write(value: Value): string;
  /** What stands in a link, as the schema expects it; NaN where it holds no number. */
  read(text: string): unknown;
  /** The value that a link leaves unsaid. */
  readonly absent?: Value;
  /** Values within the value, by their place in it; `*` stands for any index. */
  readonly parts?: Readonly<Record<string, Part>>;
}

/** Every row of a table with its path, in the order of a link. */
export type Rows<Path extends string, R extends Row = Row> = readonly (readonly [Path, R])[];

/** Plain decimal notation only: no hexadecimal, no white space, no other numerals. */
const NUMBER = /^-?\d{1,20}(\.\d{1,30})?(e-?\d{1,3})?$/;
export const toNumber = (text: string) => (NUMBER.test(text) ? Number(text) : Number.NaN);
export const toList = (text: string) => (text === '' ? [] : text.split(','));

export const within = <const L extends Limit>(limit: L) => ({ kind: 'number', limit }) as const;
export const oneOf = (names: readonly string[]) => ({ kind: 'choice', names }) as const;

export function number<const L extends Limit, const A extends About>(limit: L, about: A) {
  return { ...about, allowed: within(limit), write: String, read: toNumber };
}

export function choice<const A extends About>(names: readonly string[], about: A) {
  return { ...about, allowed: oneOf(names), write: String, read: String };
}

/** True or false, written 1 or 0. */
export function yesNo<const A extends About>(about: A) {
  return {
    ...about,
    allowed: { kind: 'yesNo' } as const,
    write: (value: boolean) => (value ? '1' : '0'),
    read: (text: string) => (text === '1' ? true : text === '0' ? false : text),
  };
}

/** What stands at a path of a value; undefined where there is nothing. */
export function valueAt(whole: unknown, path: string): unknown {
  const at = (value: unknown, key: string) => (value as Record<string, unknown>)[key];
  return path.split('.').reduce(at, whole);
}

/** The value put at a path of what is whole, or is to become it; what else there is stays. */
export function put<T extends object>(draft: T, path: string, value: unknown): T {
  const [section, key] = path.split('.') as [keyof T, string?];
  return { ...draft, [section]: key === undefined ? value : { ...draft[section], [key]: value } };
}

/** What a link says of a table's values, `key=text` each. */
export function writeRows(rows: Rows<string>, whole: unknown): string[] {
  return rows.flatMap(([path, { key, absent, write }]) => {
    const value = valueAt(whole, path);
    return value === undefined || same(value, absent) ? [] : [`${key}=${write(value)}`];
  });
}

/**
 * Puts what a link says of a table's values into a draft, for a schema to take.
 *
 * @param values the different values of each of the link's keys; a key that no row has is passed over
 */
export function readRows(
  rows: Rows<string>,
  values: ReadonlyMap<string, readonly string[]>,
  draft: object,
): Parsed<object> {
  let filled = draft;
  for (const [path, { key, absent, read }] of rows) {
    const [value, ...others] = values.get(key) ?? [];
    if (others.length > 0) return refused(path, 'malformed');
    filled = put(filled, path, value === undefined ? absent : read(value));
  }
  return { ok: true, value: filled };
}

/**
 * What a value is called and what it may be.
 *
 * @param field a row's path, or that of a value within one as in `model.hidden.2`
 */
export function described<R extends Row>(
  rows: Rows<string, R>,
  field: string,
): { readonly label: string; readonly allowed: Allowed } | undefined {
  const found = rows.find(([path]) => field === path || field.startsWith(`${path}.`));
  if (!found) return undefined;
  const [path, row] = found;
  const place = field.slice(path.length + 1).replace(/\d+/g, '*');
  const { label = row.label, allowed } = row.parts?.[place] ?? row;
  return { label, allowed };
}
