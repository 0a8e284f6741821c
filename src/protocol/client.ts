import { ownSet } from '../core/datasets/own.ts';
import type { Experiment, TrainingSettings } from '../core/experiment.ts';
import type { PredictionRequest } from '../core/predictions.ts';
import type { RunEnd, Snapshot } from '../core/run.ts';
import { withRate } from '../core/schedule.ts';
import { PendingCalls, type Result } from './calls.ts';
import type {
  Calls,
  Frame,
  FromWorker,
  Refusal,
  RunInfo,
  RunState,
  Sight,
  Stretch,
  Verb,
} from './messages.ts';
import { Supervisor, type WorkerLike } from './supervisor.ts';

export interface ClientOptions {
  spawn(): WorkerLike;
  /** The run's state has changed, and no frame tells so. */
  onState(state: RunState): void;
  onFrame(frame: Frame): void;
  /** The run goes on from optimizer step `step` in another worker. */
  onBack(step: number, info: RunInfo, after: Absence): void;
  /** The worker could not be replaced; the next `open` or `retry` tries anew. */
  onFailure(): void;
}

/** Where a run is opened. */
interface Start {
  /** Null for the seed. */
  readonly snapshot: Snapshot | null;
  /** Whether it trains; unless told, if the run before was to. */
  readonly train?: boolean | undefined;
  /** Whether it is trained at once, whatever was before, and shown once there is something to show. */
  readonly atOnce?: boolean;
}

/** Why another worker goes on with a run: the one before died, or was not needed for a while. */
export type Absence = 'death' | 'rest';

/** While training, a snapshot is asked for this often, in milliseconds; it is also the sign of life. */
const SNAPSHOT_MS = 2000;

/** Calls that decide whether a run trains: a frame that comes before their answer does not know yet. */
const COMMANDS = ['open', 'start', 'step', 'pause'] as const;

/** What the user wants of the run: to train on, for so long, up to an optimizer step, or not at all. */
type Wanted = 'training' | Stretch | { readonly until: number } | 'pause';

/** The run of the page, and how it was asked for. */
interface Opened {
  readonly experiment: Experiment;
  readonly view: PredictionRequest;
  /** True for a run that is trained at once and shown once there is something to show. */
  readonly atOnce: boolean;
}

/**
 * The page's end of the protocol. It alone decides whether the run is to train;
 * the worker executes, and tells when a run or a stretch has come to its end.
 * Every call gets exactly one answer. The run's last snapshot is kept: another
 * worker goes on from it when one dies, falls silent, or was given up in a rest.
 */
export class Client {
  private readonly options: ClientOptions;
  private readonly calls = new PendingCalls(() => this.replace());
  private readonly supervisor: Supervisor;
  private run = 0;
  private opened: Opened | null = null;
  /** Settles the page's `open`, which a worker that follows may have to answer. */
  private opening: ((result: Result<RunInfo>) => void) | null = null;
  private wanted: Wanted = 'pause';
  /** What the page is told: what is wanted, or that the run has ended. */
  private state: RunState = 'paused';
  /** True from a start on until a frame has shown the run at rest. */
  private moving = false;
  private stepsPerSecond: number | null = null;
  private snapshot: Snapshot | null = null;
  /** How often the page has gone back to the run's start; a snapshot of before is of no use. */
  private resets = 0;
  private snapshots: ReturnType<typeof setInterval> | null = null;
  /** A tired client gives its worker up as soon as it may. */
  private sleep: 'awake' | 'tired' | 'asleep' = 'awake';
  private fallingAsleep = false;

  constructor(options: ClientOptions) {
    this.options = options;
    this.supervisor = new Supervisor({
      spawn: options.spawn,
      onMessage: (message) => this.receive(message),
      onDeath: () => this.replace(),
    });
  }

  /** What the run is a function of; null before the first. */
  get experiment(): Experiment | null {
    return this.opened?.experiment ?? null;
  }

  /** True while `open` has no result. */
  get isOpening(): boolean {
    return this.opening !== null;
  }

  /**
   * Opens a run in place of the present one, and trains it if that was to train.
   *
   * @param start where it goes on, and how; from the seed unless told
   */
  open(
    experiment: Experiment,
    view: PredictionRequest,
    { snapshot, train, atOnce = false }: Start = { snapshot: null },
  ): Promise<Result<RunInfo>> {
    // A snapshot that was asked for is still of the run before.
    this.refuse({ reason: 'staleRun' }, 'snapshot');
    this.opened = { experiment, view, atOnce };
    this.snapshot = snapshot;
    this.want(atOnce ? 'training' : this.wantedOfNext(train));
    if (!this.supervisor.worker) {
      this.supervisor.forgive();
      this.launch();
    }
    return new Promise((resolve) => {
      this.opening = resolve;
      void this.begin('death');
    });
  }

  /** Tries once more after a failure, from the last snapshot, unless that is under way. */
  retry(): void {
    if (this.supervisor.worker || this.supervisor.isWaiting || !this.opened) return;
    this.supervisor.forgive();
    this.respawn('death');
  }

