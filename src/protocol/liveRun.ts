import { isColouringEpoch } from '../core/componentColours.ts';
import { LIMITS } from '../core/experiment.ts';
import type { PredictionRequest } from '../core/predictions.ts';
import type { RunEnd } from '../core/run.ts';
import type { TrainedRun } from '../core/runResult.ts';
import { wayEpochs } from '../core/way.ts';
import { Calibrator } from './calibrator.ts';
import { buffersOf, Frames } from './frames.ts';
import type { FromWorker, RunPosition, RunState, Sight, Stretch } from './messages.ts';
import { FRAME_MS, type Pacer, QUIET_MS } from './pacer.ts';
import { Rate } from './rate.ts';
import type { Run } from './run.ts';
import { Scorer } from './scorer.ts';

/** What a run in the worker stands on. All times in milliseconds. */
export interface Stand {
  post(message: FromWorker, transfer: Transferable[]): void;
  now(): number;
  /** Calls back after messages that wait have been taken in, and after so many milliseconds. */
  defer(callback: () => void, milliseconds: number): void;
}

/** How long training goes on before messages are looked at. */
const STINT_MS = 10;
/** For so long the first epoch is waited for, before steps of it are shown. */
const FIRST_EPOCH_MS = 40;

/**
 * A run that is open: cuts it into stints, and sends frames between them as far
 * as there is credit. Owns time; the run itself knows none.
 */
export class LiveRun {
  readonly run: Run;
  readonly number: number;
  readonly rate = new Rate();
  private readonly stand: Stand;
  private readonly pacer: Pacer;
  private readonly scorer: Scorer;
  private readonly calibrator: Calibrator;
  private readonly frames: Frames;
  private state: RunState;
  /** The step at which a stretch of training ends. */
  private target = Number.POSITIVE_INFINITY;
  private blocks = 16;
  private looping = false;
  /** Where training began, and when, until there is something to be seen of it. */
  private begun: { readonly epoch: number; readonly at: number } | null = null;
  /** True for a run that is to come to its end as soon as it can. */
  private scoredAtRest = false;
  /** When a run that is to be shown trained is shown all the same, in milliseconds. */
  private quietUntil = Number.NEGATIVE_INFINITY;
  /** True while the loop waits for the next step of a slow pace. */
  private idling = false;
  /** The epochs whose states are noted, for a run of so many. */
  private way = { of: 0, epochs: new Set<number>() };
  /** Number of the turn of the loop that is waited for; an older one does nothing. */
  private turn = 0;

  constructor(run: Run, number: number, view: PredictionRequest, pacer: Pacer, stand: Stand) {
    this.run = run;
    this.number = number;
    this.stand = stand;
    this.pacer = pacer;
    this.scorer = new Scorer(() => stand.now());
    this.calibrator = new Calibrator(() => stand.now());
    this.frames = new Frames(view, () => stand.now());
    this.state = run.finished ? 'finished' : run.diverged ? 'diverged' : 'paused';
    this.noteState();
  }

  /** What the run has come to. */
  result(): Promise<TrainedRun> {
    return this.run.result(this.rate.spent / 1000);
  }

  get position(): RunPosition {
    const { step, epoch } = this.run;
    return { step, epoch };
  }

  /** Trains on, without end unless told. */
  go(target = Number.POSITIVE_INFINITY): void {
    // A frame tells the page what has come of it, also where a run that has ended stays so.
    this.frames.changed = true;
    if (this.state !== 'paused' && this.state !== 'running') return;
    this.target = target;
    // What stands already is not drawn again.
    this.begun = this.state === 'paused' ? { epoch: this.run.epoch, at: this.stand.now() } : null;
    this.state = 'running';
    this.rate.pause();
    this.pacer.hurry();
  }

  /** Trains on, and sends no frame for a while unless the run ends. */
  goQuietly(): void {
    this.go();
    this.scoredAtRest = true;
    this.quietUntil = this.stand.now() + QUIET_MS;
  }

