import type { KeptRun } from '../../src/core/keptRun.ts';
import type { CollectionStorage } from '../../src/store/collectionStorage.ts';

/** A browser's storage of runs, shared by as many tabs as ask for it. */
export function storageHere(runs = new Map<string, KeptRun>()) {
  const storage: CollectionStorage<KeptRun> = {
    all: async () => ({ items: [...runs.values()], damaged: [] }),
    put: async (run) => void runs.set(run.id, run),
    change: async (id, change) => {
      const run = runs.get(id);
      if (run) runs.set(id, { ...run, ...change });
    },
    remove: async (ids) => {
      for (const id of ids) runs.delete(id);
    },
  };
  return { runs, storage };
}

/** What tells two tabs of each other's changes. */
export function channelsHere(count: number) {
  const channels = Array.from({ length: count }, (_, own) => ({
    onmessage: null as ((event: MessageEvent) => void) | null,
    postMessage() {
      channels.forEach((other, i) => {
        if (i !== own) other.onmessage?.({} as MessageEvent);
      });
    },
  }));
  return channels as unknown as Pick<BroadcastChannel, 'postMessage' | 'onmessage'>[];
}
