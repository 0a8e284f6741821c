import { describe, expect, it } from 'vitest';
import { MOST_KEPT } from '../../src/core/keptRun.ts';
import { KeptRuns } from '../../src/store/keptRuns.ts';
import { keepsakeHere } from '../helpers/keepsakes.ts';
import { channelsHere, storageHere } from '../helpers/keptRuns.ts';

const KEEPSAKE = keepsakeHere();
const other = (seed: number) => keepsakeHere({ ...KEEPSAKE.place.experiment, seed });

/** Lets everything that was begun come to its end. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const names = ({ store }: KeptRuns) => store.getState().items.map(({ name }) => name);

describe('kept runs', () => {
  it('are there again in another page of the same browser', async () => {
    const { storage } = storageHere();
    const first = new KeptRuns(async () => storage);
    first.keep(KEEPSAKE, 'one');
    first.keep(other(1), 'two');
    await settled();
    const second = new KeptRuns(async () => storage);
    await second.load();
    expect(second.store.getState().items).toEqual(first.store.getState().items);
    expect(names(second)).toEqual(['one', 'two']);
  });

  it('are not kept twice with the same weights', () => {
    const kept = new KeptRuns(async () => storageHere().storage);
    const first = kept.keep(KEEPSAKE, 'one');
    const again = kept.keep(keepsakeHere(), 'two');
    expect(first).toMatchObject({ how: 'new' });
    expect(again).toMatchObject({ how: 'already', run: { name: 'one' } });
    expect(kept.keep(keepsakeHere(KEEPSAKE.place.experiment, 11), 'later')).toMatchObject({
      how: 'new',
    });
    expect(names(kept)).toEqual(['one', 'later']);
  });

  it('have colours of their own, and the ninth is refused', () => {
    const kept = new KeptRuns(async () => storageHere().storage);
    for (let seed = 0; seed < MOST_KEPT; seed++) kept.keep(other(seed), `${seed}`);
    const { items: runs } = kept;
    expect(new Set(runs.map(({ colour }) => colour)).size).toBe(MOST_KEPT);
    expect(kept.keep(other(99), 'ninth')).toBe('full');
    const { id, colour } = runs[3]!;
    kept.remove(id);
    expect(kept.keep(other(99), 'ninth')).toMatchObject({ run: { colour } });
  });

  it('are renamed, removed and brought back to their place', async () => {
    const { runs, storage } = storageHere();
    const kept = new KeptRuns(async () => storage);
    for (const seed of [1, 2, 3]) kept.keep(other(seed), `${seed}`);
    // Those of one moment stay in their order.
    const [first] = kept.store.getState().items;
    kept.change(first!.id, { name: 'first' });
    kept.remove(first!.id);
    expect(names(kept)).toEqual(['2', '3']);
    await settled();
    expect(runs.size).toBe(2);
    kept.bringBack();
    await settled();
    expect(names(kept)).toContain('first');
    expect(runs.get(first!.id)?.name).toBe('first');
    expect(kept.store.getState().removed).toBeNull();
  });

  it('of two tabs are all kept, and each tab shows them', async () => {
    const { runs, storage } = storageHere();
    const [a, b] = channelsHere(2).map((channel) => new KeptRuns(async () => storage, channel));
    await Promise.all([a!.load(), b!.load()]);
    a!.keep(other(1), 'of a');
    b!.keep(other(2), 'of b');
    await settled();
    expect(runs.size).toBe(2);
    expect(names(a!).toSorted()).toEqual(['of a', 'of b']);
    expect(names(b!).toSorted()).toEqual(['of a', 'of b']);
    const { id } = a!.store.getState().items.find(({ name }) => name === 'of a')!;
    b!.remove(id);
    a!.change(id, { name: 'renamed too late' });
    await settled();
    expect(names(a!)).toEqual(['of b']);
    expect(runs.size).toBe(1);
  });

  it('last as long as the page where the browser keeps nothing, and it is said', async () => {
    const refusing = new KeptRuns(() => Promise.reject(new DOMException('no', 'SecurityError')));
    await refusing.load();
    refusing.keep(KEEPSAKE, 'one');
    await settled();
    await refusing.load();
    expect(names(refusing)).toEqual(['one']);
    expect(refusing.store.getState().lasting).toBe(false);
  });

  it('stay in the page when one finds no more room, beside those that are written down', async () => {
    const { runs, storage } = storageHere();
    const put: typeof storage.put = async (run) => {
      if (runs.size > 0) throw new DOMException('full', 'QuotaExceededError');
      await storage.put(run);
    };
    const kept = new KeptRuns(async () => ({ ...storage, put }));
    kept.keep(other(1), 'written');
    kept.keep(other(2), 'not written');
    await settled();
    expect(kept.store.getState().lasting).toBe(false);
    await kept.load();
    expect(names(kept)).toEqual(['written', 'not written']);
    kept.remove(kept.store.getState().items[0]!.id);
    await settled();
    expect(runs.size).toBe(0);
  });

  it('do not lose one that is kept while they are read', async () => {
    const { storage } = storageHere();
    const kept = new KeptRuns(async () => storage);
    const loading = kept.load();
    kept.keep(KEEPSAKE, 'meanwhile');
    await loading;
    expect(names(kept)).toEqual(['meanwhile']);
  });

  it('name what cannot be read, and forget it when asked', async () => {
    const { storage } = storageHere();
    const removed: string[] = [];
    const damaged = [{ id: 'x', name: 'spoilt' }];
    const kept = new KeptRuns(async () => ({
      ...storage,
      all: async () => ({ items: (await storage.all()).items, damaged }),
      remove: async (ids) => void removed.push(...ids),
    }));
    kept.keep(KEEPSAKE, 'whole');
    await kept.load();
    expect(names(kept)).toEqual(['whole']);
    expect(kept.store.getState().damaged).toEqual(damaged);
    kept.clearDamaged();
    await settled();
    expect(removed).toEqual(['x']);
    expect(kept.store.getState().damaged).toEqual([]);
  });
});
