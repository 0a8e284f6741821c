import type { Spawn } from './spawn.ts';

type WorkerLike = ReturnType<Spawn>;

/** What matters here of a message to the worker. */
interface Call {
  readonly verb: string;
  readonly call?: number;
  readonly run: number;
  readonly experiment?: unknown;
  readonly snapshot?: unknown;
  readonly view?: unknown;
  readonly end?: object;
}

/** What matters here of a message from it. */
interface Message {
  readonly type: string;
  readonly call?: number;
  readonly ok?: boolean;
  readonly value?: unknown;
  readonly state?: string;
}

/** Calls of our own; the page counts its calls upwards from 1. */
const SNAPSHOT = -1;
const REOPEN = -2;

/**
 * A worker that can be put to sleep while its figure is far out of sight: its
 * run is kept as a snapshot and the real worker is ended. The next call, or
 * `wake`, starts another one that goes on where the first stopped; whoever talks
 * to it does not notice.
 */
export class NappingWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  private readonly spawn: Spawn;
  private worker: WorkerLike | null = null;
  private opened: Call | null = null;
  private answered = false;
  private running = false;
  private wanted = false;
  /** The page's calls that have no answer yet. */
  private open = 0;
  private ended = false;
  /** A rate changed while training is part of the run; such a run stays awake. */
  private tuned = false;

  constructor(spawn: Spawn) {
    this.spawn = spawn;
    this.worker = this.start();
  }

  get asleep(): boolean {
    return this.worker === null;
  }

  /** Ends the real worker as soon as the run rests and is written down. */
  nap(): void {
    this.wanted = true;
    this.tryNap();
  }

  private tryNap(): void {
    const rests = this.answered && !this.running && !this.tuned && this.open === 0;
    if (!this.wanted || !rests || !this.worker || !this.opened) return;
    this.worker.postMessage({ verb: 'snapshot', call: SNAPSHOT, run: this.opened.run });
  }

  wake(): void {
    this.wanted = false;
    this.revive();
  }

  private revive(): void {
    if (this.worker || this.ended || !this.opened) return;
    this.worker = this.start();
    this.worker.postMessage({ ...this.opened, call: REOPEN });
  }

  postMessage(message: unknown): void {
    const call = message as Call;
    // A credit is no reason to wake up.
    if (!this.worker && call.verb === 'credit') return;
    this.note(call);
    if (!this.worker && call.verb === 'open') this.worker = this.start();
    else this.revive();
    this.worker?.postMessage(message);
  }

  terminate(): void {
    this.ended = true;
    this.worker?.terminate();
    this.worker = null;
  }

  /** Remembers what a later worker must be told. */
  private note(call: Call): void {
    if (call.verb !== 'credit') this.open++;
    // Whoever trains is not to be put to sleep.
    if (call.verb === 'start' || call.verb === 'step') this.wanted = false;
    if (call.verb === 'open') {
      this.opened = call;
      this.open = 1;
      this.running = false;
      this.answered = false;
      this.tuned = false;
    } else if (!this.opened) return;
    else if (call.verb === 'view') this.opened = { ...this.opened, view: call.view };
    else if (call.verb === 'tune') this.tuned = true;
    else if (call.verb === 'start' || call.verb === 'step') this.running = true;
    else if (call.verb === 'extend') {
      const experiment = this.opened.experiment as { training: object };
      const training = { ...experiment.training, ...call.end };
      this.opened = { ...this.opened, experiment: { ...experiment, training } };
    }
  }

  private start(): WorkerLike {
    const worker = this.spawn();
    worker.onmessage = (event) => {
      if (worker !== this.worker) return;
      const message = event.data as Message;
      if (message.call === SNAPSHOT) this.sleep(message);
      else if (message.call === REOPEN) this.reopened(message);
      else this.pass(event, message);
    };
    worker.onerror = (event) => worker === this.worker && this.onerror?.(event);
    worker.onmessageerror = (event) => worker === this.worker && this.onmessageerror?.(event);
    return worker;
  }

  /** A worker that cannot go on from the snapshot is as good as dead. */
  private reopened({ ok }: Message): void {
    if (!ok) this.onerror?.({} as ErrorEvent);
  }

  private pass(event: MessageEvent, message: Message): void {
    if (message.type === 'frame') this.running = message.state === 'running';
    else this.open = Math.max(0, this.open - 1);
    if (message.call === this.opened?.call) this.answered = message.ok === true;
    this.onmessage?.(event);
    this.tryNap();
  }

  private sleep(message: Message): void {
    if (!this.wanted || !message.ok || !this.opened || this.running || this.open > 0) return;
    this.wanted = false;
    this.opened = { ...this.opened, snapshot: message.value };
    this.worker?.terminate();
    this.worker = null;
  }
}
