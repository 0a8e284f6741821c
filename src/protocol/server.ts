import { isColouringEpoch } from '../core/componentColours.ts';
import { type Experiment, LIMITS, parseExperiment } from '../core/experiment.ts';
import {
  isPredictionRequest,
  type PredictionRequest,
  type Predictions,
  type Usage,
} from '../core/predictions.ts';
import type { LossSeries, RunEnd, Snapshot, TrainerEvent } from '../core/run.ts';
import type {
  Answer,
  Call,
  Calls,
  Frame,
  FromWorker,
  Refusal,
  RunInfo,
  RunPosition,
  RunState,
  StepUnit,
  ToWorker,
} from './messages.ts';
import { FRAME_MS, isPace, Pacer } from './pacer.ts';
import { Rate } from './rate.ts';
import { type Scorable, Scorer } from './scorer.ts';

/** A run as the server drives it; the engine's Trainer is one. */
export interface Run extends RunPosition, Scorable {
  readonly experiment: Experiment;
  readonly stepsPerEpoch: number;
  readonly learningRate: number;
  readonly memoryBytes: number;
  readonly finished: boolean;
  readonly diverged: boolean;
  /** Does at most so many blocks of rows, and at most one optimizer step. */
  advance(blocks: number): 'part' | 'step' | 'end';
  reset(): void;
  /** The experiment that the run is a function of from now on. */
  tune(rate: number): Experiment;
  setEnd(end: RunEnd): void;
  snapshot(): Snapshot;
  parameters(): Float32Array;
  takeLosses(): { train: LossSeries; test: LossSeries };
  takeEvents(): TrainerEvent[];
  view(request: PredictionRequest): Predictions;
  /** Mean π_k over the training inputs, [K]; [1] for a feed-forward network. */
  usage(): Float32Array;
  dispose(): void;
}

/** What the server stands on; the worker wires it to the browser. */
export interface Host {
  open(experiment: Experiment, snapshot: Snapshot | null): Promise<{ run: Run; info: RunInfo }>;
  post(message: FromWorker, transfer: Transferable[]): void;
  /** Milliseconds. */
  now(): number;
  /** Calls back after messages that wait have been taken in, and after so many milliseconds. */
  defer(callback: () => void, milliseconds: number): void;
  /** Ends the worker's work with an error that the page hears of. */
  fail(error: unknown): void;
}

/** How long training goes on before messages are looked at. */
const STINT_MS = 10;
/** Views may take this share of the time while training. */
const VIEW_SHARE = 0.07;

const ok = (value: unknown) => ({ ok: true, value }) as const;
const no = (refusal: Refusal) => ({ ok: false, refusal }) as const;

type Outcome = ReturnType<typeof ok> | ReturnType<typeof no>;

/**
 * Cuts a run into stints, answers calls between them and sends frames as far
 * as there is credit. Owns time; the run itself knows none.
 */
export class Server {
  private readonly host: Host;
  private run: Run | null = null;
  private runNumber = -1;
  private request: PredictionRequest | null = null;
  private state: RunState = 'paused';
  /** The step at which a single step or epoch ends. */
  private target = Number.POSITIVE_INFINITY;
  private blocks = 16;
  private credit = 0;
  private changed = false;
  private lastFrame = Number.NEGATIVE_INFINITY;
  private viewCost = 0;
  private usages: Usage[] = [];
  private readonly scorer: Scorer;
  private looping = false;
  /** True while the loop waits for the next step of a slow pace. */
  private idling = false;
  /** Number of the turn of the loop that is waited for; an older one does nothing. */
  private turn = 0;
  private rate = new Rate();
  private readonly pacer = new Pacer();
  private inbox: Promise<void> = Promise.resolve();

  constructor(host: Host) {
    this.host = host;
    this.scorer = new Scorer(() => host.now());
  }

  /** Takes in a message; calls are worked through one after the other. */
  receive(message: ToWorker): void {
    if (message.verb === 'credit') {
      if (message.run === this.runNumber) this.credit = 1;
      this.frameIfDue();
      return;
    }
    this.inbox = this.inbox
      .then(() => this.answer(message))
      .catch((error) => this.host.fail(error));
  }

  private async answer(message: Call): Promise<void> {
    let outcome: Outcome;
    try {
      outcome = await this.handle(message);
    } catch (error) {
      outcome = no({ reason: 'failed', message: String(error) });
    }
    this.host.post({ type: 'answer', call: message.call, ...outcome } as Answer, []);
    this.frameIfDue();
    // What the loop waits for, a call may have made obsolete.
    if (this.idling) this.looping = false;
    this.loop();
  }

