import type { Experiment } from '../core/experiment.ts';
import type { PredictionRequest } from '../core/predictions.ts';
import type { RunEnd, Snapshot } from '../core/run.ts';
import type {
  Answer,
  Calls,
  Frame,
  FromWorker,
  Refusal,
  RunInfo,
  RunState,
  Verb,
} from './messages.ts';

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface ClientOptions {
  spawn(): WorkerLike;
  onFrame(frame: Frame): void;
  /** The worker was replaced; the run goes on from optimizer step `step`. */
  onRestart(step: number, info: RunInfo): void;
  /** The worker could not be replaced; the next `open` or `retry` tries anew. */
  onFailure(): void;
}

/** What a call ends with; a call never throws. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

interface Pending {
  readonly run: number;
  readonly verb: Verb;
  readonly settle: Settle;
  /** False for what a restart asks by itself. */
  readonly byPage: boolean;
  /** Milliseconds for which the page still waits while it is awake. */
  patience: number;
}

type Settle = (result: Result<never> | { ok: true; value: unknown }) => void;

/** A worker that has not answered for so long is taken for dead, in milliseconds. */
const DEADLINE_MS = 10_000;
/** A worker's first answer may wait for a download. */
const FIRST_DEADLINE_MS = 60_000;
/** How often the page looks whether an answer is overdue. */
const TICK_MS = 500;
/**
 * A tick counts at most this long, however late it comes: a page that was
 * frozen, throttled or asleep takes in what its worker said in the meantime
 * before it loses patience.
 */
const LONGEST_TICK_MS = 1000;
/** While training, a snapshot is asked for this often; it is also the sign of life. */
const SNAPSHOT_MS = 2000;
/** Waiting times before the restarts that follow each other without progress; then the client gives up. */
const RESTART_WAITS_MS = [0, 500, 2000];
/** A worker that lived so long was no failed start, though it made no progress. */
const LONG_LIFE_MS = 60_000;

/** What a call makes of the run's state. */
const STATE_AFTER: Partial<Record<Verb, RunState>> = {
  start: 'running',
  step: 'running',
  pause: 'paused',
  reset: 'paused',
};

/** Stands in for a worker that the browser would not even make. */
const NO_WORKER = (): WorkerLike => ({
  postMessage() {},
  terminate() {},
  onmessage: null,
  onmessageerror: null,
  onerror: null,
});

/**
 * The page's end of the protocol: asks, and gets exactly one answer a call;
 * keeps the run's last snapshot, and replaces a worker that is dead or silent.
 */
export class Client {
  private readonly options: ClientOptions;
  /** Null between a worker that was ended and the next one. */
  private worker: WorkerLike | null = null;
  private readonly pending = new Map<number, Pending>();
  private ticker: ReturnType<typeof setInterval> | null = null;
  private lastTick = 0;
  private calls = 0;
  private run = 0;
  private opened: { experiment: Experiment; view: PredictionRequest } | null = null;
  /** The page's calls of `open` that a restart will answer. */
  private waiting: Settle[] = [];
  private snapshot: Snapshot | null = null;
  private playing = false;
  private stepsPerSecond: number | null = null;
  private restarts = 0;
  private restarting: ReturnType<typeof setTimeout> | null = null;
  private launched = 0;
  /** True once the present worker has said anything. */
  private heard = false;
  /** How often the page has gone back to the run's start; a snapshot of before is of no use. */
  private resets = 0;
  private snapshots: ReturnType<typeof setInterval> | null = null;

  constructor(options: ClientOptions) {
    this.options = options;
    this.launch();
  }

  /** Opens a run from its start; whatever ran before is dropped. */
  async open(experiment: Experiment, view: PredictionRequest): Promise<Result<RunInfo>> {
    this.run++;
    this.opened = { experiment, view };
    this.snapshot = null;
    this.setPlaying(false);
    this.answerWaiting({ ok: false, refusal: { reason: 'staleRun' } });
    if (!this.worker) {
      this.restarts = 0;
      this.launch();
    }
    return this.begin({ experiment, snapshot: null, view });
  }