  /** Trains on; a run that is not open yet, as soon as it is. */
  async start(): Promise<void> {
    if (this.state === 'paused') await this.command('training');
  }

  /** Trains for a stretch, and pauses. */
  async step(stretch: Stretch): Promise<void> {
    if (this.state === 'paused' || this.state === 'running') await this.command(stretch);
  }

  pause() {
    if (this.state === 'running') this.want('pause');
    return this.call('pause', {});
  }

  /** Back to the initial parameters. */
  reset() {
    this.want('pause');
    this.snapshot = null;
    this.resets++;
    return this.call('reset', {});
  }

  /** Changes the learning rate; gives the experiment that the run is a function of from then on. */
  async tune(rate: number): Promise<Result<Experiment>> {
    const result = await this.call('tune', { rate });
    if (!result.ok) return result;
    const { step } = result.value;
    return { ok: true, value: this.rewrite((training) => withRate(training, step, rate)) };
  }

  /** Makes the run end elsewhere; one that had come to its end goes on. */
  async extend(end: RunEnd): Promise<void> {
    this.rewrite((training) => ({ ...training, ...end }));
    const extended = this.call('extend', { end });
    if (this.state === 'finished') await this.command('training');
    await extended;
  }

  /** The run as it is now, or as it was known last; null where nothing is known of it. */
  async mark(): Promise<Snapshot | null> {
    const { snapshot } = this;
    if (this.sleep === 'asleep') return snapshot;
    const result = await this.call('snapshot', {});
    return result.ok ? result.value : snapshot;
  }

  /** The run as it was known last. */
  get lastSnapshot(): Snapshot | null {
    return this.snapshot;
  }

  /** What the run has come to where it stands. */
  result() {
    return this.call('result', {});
  }

  view(view: PredictionRequest) {
    if (this.opened) this.opened = { ...this.opened, view };
    return this.call('view', { view });
  }

  /** Shows other weights of the run, until another run is opened or this one begins anew. */
  look(at: Sight) {
    return this.call('look', { at });
  }

  /** How fast training goes at most, in this run and the next ones; `null` is as fast as possible. */
  async pace(stepsPerSecond: number | null): Promise<void> {
    this.stepsPerSecond = stepsPerSecond;
    if (this.opened) await this.call('pace', { stepsPerSecond });
  }

  /** Tells the worker that its last frame is drawn. */
  credit(): void {
    this.supervisor.worker?.postMessage({ verb: 'credit', run: this.run });
  }

  /**
   * Gives the worker up as soon as the run rests and is written down. `wake`, or
   * the next call, brings the run back in another worker, where it was.
   */
  rest(): void {
    if (this.sleep === 'awake') this.sleep = 'tired';
    void this.fallAsleep();
  }

  wake(): void {
    if (this.sleep === 'asleep') this.respawn('rest');
    else this.sleep = 'awake';
  }

  /** Ends the worker for good. */
  dispose(): void {
    this.supervisor.end();
    this.opened = null;
    this.wanted = 'pause';
    this.sleep = 'awake';
    this.watch(false);
    this.refuse({ reason: 'staleRun' });
  }

  /** What is wanted of the run that is opened next: a stretch that has not begun is still to come. */
  private wantedOfNext(train = this.wanted !== 'pause'): Wanted {
    if (!train) return 'pause';
    return typeof this.wanted === 'object' && 'unit' in this.wanted ? this.wanted : 'training';
  }

  /** Decides what is wanted, and says so to the page. */
  private want(wanted: Wanted): void {
    this.wanted = wanted;
    this.watch(wanted !== 'pause' && this.opened !== null);
    const state = wanted === 'pause' ? 'paused' : 'running';
    if (state === this.state) return;
    this.state = state;
    this.options.onState(state);
  }

  private async command(wanted: Wanted): Promise<void> {
    this.want(wanted);
    this.wake();
    // A run that is being opened hears of it once it is open.
    if (this.opened && !this.calls.awaits('open')) await this.obey();
  }

  /** Has the worker do what is wanted. */
  private async obey(): Promise<void> {
    const { wanted } = this;
    if (wanted === 'pause') return;
    this.moving = true;
    if (wanted === 'training') {
      await this.call('start', {});
      return;
    }
    const result = await this.call('step', this.remainder(wanted));
    if (result.ok && wanted === this.wanted) this.wanted = result.value;
  }

  /** What is left of a stretch where the snapshot stands. */
  private remainder(stretch: Stretch | { readonly until: number }): Stretch {
    if ('unit' in stretch) return stretch;
    return { unit: 'step', count: Math.max(1, stretch.until - (this.snapshot?.now.step ?? 0)) };
  }

  private rewrite(change: (training: TrainingSettings) => TrainingSettings): Experiment {
    const { experiment, ...opened } = this.opened!;
    const rewritten = { ...experiment, training: change(experiment.training) };
    this.opened = { ...opened, experiment: rewritten };
    return rewritten;
  }

