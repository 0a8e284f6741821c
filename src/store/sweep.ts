import { createStore } from 'zustand/vanilla';
import { roughSeconds } from '../core/cost.ts';
import { type Experiment, stepsPerEpoch } from '../core/experiment.ts';
import { type Keepsake, keepsake } from '../core/keptRun.ts';
import type { Fitted } from '../core/model.ts';
import { type LastingPlace, parametersOf } from '../core/place.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import { type LossSeries, type Snapshot, type TrainerEvent, withNewer } from '../core/run.ts';
import type { RunResult, TrainedRun } from '../core/runResult.ts';
import { experimentKey, type Sweep } from '../core/sweep.ts';
import type { Frame } from '../protocol/messages.ts';
import { Pool, poolSize } from '../protocol/pool.ts';
import type { WorkerLike } from '../protocol/supervisor.ts';
import { RunFeed } from './runFeed.ts';

/** A run of a sweep that has come to its end. */
export interface SweptRun {
  readonly result: RunResult;
  readonly losses: { readonly train: LossSeries; readonly test: LossSeries };
  readonly events: readonly TrainerEvent[];
  /** The network that it made, and where it can be gone on from; null where there was no room. */
  readonly kept: (Omit<TrainedRun, 'result'> & { readonly snapshot: Snapshot | null }) | null;
}

export interface SweepStatus {
  /** What is run, or was run last; null before the first. */
  readonly sweep: Sweep | null;
  readonly state: 'none' | 'running' | 'cancelled' | 'done';
  readonly runs: ReadonlyMap<Experiment, SweptRun>;
  /** Those that could not be brought to their end. */
  readonly failed: readonly Experiment[];
  /** Of the whole work, from 0 to 1. */
  readonly share: number;
  /** Null before anything can be said of it. */
  readonly secondsLeft: number | null;
}

const NONE: SweepStatus = {
  sweep: null,
  state: 'none',
  runs: new Map(),
  failed: [],
  share: 0,
  secondsLeft: null,
};

/** What the networks of a sweep may take, in bytes; of runs beyond it there are only numbers. */
const MOST_BYTES = 64 * 2 ** 20;
/** Arrays as long as the parameters in a run that is kept: a snapshot's two states with moments and best weights. */
const ARRAYS = 9;
/** How often the page is told of progress within runs, in milliseconds. */
const TELL_MS = 200;

/** Starts a worker. */
export type Spawn = () => WorkerLike;

/** A run that is being trained. */
interface Running {
  readonly feed: RunFeed;
  events: readonly TrainerEvent[];
  share: number;
}

/** The page's sweep: one at a time, in workers behind the page's own run. */
export class SweepRunner {
  readonly store = createStore<SweepStatus>(() => NONE);
  private pool: Pool | null = null;
  /** In the order in which they are run. */
  private experiments: readonly Experiment[] = [];
  private readonly running = new Map<number, Running>();
  /** When the sweep was begun, and when progress was told last, in milliseconds. */
  private begun = 0;
  private told = 0;
  /** What the work costs as a whole, what of it is done, and what was when it was begun, in rough seconds. */
  private cost = 0;
  private done = 0;
  private before = 0;
  private bytes = 0;

  private readonly size: number;

  /** @param processors of this machine */
  constructor(processors: number) {
    this.size = poolSize(processors);
  }

  /** How many workers so many runs are given. */
  readonly workersFor = (runs: number): number => Math.min(this.size, runs);

  /**
   * Runs a sweep in place of the one before. What has ended of that and belongs to this one
   * too is not run again, unless nothing else is to be run.
   */
  start({ axes, experiments: asked }: Sweep, spawn: Spawn): void {
    this.pool?.cancel();
    this.running.clear();
    const before = this.store.getState().runs;
    const known = new Map([...before.keys()].map((one) => [experimentKey(one), one]));
    const experiments = asked.map((one) => known.get(experimentKey(one)) ?? one);
    const missing = experiments.filter((one) => !before.has(one));
    const kept = missing.length > 0 ? experiments.filter((one) => before.has(one)) : [];
    const runs = new Map(kept.map((one) => [one, before.get(one)!]));
    this.experiments = bySeed(missing.length > 0 ? missing : experiments);
    this.begun = performance.now();
    this.cost = costOf(experiments);
    this.done = this.before = costOf(kept);
    this.bytes = [...runs].reduce((sum, [one, { kept }]) => sum + (kept ? bytesOf(one) : 0), 0);
    const sweep = { axes, experiments };
    const share = this.done / this.cost;
    this.store.setState({ ...NONE, sweep, runs, share, state: 'running' });
    this.pool = new Pool(this.experiments, this.size, spawn, {
      onFrame: (index, frame) => this.take(index, frame),
      onBack: (index, step) =>
        this.running
          .get(index)
          ?.feed.truncate(Math.floor(step / stepsPerEpoch(this.experiments[index]!))),
      onDone: (index, trained, snapshot) => this.keep(index, trained, snapshot),
      onFailed: (index) => {
        const experiment = this.end(index);
        this.tell(({ failed }) => ({ failed: [...failed, experiment] }));
      },
      onEnd: () => this.store.setState({ state: 'done', share: 1, secondsLeft: null }),
    });
  }

