import { createStore, delMany, entries, promisifyRequest, set } from 'idb-keyval';

/** Something that the user keeps in this browser. */
export interface Item {
  readonly id: string;
  readonly name: string;
  /** When it was kept, in milliseconds since 1970. */
  readonly keptAt: number;
}

/** Where a collection outlasts the page. Every call fails where the browser keeps nothing. */
export interface CollectionStorage<T> {
  /** Every item that can be read, and what there is of the others. */
  all(): Promise<{ readonly items: readonly T[]; readonly damaged: readonly Damaged[] }>;
  put(item: T): Promise<void>;
  /** Changes an item as it is kept by now; one that was removed stays so. */
  change(id: string, change: Partial<T>): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

/** An item that was kept and cannot be read. */
export interface Damaged {
  readonly id: string;
  /** What it was called, as far as that can be read. */
  readonly name: string | null;
}

/** How items of one kind are written down. */
interface Form<T> {
  /** A database of its own, and what the items are called in it. */
  readonly place: readonly [database: string, store: string];
  write(item: T): unknown;
  /** Rebuilds an item from a value of unknown origin; null for none. Never throws. */
  parse(value: unknown): T | null;
}

const LONGEST_NAME = 60;

/** The name in what may be a damaged item; null where none can be read. */
function nameIn(value: unknown): string | null {
  const name = (value as { name?: unknown } | null)?.name;
  return typeof name === 'string' && name !== '' ? name.slice(0, LONGEST_NAME) : null;
}

/** An entry an item, so that what two tabs keep is all there. */
export function openStorage<T extends Item>({
  place,
  write,
  parse,
}: Form<T>): CollectionStorage<T> {
  const store = createStore(...place);
  return {
    async all() {
      const items: T[] = [];
      const damaged: Damaged[] = [];
      for (const [key, value] of await entries(store)) {
        const item = parse(value);
        if (item?.id === key) items.push(item);
        else damaged.push({ id: String(key), name: nameIn(value) });
      }
      return { items, damaged };
    },
    put: (item) => set(item.id, write(item), store),
    change: (id, change) =>
      store('readwrite', async (items) => {
        const item: object | undefined = await promisifyRequest(items.get(id));
        if (item) await promisifyRequest(items.put({ ...item, ...change }, id));
      }),
    remove: (ids) => delMany([...ids], store),
  };
}