  private call<V extends Verb>(
    verb: V,
    args: Calls[V]['args'],
  ): Promise<Result<Calls[V]['value']>> {
    if (this.sleep === 'asleep') this.wake();
    const { worker, patience } = this.supervisor;
    if (!worker) {
      const refusal = { reason: 'failed', message: 'There is no worker now.' } as const;
      return Promise.resolve({ ok: false, refusal });
    }
    const { number, result } = this.calls.add<Calls[V]['value']>(verb, patience);
    worker.postMessage({ verb, call: number, run: this.run, ...args });
    return result;
  }

  private receive(message: FromWorker): void {
    if (message.type === 'answer') this.calls.settle(message);
    else if (message.run === this.run) this.take(message);
    void this.fallAsleep();
  }

  private take(frame: Frame): void {
    if (this.calls.awaits('reset')) {
      // It tells of what is to be forgotten.
      this.credit();
      return;
    }
    if (!this.calls.awaits(...COMMANDS)) this.follow(frame);
    this.options.onFrame({ ...frame, state: this.state });
  }

  /** Takes over what the worker says of the run's state. */
  private follow({ state, step }: Frame): void {
    this.state = state;
    this.moving = state === 'running';
    if (this.moving) return;
    this.wanted = 'pause';
    this.watch(false);
    if (step !== (this.snapshot?.now.step ?? 0)) void this.keepSnapshot();
  }

  /** Asks for snapshots again and again, as long as the run is to train. */
  private watch(on: boolean): void {
    if (on === (this.snapshots !== null)) return;
    if (this.snapshots !== null) clearInterval(this.snapshots);
    this.snapshots = on ? setInterval(() => void this.keepSnapshot(), SNAPSHOT_MS) : null;
  }

  /** @returns true if the snapshot is of the run as it is now */
  private async keepSnapshot(): Promise<boolean> {
    const { run, resets } = this;
    const result = await this.call('snapshot', {});
    if (!result.ok || run !== this.run || resets !== this.resets) return false;
    if (result.value.now.step > (this.snapshot?.now.step ?? 0)) this.supervisor.forgive();
    this.snapshot = result.value;
    return true;
  }

  /** True if the worker is to be given up, and has nothing more to do or to tell. */
  private get maySleep(): boolean {
    const quiet = this.calls.none && this.wanted === 'pause' && !this.moving;
    return quiet && this.sleep === 'tired' && this.opened !== null;
  }

  private async fallAsleep(): Promise<void> {
    if (this.fallingAsleep || !this.maySleep) return;
    this.fallingAsleep = true;
    const kept = await this.keepSnapshot();
    this.fallingAsleep = false;
    if (!kept || !this.maySleep) return;
    this.supervisor.end();
    this.sleep = 'asleep';
  }

  /** Ends a worker that is dead, and goes on from the last snapshot in another. */
  private replace(): void {
    this.calls.refuse({ reason: 'failed', message: 'The worker was replaced.' });
    if (!this.supervisor.replace(() => this.respawn('death'))) this.fail();
  }

  private launch(): void {
    if (this.sleep === 'asleep') this.sleep = 'awake';
    this.supervisor.launch();
  }

  private respawn(after: Absence): void {
    this.launch();
    void this.begin(after);
  }

  /** Opens the run in the present worker, from the last snapshot, and has it do what is wanted. */
  private async begin(after: Absence): Promise<void> {
    const { opened, snapshot, stepsPerSecond } = this;
    const { worker } = this.supervisor;
    if (!opened) return;
    const run = ++this.run;
    const atOnce = opened.atOnce && this.wanted === 'training';
    this.moving = atOnce;
    const result = await this.call('open', {
      ...opened,
      own: ownSet(opened.experiment.data.name),
      snapshot,
      atOnce,
    });
    // Yet another worker, or another run of the page, has taken its place.
    if (worker !== this.supervisor.worker || run !== this.run) return;
    const { opening } = this;
    this.opening = null;
    if (!result.ok) {
      if (!opening) return this.fail(result.refusal);
      this.want('pause');
      return opening(result);
    }
    if (stepsPerSecond !== null) void this.call('pace', { stepsPerSecond });
    if (opening) opening(result);
    else this.options.onBack(snapshot?.now.step ?? 0, result.value, after);
    if (!atOnce || this.wanted !== 'training') void this.obey();
  }

  private fail(refusal: Refusal = { reason: 'failed', message: 'No worker starts.' }): void {
    this.supervisor.end();
    this.want('pause');
    this.refuse(refusal);
    this.options.onFailure();
  }

  /** Settles every call, those of one verb apart, and the page's `open`. */
  private refuse(refusal: Refusal, apart?: Verb): void {
    this.calls.refuse(refusal, apart);
    this.opening?.({ ok: false, refusal });
    this.opening = null;
  }
}