  private async handle(message: Call): Promise<Outcome> {
    if (message.verb === 'open') return this.open(message);
    if (message.verb === 'pace') return this.setPace(message.stepsPerSecond);
    const { run } = this;
    if (!run || message.run !== this.runNumber) return no({ reason: 'staleRun' });
    if (!isBounded(message)) return no({ reason: 'badMessage' });
    switch (message.verb) {
      case 'start':
        this.go(Number.POSITIVE_INFINITY);
        return ok(null);
      case 'pause':
        this.settle(this.state === 'running' ? 'paused' : this.state);
        return ok(position(run));
      case 'step':
        this.go(targetOf(run, message.unit, message.count));
        return ok(null);
      case 'reset':
        run.reset();
        this.usages = [];
        this.scorer.forget();
        this.settle('paused');
        return ok(position(run));
      case 'tune':
        return this.tune(run, message.rate);
      case 'extend':
        run.setEnd(message.end);
        if (this.state === 'finished' && !run.finished) this.settle('paused');
        this.changed = true;
        return ok(position(run));
      case 'view':
        this.request = message.view;
        this.changed = true;
        return ok(null);
      case 'snapshot':
        return ok(run.snapshot());
      case 'close':
        this.close();
        return ok(null);
    }
  }

  private async open({ run: number, experiment, snapshot, view }: Call<'open'>): Promise<Outcome> {
    const parsed = parseExperiment(experiment);
    if (!parsed.ok) return no({ reason: 'badExperiment', problems: parsed.problems });
    if (!isPredictionRequest(view)) return no({ reason: 'badMessage' });
    this.close();
    const { run, info } = await this.host.open(parsed.value, snapshot);
    this.run = run;
    this.runNumber = number;
    this.request = view;
    this.credit = 1;
    this.lastFrame = Number.NEGATIVE_INFINITY;
    this.rate = new Rate();
    this.usages = [];
    this.scorer.forget();
    this.settle(run.finished ? 'finished' : run.diverged ? 'diverged' : 'paused');
    return ok(info);
  }

  private tune(run: Run, rate: number): Outcome {
    const { min, max } = LIMITS.learningRate;
    if (!(rate >= min && rate <= max)) return no({ reason: 'badMessage' });
    if (run.experiment.training.rateChanges.length >= LIMITS.rateChanges.max) {
      return no({ reason: 'tooManyRateChanges' });
    }
    const { rateChanges } = run.tune(rate).training;
    const step = rateChanges.at(-1)?.step ?? 0;
    this.changed = true;
    return ok({ step, rate } satisfies Calls['tune']['value']);
  }

  private setPace(stepsPerSecond: number | null): Outcome {
    if (!isPace(stepsPerSecond)) return no({ reason: 'badMessage' });
    this.pacer.set(stepsPerSecond, this.host.now());
    this.rate.pause();
    return ok(null);
  }

  private close(): void {
    this.run?.dispose();
    this.run = null;
    this.state = 'paused';
  }

  private go(target: number): void {
    // A frame tells the page what has come of it, also where a run that has ended stays so.
    this.changed = true;
    if (this.state !== 'paused' && this.state !== 'running') return;
    this.target = target;
    this.state = 'running';
    this.rate.pause();
    this.pacer.hurry();
  }

  private settle(state: RunState): void {
    this.state = state;
    this.changed = true;
  }

  private loop(): void {
    if (this.looping || (this.state !== 'running' && !this.scoresDue())) return;
    this.looping = true;
    const turn = ++this.turn;
    const wait = Math.min(
      this.idleTime(),
      this.scoresDue() ? 0 : this.changed ? FRAME_MS : Infinity,
    );
    this.idling = wait > 0;
    this.host.defer(() => {
      if (turn !== this.turn) return;
      this.turn++;
      this.looping = false;
      this.stint();
      this.score();
      this.frameIfDue();
      this.loop();
    }, wait);
  }

  /** How long training waits for the next step of a slow pace. */
  private idleTime(): number {
    return this.state === 'running' ? this.pacer.wait(this.host.now()) : 0;
  }

  private scoresDue(): boolean {
    const { run, request } = this;
    return (
      run !== null && request?.scores === true && this.scorer.due(run, this.state === 'running')
    );
  }