  /** Tries once more after a failure, from the last snapshot. */
  retry(): void {
    if (this.restarting !== null || !this.opened) return;
    this.restarts = 0;
    this.end();
    void this.respawn();
  }

  async start(): Promise<Result<null>> {
    this.setPlaying(true);
    return this.call('start', {});
  }

  async pause() {
    this.setPlaying(false);
    return this.call('pause', {});
  }

  step(args: Calls['step']['args']) {
    this.watch(true);
    return this.call('step', args);
  }

  async reset() {
    this.setPlaying(false);
    this.snapshot = null;
    this.resets++;
    return this.call('reset', {});
  }

  async tune(rate: number) {
    return this.call('tune', { rate });
  }

  /** Tells the client what the run has become a function of, for a restart. */
  rebase(experiment: Experiment): void {
    if (this.opened) this.opened = { ...this.opened, experiment };
  }

  extend(end: RunEnd) {
    return this.call('extend', { end });
  }

  view(view: PredictionRequest) {
    if (this.opened) this.opened = { ...this.opened, view };
    return this.call('view', { view });
  }

  /** How fast training goes at most, in this run and the next ones; `null` is as fast as possible. */
  async pace(stepsPerSecond: number | null): Promise<void> {
    this.stepsPerSecond = stepsPerSecond;
    if (this.opened) await this.call('pace', { stepsPerSecond });
  }

  /** Tells the worker that its last frame is drawn. */
  credit(): void {
    this.worker?.postMessage({ verb: 'credit', run: this.run });
  }

  /** Ends the worker for good. */
  dispose(): void {
    this.setPlaying(false);
    this.opened = null;
    this.end();
    this.drop({ reason: 'staleRun' });
    this.answerWaiting({ ok: false, refusal: { reason: 'staleRun' } });
  }

  /** Opens a run in a worker that may be new and know no pace. */
  private async begin(args: Calls['open']['args'], byPage = true): Promise<Result<RunInfo>> {
    const result = await this.call('open', args, byPage);
    const { stepsPerSecond } = this;
    if (result.ok && stepsPerSecond !== null) void this.call('pace', { stepsPerSecond });
    return result;
  }

  private call<V extends Verb>(
    verb: V,
    args: Calls[V]['args'],
    byPage = true,
  ): Promise<Result<Calls[V]['value']>> {
    const { run, worker } = this;
    if (!worker) {
      const refusal = { reason: 'failed', message: 'There is no worker now.' } as const;
      return Promise.resolve({ ok: false, refusal });
    }
    const call = ++this.calls;
    return new Promise((resolve) => {
      const settle = resolve as Settle;
      const patience = this.heard ? DEADLINE_MS : FIRST_DEADLINE_MS;
      this.pending.set(call, { run, verb, settle, byPage, patience });
      this.tick(true);
      worker.postMessage({ verb, call, run, ...args });
    });
  }

  /** The state that calls without an answer lead to: a frame that arrives before it is older. */
  private commanded(): RunState | undefined {
    const states = [...this.pending.values()].map(({ verb }) => STATE_AFTER[verb]);
    return states.findLast((state) => state !== undefined);
  }

  /** True while a call of this verb has no answer. */
  private awaits(wanted: Verb): boolean {
    return [...this.pending.values()].some(({ verb }) => verb === wanted);
  }

  /** Counts the time that answers are waited for, as long as there are any. */
  private tick(on: boolean): void {
    if (on === (this.ticker !== null)) return;
    if (this.ticker !== null) clearInterval(this.ticker);
    this.lastTick = performance.now();
    this.ticker = on ? setInterval(() => this.losePatience(), TICK_MS) : null;
  }

  private losePatience(): void {
    const now = performance.now();
    const awake = Math.min(now - this.lastTick, LONGEST_TICK_MS);
    this.lastTick = now;
    let overdue = false;
    for (const pending of this.pending.values()) {
      pending.patience -= awake;
      overdue ||= pending.patience <= 0;
    }
    if (overdue) this.restart();
  }

