import { createStore } from 'zustand/vanilla';
import type { CollectionStorage, Damaged, Item } from './collectionStorage.ts';
import { StorageQueue } from './storageQueue.ts';

export interface CollectionState<T> {
  /** The oldest first. */
  readonly items: readonly T[];
  /** False once the browser has refused to keep them: they last as long as the page. */
  readonly lasting: boolean;
  /** What was kept and cannot be read. */
  readonly damaged: readonly Damaged[];
  /** The one that was removed last, once it is gone from the storage too; it can be brought back. */
  readonly removed: T | null;
}

export type Channel = Pick<BroadcastChannel, 'postMessage' | 'onmessage'>;

const inOrder = <T extends Item>(items: readonly T[]) =>
  items.toSorted((a, b) => a.keptAt - b.keptAt);

/**
 * What the user keeps of one kind, the same in every tab: each change is written down
 * by itself, and the other tabs are told.
 */
export class Collection<T extends Item> {
  readonly store = createStore<CollectionState<T>>(() => ({
    items: [],
    lasting: true,
    damaged: [],
    removed: null,
  }));
  private readonly storage: StorageQueue<CollectionStorage<T>>;
  private readonly channel: Channel | null;
  /** How often this page has changed its items. */
  private changes = 0;
  /** Ids of those items that only this page has. */
  private readonly unwritten = new Set<string>();

  /**
   * @param open where they are written down; asked for once
   * @param channel tells the other tabs
   */
  constructor(open: () => Promise<CollectionStorage<T>>, channel: Channel | null = null) {
    this.storage = new StorageQueue(open, () => this.store.setState({ lasting: false }));
    this.channel = channel;
    if (channel) channel.onmessage = () => void this.load();
  }

  get items(): readonly T[] {
    return this.store.getState().items;
  }

  /** Reads what is kept; items that only this page has stay. */
  async load(): Promise<void> {
    const { changes } = this;
    const found = await this.storage.use((storage) => storage.all());
    if (!found) return;
    // It was read before the newest change was written.
    if (changes !== this.changes) return this.load();
    this.store.setState(({ items }) => ({
      items: inOrder([...found.items, ...items.filter(({ id }) => this.unwritten.has(id))]),
      damaged: found.damaged,
    }));
  }

  change(id: string, change: Partial<T>): void {
    this.store.setState(({ items }) => ({
      items: items.map((item) => (item.id === id ? { ...item, ...change } : item)),
    }));
    void this.write((storage) => storage.change(id, change));
  }

  /** Removes an item. That it is removed is told once it is so: a page that is left sooner may find it again. */
  async remove(id: string): Promise<void> {
    const removed = this.items.find((item) => item.id === id);
    if (!removed) return;
    this.store.setState(({ items }) => ({ items: items.filter((item) => item !== removed) }));
    await this.write((storage) => storage.remove([id]));
    this.store.setState({ removed });
  }

  /** Brings the one back that was removed last. */
  bringBack(): void {
    const { removed } = this.store.getState();
    if (removed) this.put(removed);
  }

  /** Forgets what cannot be read. */
  clearDamaged(): void {
    const ids = this.store.getState().damaged.map(({ id }) => id);
    this.store.setState({ damaged: [] });
    void this.write((storage) => storage.remove(ids));
  }

  protected put(item: T): void {
    this.store.setState(({ items }) => ({ items: inOrder([...items, item]), removed: null }));
    this.unwritten.add(item.id);
    void this.write(async (storage) => {
      await storage.put(item);
      this.unwritten.delete(item.id);
    });
  }

  private async write(change: (storage: CollectionStorage<T>) => Promise<void>): Promise<void> {
    this.changes++;
    await this.storage.use(change);
    this.channel?.postMessage(null);
  }
}

/** The channel of that name between the tabs; null where the browser has none. */
export function channel(name: string): Channel | null {
  return 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null;
}