  /** Ends what runs; what has come to its end stays. */
  cancel(): void {
    if (this.store.getState().state !== 'running') return;
    this.pool?.cancel();
    this.running.clear();
    this.store.setState({ state: 'cancelled', secondsLeft: null });
  }

  private take(index: number, frame: Frame): void {
    const run = this.running.get(index) ?? { feed: new RunFeed(), events: [], share: 0 };
    this.running.set(index, run);
    for (const event of frame.events) {
      if (event.kind === 'recovered') run.feed.truncate(event.backToEpoch);
    }
    run.feed.take(frame);
    run.events = withNewer(run.events, frame.events);
    run.share = frame.epoch / frame.epochs;
    if (performance.now() - this.told > TELL_MS) this.tell(() => ({}));
  }

  private keep(index: number, { result, ...network }: TrainedRun, snapshot: Snapshot | null): void {
    const { feed, events } = this.running.get(index)!;
    const experiment = this.end(index);
    this.bytes += bytesOf(experiment);
    const kept = this.bytes <= MOST_BYTES ? { ...network, snapshot } : null;
    // A worker's answer holds a copy of the experiment, which is known by its very object.
    const own = { ...result, experiment };
    const run = { result: own, losses: feed.copyOfLosses(), events, kept };
    this.tell(({ runs }) => ({ runs: new Map(runs).set(experiment, run) }));
  }

  /** A run has ended, in whatever way. */
  private end(index: number): Experiment {
    const experiment = this.experiments[index]!;
    this.running.delete(index);
    this.done += costOf([experiment]);
    return experiment;
  }

  /** Tells what is new, and how far everything is. */
  private tell(news: (before: SweepStatus) => Partial<SweepStatus>): void {
    this.told = performance.now();
    let done = this.done;
    for (const [index, { share }] of this.running) {
      done += share * costOf([this.experiments[index]!]);
    }
    const share = done / this.cost;
    const seconds = (this.told - this.begun) / 1000;
    const worked = done - this.before;
    const secondsLeft = worked > 0 ? (seconds * (this.cost - done)) / worked : null;
    this.store.setState((before) => ({ ...news(before), share, secondsLeft }));
  }
}

/** What is kept of a run with its weights, in bytes. */
function bytesOf(experiment: Experiment): number {
  return ARRAYS * Float32Array.BYTES_PER_ELEMENT * parametersOf(experiment);
}

/** Of how many runs of a sweep the weights are kept. */
export function fitting(experiments: readonly Experiment[]): number {
  let bytes = 0;
  let count = 0;
  for (const experiment of bySeed(experiments)) {
    bytes += bytesOf(experiment);
    if (bytes > MOST_BYTES) break;
    count++;
  }
  return count;
}

const costOf = (experiments: readonly Experiment[]) =>
  experiments.reduce((sum, experiment) => sum + roughSeconds(experiment, experiment.engine), 0);

/** Each value has its first seed before any has its second: what is there so far can be compared. */
function bySeed(experiments: readonly Experiment[]): readonly Experiment[] {
  const seeds = [...new Set(experiments.map(({ seed }) => seed))];
  return experiments.toSorted((a, b) => seeds.indexOf(a.seed) - seeds.indexOf(b.seed));
}

/** The network of a run, where it was kept. */
export function sweptNetwork({ result, kept }: SweptRun): Fitted | null {
  return kept && { task: rememberedTask(result.experiment), ...kept };
}

/** Where a run ended, for the lab to go there; one that was not kept is trained again. */
export function sweptPlace({ result, losses, events, kept }: SweptRun): LastingPlace {
  const { experiment, steps, seconds } = result;
  const snapshot = kept?.snapshot ?? null;
  return {
    experiment,
    step: steps,
    running: false,
    seconds,
    losses,
    events,
    colours: null,
    snapshot,
  };
}

/** A run as it is set aside; null where its weights were not kept. */
export function sweptKeepsake(run: SweptRun): Keepsake | null {
  const fitted = sweptNetwork(run);
  return fitted && run.kept && keepsake(sweptPlace(run), fitted, run.kept.epoch);
}
