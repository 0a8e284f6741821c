import { IDBFactory } from 'fake-indexeddb';
import { createStore, set } from 'idb-keyval';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { type KeptRun, storedRun } from '../../src/core/keptRun.ts';
import { openStorage } from '../../src/store/collectionStorage.ts';
import { RUNS } from '../../src/store/keptRuns.ts';
import { keepsakeHere } from '../helpers/keepsakes.ts';

const run = (id: string): KeptRun => ({
  ...keepsakeHere(articleExperiment('inverted', 'mdn')),
  id,
  name: `run ${id}`,
  colour: 1,
  keptAt: 5,
});

/** Writes into the browser's storage whatever may have got there. */
const write = (id: string, value: unknown) => set(id, value, createStore('mdn-playground', 'runs'));

describe('kept runs in the browser’s storage', () => {
  beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));

  it('are read as they were written, in another page too', async () => {
    await openStorage(RUNS).put(run('a'));
    await openStorage(RUNS).put(run('b'));
    expect((await openStorage(RUNS).all()).items).toEqual([run('a'), run('b')]);
  });

  it('are changed where they are still there, and stay away where they were removed', async () => {
    const [one, other] = [openStorage(RUNS), openStorage(RUNS)];
    await one.put(run('a'));
    await one.put(run('b'));
    await other.remove(['a']);
    await one.change('a', { name: 'too late' });
    await other.change('b', { name: 'renamed' });
    expect((await one.all()).items).toEqual([{ ...run('b'), name: 'renamed' }]);
  });

  it('that are damaged are named, and the others are there', async () => {
    const storage = openStorage(RUNS);
    await storage.put(run('whole'));
    await write('spoilt', { ...(storedRun(run('spoilt')) as object), parameters: null });
    await write('newer', { ...(storedRun(run('newer')) as object), version: 2 });
    await write('else', 3);
    const { items: runs, damaged } = await storage.all();
    expect(runs).toEqual([run('whole')]);
    expect(damaged).toEqual([
      { id: 'else', name: null },
      { id: 'newer', name: 'run newer' },
      { id: 'spoilt', name: 'run spoilt' },
    ]);
    await storage.remove(damaged.map(({ id }) => id));
    expect((await storage.all()).damaged).toEqual([]);
  });

  it('are refused where there is none', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await expect((async () => openStorage(RUNS).all())()).rejects.toThrow();
  });
});
