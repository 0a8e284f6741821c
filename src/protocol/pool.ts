import type { Experiment } from '../core/experiment.ts';
import type { PredictionRequest } from '../core/predictions.ts';
import type { Snapshot } from '../core/run.ts';
import type { TrainedRun } from '../core/runResult.ts';
import { UNCHANGED } from '../core/temperature.ts';
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
  temperature: UNCHANGED,
  density: null,
  scores: false,
  calibration: false,
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
  private attempts = 0;
  /** Number of the attempt at hand; what is told of an older one is void. */
  private turn = 0;
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
      onFailure: () => this.failed(),
    });
  }

  next(): void {
    this.job = this.pool.take();
    this.attempts = 0;
    if (this.job) void this.open(this.job);
    else this.leave();
  }

  dispose(): void {
    this.job = null;
    this.turn++;
    this.client.dispose();
  }

  private leave(): void {
    this.dispose();
    this.pool.left(this);
  }

  private async open([, experiment]: Job): Promise<void> {
    this.attempts++;
    this.ending = false;
    const turn = ++this.turn;
    const opened = await this.client.open(experiment, UNSEEN, { snapshot: null, train: true });
    if (turn !== this.turn) return;
    if (opened.ok) this.works = true;
    else this.failed();
  }

  private take(frame: Frame): void {
    const { job } = this;
    this.client.credit();
    if (!job) return;
    this.pool.listener.onFrame(job[0], frame);
    const over = frame.state === 'finished' || frame.state === 'diverged';
    if (over && !this.ending) void this.end(job);
  }

  private async end([index]: Job): Promise<void> {
    this.ending = true;
    const { turn } = this;
    const result = await this.client.result();
    if (turn !== this.turn) return;
    if (!result.ok) return this.failed();
    this.pool.listener.onDone(index, result.value, this.client.lastSnapshot);
    this.next();
  }

  /** Tries once more from the start, then goes on to the next. */
  private failed(): void {
    if (!this.job) return;
    if (this.works && this.attempts === 1) {
      void this.open(this.job);
      return;
    }
    this.pool.listener.onFailed(this.job[0]);
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
