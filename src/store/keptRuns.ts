import { createStore } from 'zustand/vanilla';
import { type Keepsake, type KeptRun, MOST_KEPT } from '../core/keptRun.ts';
import { same } from '../core/same.ts';
import type { DamagedRun, RunStorage } from './runStorage.ts';

export interface KeptRunsState {
  /** The oldest first. */
  readonly runs: readonly KeptRun[];
  /** False once the browser has refused to keep them: they last as long as the page. */
  readonly lasting: boolean;
  /** What was kept and cannot be read. */
  readonly damaged: readonly DamagedRun[];
  /** The run that was removed last, to be brought back. */
  readonly removed: KeptRun | null;
}

/** What has come of keeping a run; one that is there already is not kept twice. */
export type Kept = { readonly run: KeptRun; readonly how: 'new' | 'already' } | 'full';

const inOrder = (runs: readonly KeptRun[]) => runs.toSorted((a, b) => a.keptAt - b.keptAt);

/** The first colour that no run has, or the one that the fewest have. */
function freeColour(runs: readonly KeptRun[]): number {
  const uses = Array.from(
    { length: MOST_KEPT },
    (_, colour) => runs.filter((run) => run.colour === colour).length,
  );
  return uses.indexOf(Math.min(...uses));
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join('');
}

/** True for the same run with the same weights. */
function isSame(a: Keepsake, b: Keepsake): boolean {
  return (
    a.epoch === b.epoch &&
    a.place.step === b.place.step &&
    same(a.place.experiment, b.place.experiment)
  );
}

/**
 * The runs that are kept, the same in every tab: each change is written down by
 * itself, and the other tabs are told.
 */
export class KeptRuns {
  readonly store = createStore<KeptRunsState>(() => ({
    runs: [],
    lasting: true,
    damaged: [],
    removed: null,
  }));
  private readonly open: () => Promise<RunStorage>;
  private readonly channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'> | null;
  private storage: RunStorage | null = null;
  /** What is done with the storage, one after the other. */
  private queue: Promise<unknown> = Promise.resolve();
  /** How often this page has changed its runs. */
  private changes = 0;
  /** Ids of those runs that only this page has. */
  private readonly unwritten = new Set<string>();

  /**
   * @param open where they are written down; asked for once
   * @param channel tells the other tabs
   */
  constructor(
    open: () => Promise<RunStorage>,
    channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'> | null = null,
  ) {
    this.open = open;
    this.channel = channel;
    if (channel) channel.onmessage = () => void this.load();
  }

  /** Reads what is kept; runs that only this page has stay. */
  async load(): Promise<void> {
    const { changes } = this;
    const found = await this.stored((storage) => storage.all());
    if (!found) return;
    // It was read before the newest change was written.
    if (changes !== this.changes) return this.load();
    this.store.setState(({ runs }) => ({
      runs: inOrder([...found.runs, ...runs.filter(({ id }) => this.unwritten.has(id))]),
      damaged: found.damaged,
    }));
  }

  /**
   * @param name what it is called
   * @param before when it was kept, and in which colour, where it was kept elsewhere
   */
  keep(keepsake: Keepsake, name: string, before?: Pick<KeptRun, 'colour' | 'keptAt'>): Kept {
    const { runs } = this.store.getState();
    const there = runs.find((run) => isSame(run, keepsake));
    if (there) return { run: there, how: 'already' };
    if (runs.length >= MOST_KEPT) return 'full';
    const taken = runs.some(({ colour }) => colour === before?.colour);
    const colour = before && !taken ? before.colour : freeColour(runs);
    const own = { id: newId(), name, colour, keptAt: before?.keptAt ?? Date.now() };
    const run = { ...keepsake, ...own };
    this.put(run);
    return { run, how: 'new' };
  }

  /** Keeps runs that were kept elsewhere; gives those that there is no room for. */
  bringIn(runs: readonly KeptRun[]): readonly KeptRun[] {
    return runs.filter((run) => this.keep(run, run.name, run) === 'full');
  }

  change(id: string, change: Partial<Pick<KeptRun, 'name' | 'scores'>>): void {
    this.store.setState(({ runs }) => ({
      runs: runs.map((run) => (run.id === id ? { ...run, ...change } : run)),
    }));
    void this.write((storage) => storage.change(id, change));
  }

  remove(id: string): void {
    const { runs } = this.store.getState();
    const removed = runs.find((run) => run.id === id);
    if (!removed) return;
    this.store.setState({ runs: runs.filter((run) => run !== removed), removed });
    void this.write((storage) => storage.remove([id]));
  }

  /** Brings the run back that was removed last. */
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

  private put(run: KeptRun): void {
    this.store.setState(({ runs }) => ({ runs: inOrder([...runs, run]), removed: null }));
    this.unwritten.add(run.id);
    void this.write(async (storage) => {
      await storage.put(run);
      this.unwritten.delete(run.id);
    });
  }

  private async write(change: (storage: RunStorage) => Promise<void>): Promise<void> {
    this.changes++;
    await this.stored(change);
    this.channel?.postMessage(null);
  }

  /** Null where the browser refuses. */
  private stored<T>(use: (storage: RunStorage) => Promise<T>): Promise<T | null> {
    const result = this.queue.then(async () => {
      try {
        this.storage ??= await this.open();
        return await use(this.storage);
      } catch {
        this.store.setState({ lasting: false });
        return null;
      }
    });
    this.queue = result;
    return result;
  }
}

const CHANNEL = 'mdn-playground.runs';

/** The runs that this page keeps. */
export const keptRuns = new KeptRuns(
  async () => (await import('./runStorage.ts')).openRunStorage(),
  'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null,
);