  /** Scores a little, beside training or for a stint when there is nothing else to do. */
  private score(): void {
    const { run } = this;
    if (!run || !this.scoresDue()) return;
    if (this.scorer.advance(run, STINT_MS, this.state === 'running')) this.changed = true;
  }

  private stint(): void {
    const { run } = this;
    if (!run || this.state !== 'running') return;
    const start = this.host.now();
    let now = start;
    while (now - start < STINT_MS && this.pacer.wait(now) === 0) {
      const before = now;
      const advanced = run.advance(this.blocks);
      now = this.host.now();
      this.changed = true;
      this.adapt(advanced, now - before);
      this.rate.spend(now - before);
      if (advanced === 'part') continue;
      if (advanced === 'step') {
        this.noteUsage(run);
        this.rate.count(now);
        this.pacer.count(now);
      }
      const end = this.endOf(run);
      if (end) {
        this.settle(end);
        return;
      }
      if (this.pacer.slow) return;
    }
  }

  /** Notes how much the components are used, after epochs at which they are given colours. */
  private noteUsage(run: Run): void {
    if (run.step % run.stepsPerEpoch !== 0 || !isColouringEpoch(run.epoch)) return;
    this.usages.push({ epoch: run.epoch, weights: run.usage() });
  }

  /** What training ends with now, if it ends. */
  private endOf(run: Run): RunState | null {
    if (run.diverged) return 'diverged';
    if (run.finished) return 'finished';
    return run.step >= this.target ? 'paused' : null;
  }

  /** Chooses how many blocks to do at once, so that a call stays well below a stint. */
  private adapt(advanced: 'part' | 'step' | 'end', milliseconds: number): void {
    if (milliseconds > STINT_MS / 2) this.blocks = Math.max(1, this.blocks >> 1);
    else if (advanced === 'part' && milliseconds < STINT_MS / 4) this.blocks *= 2;
  }

  private frameIfDue(): void {
    const { run, request } = this;
    if (!run || !request || !this.changed || this.credit === 0) return;
    const now = this.host.now();
    // While the next step is waited for, a view costs nothing.
    const wait = this.idleTime() > 0 ? FRAME_MS : Math.max(FRAME_MS, this.viewCost / VIEW_SHARE);
    if (this.state === 'running' && now - this.lastFrame < wait) return;
    const frame = this.frame(run, request);
    this.viewCost = this.host.now() - now;
    this.lastFrame = now;
    this.credit = 0;
    this.changed = false;
    this.host.post(frame, buffersOf(frame));
  }

  private frame(run: Run, request: PredictionRequest): Frame {
    const { usages } = this;
    this.usages = [];
    return {
      type: 'frame',
      run: this.runNumber,
      state: this.state,
      ...position(run),
      epochs: run.experiment.training.epochs,
      learningRate: run.learningRate,
      stepsPerSecond: this.rate.perSecond,
      millisecondsPerStep: this.rate.stepCost,
      memoryBytes: run.memoryBytes,
      ...run.takeLosses(),
      events: run.takeEvents(),
      parameters: run.parameters(),
      view: run.view(request),
      usages,
      scores: this.scorer.take(),
    };
  }
}

/** True if a call asks for no more than a run can give. */
function isBounded(message: Call): boolean {
  const { min, max } = LIMITS.epochs;
  const isCount = (value: number) => Number.isInteger(value) && value >= min && value <= max;
  switch (message.verb) {
    case 'view':
      return isPredictionRequest(message.view);
    case 'step':
      return isCount(message.count);
    case 'extend':
      return isCount(message.end.epochs);
    default:
      return true;
  }
}

function position({ step, epoch }: RunPosition): RunPosition {
  return { step, epoch };
}

/** The step at which `count` more epochs or optimizer steps are done. */
function targetOf({ step, epoch, stepsPerEpoch }: Run, unit: StepUnit, count: number): number {
  return unit === 'step' ? step + count : (epoch + count) * stepsPerEpoch;
}

/** Every typed array of a frame, to be transferred instead of copied. */
function buffersOf(frame: Frame): Transferable[] {
  const { grid, samples, density, usage } = frame.view;
  return [
    frame.train.epoch,
    frame.train.loss,
    frame.test.epoch,
    frame.test.loss,
    frame.parameters,
    grid.x,
    grid.weights,
    grid.means,
    grid.deviations,
    usage,
    ...(samples ? [samples.x, samples.y] : []),
    ...(density ? [density.y, density.density] : []),
  ].map((array) => array.buffer as ArrayBuffer);
}
