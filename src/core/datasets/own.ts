import * as v from 'valibot';
import type { Points } from '../data/points.ts';
import type { DataSet } from './dataSet.ts';
import { fixedSet } from './fixedSet.ts';
import { LONGEST_PACKED, packed, unpacked } from './pack.ts';

/**
 * The user's own data. A set goes by a hash of its packed points, so that an
 * experiment that names it is the same run wherever it is opened; the points
 * themselves are handed to each page, worker and process that is to run it.
 */

/** `own.` and 16 hexadecimal digits. */
export type OwnName = `own.${string}`;

/** Characters of a title. */
export const LONGEST_TITLE = 60;

const OWN_NAME = /^own\.[0-9a-f]{16}$/;

export function isOwn(name: string): name is OwnName {
  return OWN_NAME.test(name);
}

/** A set as it travels: in a link, a message, a kept run, the browser's storage. */
export interface OwnSet {
  /** What the user calls it; null where it has no title. */
  readonly title: string | null;
  /** Its points, as `packed` wrote them. */
  readonly packed: string;
}

/** Of a set from outside. */
export const OwnSetSchema = v.object({
  title: v.nullable(v.string()),
  packed: v.pipe(v.string(), v.maxLength(LONGEST_PACKED)),
});

/** A text as a title: without white space around it, not too long, null for nothing. */
export function titled(text: string): string | null {
  const short = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
  // Half a character, as a cut may leave it, can stand in no link.
  return short.replace(/\p{Surrogate}/gu, '').trim() || null;
}

/** Every set that is at hand here; what is in it never changes, as its name is its content. */
const sets = new Map<OwnName, OwnSet & { readonly dataSet: DataSet }>();

/** The data set of that name; undefined where it is not at hand. */
export function ownDataSet(name: OwnName): DataSet | undefined {
  return sets.get(name)?.dataSet;
}

/** The set of that name, to be handed on; null where it is not at hand, or none of the user's own. */
export function ownSet(name: string): OwnSet | null {
  const found = sets.get(name as OwnName);
  return found ? { title: found.title, packed: found.packed } : null;
}

/**
 * Takes in a set, as `ownSet` gives it. One that is at hand with a title keeps that.
 *
 * @returns its name; null if it holds no points. Never throws.
 */
export function takeOwn({ title, packed: text }: OwnSet): OwnName | null {
  const name: OwnName = `own.${hashOf(text)}`;
  const known = sets.get(name);
  const points = known ? null : unpacked(text);
  const dataSet = known?.dataSet ?? (points && fixedSet(points.x, points.y));
  if (!dataSet) return null;
  sets.set(name, { title: known?.title ?? (title && titled(title)), packed: text, dataSet });
  return name;
}

/** Gives a set that is at hand another title. */
export function retitleOwn(name: OwnName, title: string): void {
  const set = sets.get(name);
  if (set) sets.set(name, { ...set, title: titled(title) ?? set.title });
}

/**
 * Takes in from 2 to `MOST_POINTS` finite points. They are kept to a ten-thousandth of
 * their range or finer, in the order of their inputs.
 */
export function takePoints(points: Points, title: string | null): OwnName {
  return takeOwn({ title, packed: packed(points) }) as OwnName;
}

const PRIMES = [0x85ebca6b, 0xc2b2ae35] as const;

/** 64 bits that tell texts apart, in hexadecimal: FNV-1a in two lanes, each mixed at the end (MurmurHash3). */
function hashOf(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9dc5811c];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, PRIMES[0]);
    b ^= b >>> 15;
  }
  return [a, b]
    .map((lane) => {
      let h = lane;
      for (const prime of PRIMES) h = Math.imul(h ^ (h >>> 16), prime);
      return ((h ^ (h >>> 16)) >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