  /** Trains for a stretch; gives the step at which it ends. */
  goFor({ unit, count }: Stretch): number {
    const { step, epoch, stepsPerEpoch } = this.run;
    const target = unit === 'step' ? step + count : (epoch + count) * stepsPerEpoch;
    this.go(target);
    return target;
  }

  pause(): void {
    this.settle(this.state === 'running' ? 'paused' : this.state);
  }

  reset(): void {
    this.run.reset();
    this.rate.spent = 0;
    this.frames.usages = [];
    this.frames.states = [];
    this.noteState();
    this.forgetScores();
    this.settle('paused');
  }

  /** The step from which on the rate holds; null if it was changed too often. */
  tune(rate: number): number | null {
    const { rateChanges } = this.run.experiment.training;
    if (rateChanges.length >= LIMITS.rateChanges.max) return null;
    this.frames.changed = true;
    return this.run.tune(rate).training.rateChanges.at(-1)?.step ?? 0;
  }

  extend(end: RunEnd): void {
    this.run.setEnd(end);
    this.forgetScores();
    if (this.state === 'finished' && !this.run.finished) this.state = 'paused';
    this.frames.changed = true;
  }

  view(request: PredictionRequest): void {
    this.frames.request = request;
    this.frames.changed = true;
  }

  look(at: Sight): boolean {
    const found = this.run.look(at);
    this.scorer.lookElsewhere();
    this.calibrator.forget();
    this.frames.changed = true;
    return found;
  }

  /** The page has drawn the last frame. */
  credit(): void {
    this.frames.credit = true;
    this.attend();
  }

  /** Goes on after a call, which may have changed what there is to do. */
  attend(): void {
    this.sendFrame();
    // What the loop waits for may be obsolete.
    if (this.idling) this.looping = false;
    this.loop();
  }

  close(): void {
    this.state = 'paused';
    this.turn++;
    this.run.dispose();
  }

  private settle(state: RunState): void {
    this.state = state;
    this.begun = null;
    this.frames.changed = true;
  }

  private loop(): void {
    if (this.looping || (this.state !== 'running' && !this.scoresDue && !this.calibrationDue))
      return;
    this.looping = true;
    const turn = ++this.turn;
    const wait = Math.min(
      this.idleTime,
      this.scoresDue || this.calibrationDue
        ? 0
        : this.frames.changed
          ? FRAME_MS
          : Number.POSITIVE_INFINITY,
    );
    this.idling = wait > 0;
    this.stand.defer(() => {
      if (turn !== this.turn) return;
      this.turn++;
      this.looping = false;
      this.stint();
      if (this.isUnderWay) this.begun = null;
      this.score();
      this.calibrate();
      this.sendFrame();
      this.loop();
    }, wait);
  }

  /** True while nothing is to be seen of the run; one that is half done by then is waited for as long again. */
  private get isQuiet(): boolean {
    if (this.state !== 'running') return false;
    const left = this.quietUntil - this.stand.now();
    const { epoch, experiment } = this.run;
    return left > 0 || (left > -QUIET_MS && epoch >= experiment.training.epochs / 2);
  }

  /** True once training has come to something that a frame can show. */
  private get isUnderWay(): boolean {
    if (!this.begun || this.pacer.isPaced || this.run.epoch > this.begun.epoch) return true;
    return this.stand.now() >= this.begun.at + FIRST_EPOCH_MS;
  }

  /** How long training waits for the next step of a slow pace. */
  private get idleTime(): number {
    return this.state === 'running' ? this.pacer.wait(this.stand.now()) : 0;
  }

  private get work(): 'none' | 'waits' | 'trains' {
    if (this.state !== 'running') return 'none';
    return this.idleTime > 0 ? 'waits' : 'trains';
  }

  /** Whether what is shown changes with every step. */
  private get moves(): boolean {
    return this.state === 'running' && !this.run.looksBack;
  }

  /** Whether there is time to look at how good the model is: the last answer is drawn before it is scored. */
  private get hasTime(): boolean {
    return this.state === 'running' ? !this.scoredAtRest : this.frames.credit;
  }

