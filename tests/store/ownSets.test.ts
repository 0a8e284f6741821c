import { IDBFactory } from 'fake-indexeddb';
import { createStore, set } from 'idb-keyval';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ownSet, takePoints } from '../../src/core/datasets/own.ts';
import { openStorage } from '../../src/store/collectionStorage.ts';
import { MOST_SETS, OwnSets, SETS } from '../../src/store/ownSets.ts';

const points = (y: number) =>
  takePoints({ x: Float64Array.of(1, 2), y: Float64Array.of(0, y) }, null);
const page = () => new OwnSets(async () => openStorage(SETS));
const names = ({ items }: OwnSets) => items.map(({ name }) => name);

describe('the user’s own data sets', () => {
  beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));

  it('are there again in another page of the same browser, renamed and deleted as they were', async () => {
    const first = page();
    const [a, b, c] = [points(1), points(2), points(3)];
    expect([first.keep(a, ' A '), first.keep(b, 'B'), first.keep(c, 'C')]).toEqual([
      true,
      true,
      true,
    ]);
    first.rename(b, 'second');
    first.rename(b, ' ');
    first.remove(c);
    await first.load();
    const second = page();
    await second.load();
    expect(names(second)).toEqual(['A', 'second']);
    expect(second.items).toEqual(first.items);
    expect(ownSet(b)?.title).toBe('second');
  });

  it('are kept once each, and no more than there is room for', () => {
    const sets = page();
    expect(sets.keep(points(1), ' ')).toBe(false);
    for (let i = 1; i <= MOST_SETS; i++) expect(sets.keep(points(i), `${i}`)).toBe(true);
    expect(sets.keep(points(MOST_SETS + 1), 'one more')).toBe(false);
    expect(sets.keep(points(7), 'renamed')).toBe(true);
    expect(names(sets)).toHaveLength(MOST_SETS);
    expect(names(sets)).toContain('renamed');
  });

  it('leave the list at once, and are told as deleted once they are gone from the storage', async () => {
    const storage = openStorage(SETS);
    let letRemove = () => {};
    const mayRemove = new Promise<void>((resolve) => {
      letRemove = resolve;
    });
    const remove = async (ids: readonly string[]) => {
      await mayRemove;
      await storage.remove(ids);
    };
    const sets = new OwnSets(async () => ({ ...storage, remove }));
    const told = () => sets.store.getState().removed?.name ?? null;
    const id = points(1);
    sets.keep(id, 'A');
    const removal = sets.remove(id);
    await new Promise((resolve) => setTimeout(resolve));
    expect([names(sets), told()]).toEqual([[], null]);
    expect((await storage.all()).items.map(({ name }) => name)).toEqual(['A']);
    letRemove();
    await removal;
    expect(told()).toBe('A');
    expect((await storage.all()).items).toEqual([]);
    sets.bringBack();
    expect([names(sets), told()]).toEqual([['A'], null]);
  });

  it('that are damaged are named, and the others are there', async () => {
    const sets = page();
    sets.keep(points(4), 'whole');
    const write = (id: string, value: unknown) => set(id, value, createStore(...SETS.place));
    await write('own.0123456789abcdef', {
      ...(SETS.write(sets.items[0]!) as object),
      name: 'other',
    });
    await write('x', { version: 2, name: 'newer' });
    await sets.load();
    expect(names(sets)).toEqual(['whole']);
    expect(sets.store.getState().damaged).toEqual([
      { id: 'own.0123456789abcdef', name: 'other' },
      { id: 'x', name: 'newer' },
    ]);
  });
});
