import type { Experiment } from '../core/experiment.ts';
import type { PredictionRequest } from '../core/predictions.ts';
import type { Snapshot } from '../core/run.ts';
import type { TrainedRun } from '../core/runResult.ts';
import { Client } from './client.ts';
import type { Frame } from './messages.ts';
import type { WorkerLike } from './supervisor.ts';

/** What a pool tells of its runs, each named by its place in the list. */
export interface PoolListener {
  /** A run has begun, gone on or come to its end. */
  onFrame(index: number, frame: Frame): void;
  /** A run goes on from optimizer step `step` in another worker. */
  onBack(index: number, step: number): void;
  onDone(index: number, trained: TrainedRun, snapshot: Snapshot | null): void;
  /** A run could not be brought to its end, the second time neither. */
  onFailed(index: number): void;
  /** Every run is done or has failed. */
  onEnd(): void;
}

/** As little as can be asked for of a run that nobody looks at. */
const UNSEEN: PredictionRequest = {
  columns: 2,
  range: [0, 1],
  samplesPerPoint: 0,
  density: null,
  scores: false,
};

/** The most workers that are of use to a page. */
const MOST_WORKERS = 8;

/** How many workers train behind the page: one fewer than there are processors, for the page's own run. */
export function poolSize(processors: number): number {
  return Math.min(MOST_WORKERS, Math.max(1, processors - 1));
}

type Job = readonly [index: number, experiment: Experiment];

/** A worker that trains one run after the other; where it dies another goes on. */
class Seat {
  private readonly client: Client;
  private readonly pool: Pool;
  private job: Job | null = null;
  private attempt = 1;
  /** True while the run's result is waited for. */
  private ending = false;
  /** True once a worker has opened a run. */
  private works = false;

  constructor(pool: Pool, spawn: () => WorkerLike) {
    this.pool = pool;
    this.client = new Client({
      spawn,
      onState: () => {},
      onFrame: (frame) => this.take(frame),
      onBack: (step) => this.job && pool.listener.onBack(this.job[0], step),
      onFailure: () => this.job && this.failed(this.job),
    });
  }

  next(): void {
    this.job = this.pool.take();
    this.attempt = 1;
    if (this.job) void this.open(this.job);
    else this.leave();
  }

  leave(): void {
    this.job = null;
    this.client.dispose();
    this.pool.left(this);
  }

  dispose(): void {
    this.job = null;
    this.client.dispose();
  }

  private async open(job: Job): Promise<void> {
    this.ending = false;
    const opened = await this.client.open(job[1], UNSEEN, { snapshot: null, train: true });
    if (opened.ok) this.works = true;
    else if (opened.refusal.reason !== 'staleRun') this.failed(job);
  }

  private take(frame: Frame): void {
    const { job } = this;
    this.client.credit();
    if (!job) return;
    this.pool.listener.onFrame(job[0], frame);
    if (frame.state === 'finished' || frame.state === 'diverged') void this.end(job);
  }

  private async end(job: Job): Promise<void> {
    if (this.ending) return;
    this.ending = true;
    const result = await this.client.result();
    if (job !== this.job) return;
    if (!result.ok) return this.failed(job);
    this.pool.listener.onDone(job[0], result.value, this.client.lastSnapshot);
    this.next();
  }

  /** Tries once more from the start, then goes on to the next. */
  private failed(job: Job): void {
    if (job !== this.job) return;
    if (this.works && this.attempt++ === 1) {
      void this.open(job);
      return;
    }
    this.pool.listener.onFailed(job[0]);
    // Where no worker starts, the next one would not either.
    if (this.works) this.next();
    else this.leave();
  }
}

/**
 * Trains experiments to their ends in several workers at once, at full speed and
 * unseen. What comes of each is what a worker of its own would make of it.
 */
export class Pool {
  readonly listener: PoolListener;
  private readonly queue: Iterator<Job, undefined>;
  private seats: readonly Seat[];

  /** @param size how many workers; see `poolSize` */
  constructor(
    experiments: readonly Experiment[],
    size: number,
    spawn: () => WorkerLike,
    listener: PoolListener,
  ) {
    this.listener = listener;
    this.queue = experiments.entries();
    const count = Math.min(size, experiments.length);
    this.seats = Array.from({ length: count }, () => new Seat(this, spawn));
    for (const seat of this.seats) seat.next();
  }

  /** Ends every worker; nothing more is told. */
  cancel(): void {
    for (const seat of this.seats) seat.dispose();
    this.seats = [];
  }

  /** The next experiment that nobody has taken. */
  take(): Job | null {
    return this.queue.next().value ?? null;
  }

  /** A seat has nothing more to do, or cannot do anything. */
  left(seat: Seat): void {
    this.seats = this.seats.filter((other) => other !== seat);
    if (this.seats.length > 0) return;
    for (let job = this.take(); job; job = this.take()) this.listener.onFailed(job[0]);
    this.listener.onEnd();
  }
}
