import {
  type Keepsake,
  type KeptRun,
  MOST_KEPT,
  parseKeptRun,
  storedRun,
} from '../core/keptRun.ts';
import { same } from '../core/same.ts';
import { Collection, channel } from './collection.ts';
import { newId } from './newId.ts';

/** What has come of keeping a run; one that is there already is not kept twice. */
export type Kept = { readonly run: KeptRun; readonly how: 'new' | 'already' } | 'full';

/** The first colour that no run has, or the one that the fewest have. */
function freeColour(runs: readonly KeptRun[]): number {
  const uses = Array.from(
    { length: MOST_KEPT },
    (_, colour) => runs.filter((run) => run.colour === colour).length,
  );
  return uses.indexOf(Math.min(...uses));
}

/** True for the same run with the same weights. */
function isSame(a: Keepsake, b: Keepsake): boolean {
  return (
    a.epoch === b.epoch &&
    a.place.step === b.place.step &&
    same(a.place.experiment, b.place.experiment)
  );
}

/** The runs that are kept. */
export class KeptRuns extends Collection<KeptRun> {
  /**
   * @param name what it is called
   * @param before when it was kept, and in which colour, where it was kept elsewhere
   */
  keep(keepsake: Keepsake, name: string, before?: Pick<KeptRun, 'colour' | 'keptAt'>): Kept {
    const { items } = this;
    const there = items.find((run) => isSame(run, keepsake));
    if (there) return { run: there, how: 'already' };
    if (items.length >= MOST_KEPT) return 'full';
    const taken = items.some(({ colour }) => colour === before?.colour);
    const colour = before && !taken ? before.colour : freeColour(items);
    const own = { id: newId(), name, colour, keptAt: before?.keptAt ?? Date.now() };
    const run = { ...keepsake, ...own };
    this.put(run);
    return { run, how: 'new' };
  }

  /** Keeps runs that were kept elsewhere; gives those that there is no room for. */
  bringIn(runs: readonly KeptRun[]): readonly KeptRun[] {
    return runs.filter((run) => this.keep(run, run.name, run) === 'full');
  }
}

/** How kept runs are written down. */
export const RUNS = {
  place: ['mdn-playground', 'runs'],
  write: storedRun,
  parse: parseKeptRun,
} as const;

/** The runs that this page keeps. */
export const keptRuns = new KeptRuns(
  async () => (await import('./collectionStorage.ts')).openStorage(RUNS),
  channel('mdn-playground.runs'),
);