  private launch(): void {
    if (this.restarting !== null) clearTimeout(this.restarting);
    this.restarting = null;
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
      if (worker === this.worker) this.receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (worker === this.worker) this.restart();
    };
    worker.onmessageerror = () => {
      if (worker === this.worker) this.restart();
    };
    this.worker = worker;
  }

  private end(): void {
    if (this.restarting !== null) clearTimeout(this.restarting);
    this.restarting = null;
    this.worker?.terminate();
    this.worker = null;
  }

  private receive(message: FromWorker): void {
    this.heard = true;
    if (message.type === 'answer') this.settle(message);
    else if (message.run === this.run) this.takeFrame(message);
  }

  private settle(answer: Answer): void {
    const pending = this.pending.get(answer.call);
    if (!pending) return;
    this.pending.delete(answer.call);
    if (this.pending.size === 0) this.tick(false);
    if (pending.run !== this.run) pending.settle({ ok: false, refusal: { reason: 'staleRun' } });
    else if (answer.ok) pending.settle({ ok: true, value: answer.value });
    else pending.settle({ ok: false, refusal: answer.refusal });
  }

  private takeFrame(sent: Frame): void {
    if (this.awaits('reset')) {
      // It tells of what is to be forgotten.
      this.credit();
      return;
    }
    const frame = { ...sent, state: this.commanded() ?? sent.state };
    if (frame.state === 'running') this.watch(true);
    else {
      this.setPlaying(false);
      if (frame.step !== (this.snapshot?.now.step ?? 0)) void this.keepSnapshot();
    }
    this.options.onFrame(frame);
  }

  private setPlaying(playing: boolean): void {
    this.playing = playing;
    this.watch(playing);
  }

  /** Asks for snapshots again and again, as long as the run moves. */
  private watch(on: boolean): void {
    if (on === (this.snapshots !== null)) return;
    if (this.snapshots !== null) clearInterval(this.snapshots);
    this.snapshots = on ? setInterval(() => void this.keepSnapshot(), SNAPSHOT_MS) : null;
  }

  private async keepSnapshot(): Promise<void> {
    const { run, resets } = this;
    if (!this.opened) return;
    const result = await this.call('snapshot', {});
    if (!result.ok || run !== this.run || resets !== this.resets) return;
    if (result.value.now.step > (this.snapshot?.now.step ?? 0)) this.restarts = 0;
    this.snapshot = result.value;
  }

  /** Ends the worker and goes on from the last snapshot in another. */
  private restart(): void {
    this.end();
    this.watch(this.playing);
    for (const [call, { verb, run, settle, byPage }] of this.pending) {
      if (verb !== 'open' || run !== this.run || !byPage) continue;
      this.waiting.push(settle);
      this.pending.delete(call);
    }
    this.drop({ reason: 'failed', message: 'The worker was replaced.' });
    if (performance.now() - this.launched > LONG_LIFE_MS) this.restarts = 0;
    const wait = RESTART_WAITS_MS[this.restarts++];
    if (wait === undefined) this.fail();
    else if (wait === 0) void this.respawn();
    else this.restarting = setTimeout(() => void this.respawn(), wait);
  }

  private async respawn(): Promise<void> {
    this.launch();
    if (!this.opened) return;
    const { snapshot, worker } = this;
    const run = ++this.run;
    const result = await this.begin({ ...this.opened, snapshot }, false);
    // Yet another worker, or another run of the page, has taken its place.
    if (worker !== this.worker || run !== this.run) return;
    if (!result.ok) {
      this.fail(result.refusal);
      return;
    }
    if (this.waiting.length > 0) {
      this.answerWaiting(result);
      return;
    }
    this.options.onRestart(snapshot?.now.step ?? 0, result.value);
    if (this.playing) void this.start();
  }

  private fail(refusal: Refusal = { reason: 'failed', message: 'No worker starts.' }): void {
    this.end();
    this.setPlaying(false);
    this.drop(refusal);
    this.answerWaiting({ ok: false, refusal });
    this.options.onFailure();
  }

  private answerWaiting(result: Result<RunInfo>): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const settle of waiting) settle(result as Parameters<Settle>[0]);
  }

  /** Answers every call that is still open. */
  private drop(refusal: Refusal): void {
    this.tick(false);
    for (const { settle } of this.pending.values()) settle({ ok: false, refusal });
    this.pending.clear();
  }
}