  private get scoresDue(): boolean {
    const { scores } = this.frames.request;
    return this.hasTime && scores && this.scorer.due(this.run, this.moves);
  }

  private get calibrationDue(): boolean {
    const { calibration } = this.frames.request;
    return this.hasTime && calibration && this.calibrator.due(this.run, this.moves);
  }

  private forgetScores(): void {
    this.scorer.forget();
    this.calibrator.forget();
  }

  /** Scores a little, beside training or for a stint when there is nothing else to do. */
  private score(): void {
    if (!this.scoresDue) return;
    if (this.scorer.advance(this.run, STINT_MS, this.moves)) this.frames.changed = true;
  }

  /** Calibrates a little, in the same way. */
  private calibrate(): void {
    if (!this.calibrationDue) return;
    if (this.calibrator.advance(this.run, STINT_MS, this.moves)) this.frames.changed = true;
  }

  private stint(): void {
    const { run } = this;
    if (this.state !== 'running') return;
    const start = this.stand.now();
    let now = start;
    while (now - start < STINT_MS && this.pacer.wait(now) === 0) {
      const before = now;
      const { step } = run;
      const advanced = run.advance(this.blocks, this.pacer.isPaced ? 1 : this.target - step);
      now = this.stand.now();
      this.frames.changed = true;
      this.adapt(advanced, now - before);
      this.rate.spend(now - before);
      // Fewer than before after a recovery.
      if (run.step > step) this.rate.count(now, run.step - step);
      if (advanced === 'part') continue;
      if (advanced === 'step') {
        this.noteUsage();
        this.noteState();
        this.pacer.count(now);
      }
      const end = this.end;
      if (end) {
        // A run at its end may show other weights than those of its last step.
        if (end === 'finished') this.forgetScores();
        this.settle(end);
        return;
      }
      if (this.pacer.slow) return;
    }
  }

  /** True after a whole number of epochs. */
  private get isBetweenEpochs(): boolean {
    const { step, stepsPerEpoch } = this.run;
    return step % stepsPerEpoch === 0;
  }

  /** Notes how much the components are used, after epochs at which they are given colours. */
  private noteUsage(): void {
    const { epoch } = this.run;
    if (!this.isBetweenEpochs || !isColouringEpoch(epoch)) return;
    // Its first frame says how much they are used by then.
    if (this.isQuiet) return;
    this.frames.usages.push({ epoch, weights: this.run.usage() });
  }

  /** Notes what the run is now, if that belongs to its way. */
  private noteState(): void {
    if (!this.isBetweenEpochs) return;
    const { epoch, experiment } = this.run;
    const { epochs } = experiment.training;
    if (this.way.of !== epochs) {
      const { parameters } = this.run.state();
      this.way = { of: epochs, epochs: new Set(wayEpochs(epochs, parameters.length)) };
    }
    if (this.way.epochs.has(epoch)) this.frames.states.push(this.run.state());
  }

  /** What training ends with now, if it ends. */
  private get end(): RunState | null {
    if (this.run.diverged) return 'diverged';
    if (this.run.finished) return 'finished';
    return this.run.step >= this.target ? 'paused' : null;
  }

  /** Chooses how many blocks to do at once, so that a call stays well below a stint. */
  private adapt(advanced: 'part' | 'step' | 'end', milliseconds: number): void {
    if (milliseconds > STINT_MS / 2) this.blocks = Math.max(1, this.blocks >> 1);
    else if (advanced === 'part' && milliseconds < STINT_MS / 4) this.blocks *= 2;
  }

  private sendFrame(): void {
    if (this.begun || this.isQuiet || !this.frames.isDue(this.work)) return;
    const frame = this.frames.take(this.run, {
      run: this.number,
      state: this.state,
      stepsPerSecond: this.rate.perSecond,
      millisecondsPerStep: this.rate.stepCost,
      seconds: this.rate.spent / 1000,
      scores: this.scorer.take(),
      calibration: this.calibrator.take(),
    });
    this.stand.post(frame, buffersOf(frame));
  }
}
