import { createStore, delMany, entries, promisifyRequest, set } from 'idb-keyval';
import { type KeptRun, nameIn, parseKeptRun, storedRun } from '../core/keptRun.ts';

/** Where kept runs outlast the page. Every call fails where the browser keeps nothing. */
export interface RunStorage {
  /** Every run that can be read, and what there is of the others. */
  all(): Promise<{ readonly runs: readonly KeptRun[]; readonly damaged: readonly DamagedRun[] }>;
  put(run: KeptRun): Promise<void>;
  /** Changes a run as it is kept by now; one that was removed stays so. */
  change(id: string, change: Partial<KeptRun>): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

/** A run that was kept and cannot be read. */
export interface DamagedRun {
  readonly id: string;
  /** What it was called, as far as that can be read. */
  readonly name: string | null;
}

/** An entry a run, so that what two tabs keep is all there. */
export function openRunStorage(): RunStorage {
  const store = createStore('mdn-playground', 'runs');
  return {
    async all() {
      const runs: KeptRun[] = [];
      const damaged: DamagedRun[] = [];
      for (const [key, value] of await entries(store)) {
        const run = parseKeptRun(value);
        if (run?.id === key) runs.push(run);
        else damaged.push({ id: String(key), name: nameIn(value) });
      }
      return { runs, damaged };
    },
    put: (run) => set(run.id, storedRun(run), store),
    change: (id, change) =>
      store('readwrite', async (runs) => {
        const run: object | undefined = await promisifyRequest(runs.get(id));
        if (run) await promisifyRequest(runs.put({ ...run, ...change }, id));
      }),
    remove: (ids) => delMany([...ids], store),
  };
}
