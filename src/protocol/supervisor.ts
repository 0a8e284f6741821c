import type { FromWorker } from './messages.ts';

/** What the page needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Options {
  spawn(): WorkerLike;
  onMessage(message: FromWorker): void;
  /** The worker has failed, or the browser would not even make one. */
  onDeath(): void;
}

/** A worker that has not answered for so long is taken for dead, in milliseconds. */
const DEADLINE_MS = 10_000;
/** A worker's first answer may wait for a download. */
const FIRST_DEADLINE_MS = 60_000;
/** Waiting times before the restarts that follow each other without progress; then it is given up. */
const RESTART_WAITS_MS = [0, 500, 2000];
/** A worker that lived so long was no failed start, though it made no progress. */
const LONG_LIFE_MS = 60_000;

/** Stands in for a worker that the browser would not even make. */
const NO_WORKER = (): WorkerLike => ({
  postMessage() {},
  terminate() {},
  onmessage: null,
  onmessageerror: null,
  onerror: null,
});

/** Holds one worker at a time, and knows how often and when another may take its place. */
export class Supervisor {
  /** Null between a worker that was ended and the next one. */
  worker: WorkerLike | null = null;
  private readonly options: Options;
  private launched = 0;
  /** True once the present worker has said anything. */
  private heard = false;
  private restarts = 0;
  private waiting: ReturnType<typeof setTimeout> | null = null;

  constructor(options: Options) {
    this.options = options;
  }

  /** How long an answer may take now, in milliseconds. */
  get patience(): number {
    return this.heard ? DEADLINE_MS : FIRST_DEADLINE_MS;
  }

  /** True while the next worker is still to come. */
  get isWaiting(): boolean {
    return this.waiting !== null;
  }

  /** Starts a worker where there is none, and listens to it until it is ended. */
  launch(): void {
    this.stopWaiting();
    this.launched = performance.now();
    this.heard = false;
    let worker: WorkerLike;
    try {
      worker = this.options.spawn();
    } catch {
      worker = NO_WORKER();
      setTimeout(() => worker.onerror?.({} as ErrorEvent));
    }
    worker.onmessage = ({ data }) => {
      this.heard = true;
      this.options.onMessage(data);
    };
    worker.onmessageerror = () => this.options.onDeath();
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.options.onDeath();
    };
    this.worker = worker;
  }

  /** Ends the worker; nothing more is heard of it. */
  end(): void {
    this.stopWaiting();
    const { worker } = this;
    if (!worker) return;
    worker.onmessage = null;
    worker.onmessageerror = null;
    worker.onerror = null;
    worker.terminate();
    this.worker = null;
  }

  /**
   * Ends the worker and has another started, after a while if many have died.
   *
   * @returns false if too many have died without progress
   */
  replace(start: () => void): boolean {
    this.end();
    if (performance.now() - this.launched > LONG_LIFE_MS) this.restarts = 0;
    const wait = RESTART_WAITS_MS[this.restarts++];
    if (wait === 0) start();
    else if (wait !== undefined) this.waiting = setTimeout(start, wait);
    return wait !== undefined;
  }

  /** The run has come further, or the user tries anew: what died before does not count. */
  forgive(): void {
    this.restarts = 0;
  }

  private stopWaiting(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = null;
  }
}
