import * as v from 'valibot';
import {
  type OwnName,
  OwnSetSchema,
  ownSet,
  retitleOwn,
  takeOwn,
  titled,
} from '../core/datasets/own.ts';
import { Collection, channel } from './collection.ts';
import type { Item } from './collectionStorage.ts';

/** One of the user's own data sets, as this browser keeps it; `name` is its title. */
export interface KeptSet extends Item {
  readonly id: OwnName;
  /** Its points, as `pack.ts` writes them. */
  readonly packed: string;
}

/** The most sets that are kept. */
export const MOST_SETS = 100;

const VERSION = 1;

const KeptSetSchema = v.object({
  version: v.literal(VERSION),
  name: v.string(),
  packed: OwnSetSchema.entries.packed,
  keptAt: v.pipe(v.number(), v.finite()),
});

/** Rebuilds a set from a value of unknown origin, and takes it in; null for none. */
function parseKeptSet(value: unknown): KeptSet | null {
  const read = v.safeParse(KeptSetSchema, value);
  if (!read.success) return null;
  const { name: title, packed, keptAt } = read.output;
  const id = takeOwn({ title, packed });
  const name = titled(title);
  if (!id || !name) return null;
  // Another tab may have given it another.
  retitleOwn(id, name);
  return { id, name, packed, keptAt };
}

/** How the sets are written down. */
export const SETS = {
  place: ['mdn-playground-data', 'sets'],
  write: (set: KeptSet): unknown => ({ version: VERSION, ...set }),
  parse: parseKeptSet,
} as const;

/** The sets that are kept. */
export class OwnSets extends Collection<KeptSet> {
  /**
   * Keeps a set that is at hand, under a title; one that is kept already has that title from now on.
   *
   * @returns false where no more are kept
   */
  keep(id: OwnName, title: string): boolean {
    const set = ownSet(id);
    const name = titled(title);
    if (!set || !name) return false;
    if (this.items.some((kept) => kept.id === id)) {
      this.rename(id, name);
      return true;
    }
    if (this.items.length >= MOST_SETS) return false;
    retitleOwn(id, name);
    this.put({ id, name, packed: set.packed, keptAt: Date.now() });
    return true;
  }

  rename(id: OwnName, title: string): void {
    const name = titled(title);
    if (!name) return;
    retitleOwn(id, name);
    this.change(id, { name });
  }
}

/** The sets that this page keeps. */
export const ownSets = new OwnSets(
  async () => (await import('./collectionStorage.ts')).openStorage(SETS),
  channel('mdn-playground.sets'),
);
