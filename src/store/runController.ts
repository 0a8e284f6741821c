import { effectOf, endOf, lastStep } from '../core/effect.ts';
import { type Experiment, LIMITS, stepsPerEpoch } from '../core/experiment.ts';
import { restAfter } from '../core/governor.ts';
import type { LastingPlace, Place } from '../core/place.ts';
import type { PredictionRequest } from '../core/predictions.ts';
import { type Snapshot, withNewer } from '../core/run.ts';
import { same } from '../core/same.ts';
import { latestRate } from '../core/schedule.ts';
import type { WayState } from '../core/way.ts';
import type { Result } from '../protocol/calls.ts';
import { type Absence, Client } from '../protocol/client.ts';
import type { Frame, RunInfo, Stretch } from '../protocol/messages.ts';
import { QUIET_MS } from '../protocol/pacer.ts';
import type { WorkerLike } from '../protocol/supervisor.ts';
import type { Bookmark } from './bookmark.ts';
import type { createComponentColours } from './componentColours.ts';
import type { ExperimentEditor } from './experimentEditor.ts';
import { LiveRate } from './liveRate.ts';
import { AT_START, type createRunStore, type RunStatus } from './run.ts';
import type { RunFeed } from './runFeed.ts';

/** Where a run is opened, if not at its start. */
interface Start {
  /** What the page knew of it; null for nothing. */
  readonly place: Place | null;
  readonly snapshot: Snapshot | null;
  /** The states that it has gone through. */
  readonly way?: readonly WayState[];
  /** The optimizer step up to which it is trained if it does not train on. */
  readonly until: number;
  /** Whether it trains on; unless told, if the run before was to. */
  readonly train?: boolean;
}

type Colours = ReturnType<typeof createComponentColours>['store'];

const AT_SEED: Start = { place: null, snapshot: null, until: 0 };

function startAt(
  place: Place,
  snapshot: Snapshot | null,
  train: boolean,
  way: Start['way'] = [],
): Start {
  return { place, snapshot, until: place.step, train, way };
}

/** True if a run that has come so far may go on as the experiment's. */
function mayResume(place: Place, experiment: Experiment): boolean {
  const effect = effectOf(place.experiment, experiment, place.step);
  return effect === 'none' || effect === 'end';
}

/** Takes over the rates of a run; what asks nothing of the run may stand elsewhere on the page. */
function withRatesOf({ training: { learningRate, rateChanges } }: Experiment) {
  return (e: Experiment) => ({ ...e, training: { ...e.training, learningRate, rateChanges } });
}

/** What the figures want to see of an experiment's run. */
export type RequestFor = (experiment: Experiment) => PredictionRequest;

/** A quick page waits so long for its next animation frame, in milliseconds. */
const ANIMATION_FRAME_MS = 17;

/** Drives the run: the page's buttons and the experiment's changes become calls. */
export class RunController {
  private readonly editor: ExperimentEditor;
  private readonly run: ReturnType<typeof createRunStore>;
  private readonly feed: RunFeed;
  private readonly colours: Colours;
  private readonly isLive: () => boolean;
  private readonly client: Client;
  private readonly rate: LiveRate;
  private spawn: (() => WorkerLike) | null = null;
  private requestFor: RequestFor | null = null;
  private request: PredictionRequest | null = null;
  /** How a run that Live trains was started, until there is something to show of it. */
  private unshown: Start | null = null;
  /** When the run was opened that Live trains, in milliseconds. */
  private begunAt = 0;
  /** When the figures began to hold what they show, in milliseconds. */
  private heldSince = 0;
  /** True while a change of the experiment is not to be followed: who makes it opens the run. */
  private branching = false;
  private unfollow = () => {};
  /** The animation frame in which the newest frame is drawn. */
  private drawing: number | null = null;
  private resting: ReturnType<typeof setTimeout> | undefined;
  /** Seconds of computing that the run had taken before it was opened in this worker. */
  private secondsBefore = 0;
  /** How many runs were opened. */
  private opened = 0;
  /** The bookmark that the present run goes on from. */
  private resumed: Bookmark | null = null;
  /** True while a bookmark's snapshot is waited for. */
  private resuming = false;

  constructor(
    editor: ExperimentEditor,
    run: ReturnType<typeof createRunStore>,
    feed: RunFeed,
    colours: Colours,
    isLive: () => boolean,
  ) {
    this.editor = editor;
    this.run = run;
    this.feed = feed;
    this.colours = colours;
    this.isLive = isLive;
    const client = new Client({
      spawn: () => this.spawn!(),
      onState: (state) => {
        if (!this.unshown) run.setState({ state });
      },
      onFrame: (frame) => this.take(frame),
      onBack: (step, info, after) => this.back(step, info, after),
      onFailure: () => this.failed(),
    });
    this.client = client;
    this.rate = new LiveRate({
      tune: (rate) => client.tune(rate),
      onFull: () => this.refuseRate(),
    });
  }

  /**
   * Starts the worker and follows the experiment from now on.
   *
   * @param before where a run of this very experiment stood, to go on from there
   * @param way the states that it had gone through, as far as they are known
   */
  connect(
    spawn: () => WorkerLike,
    requestFor: RequestFor,
    before: LastingPlace | null = null,
    way: readonly WayState[] = [],
  ): void {
    this.spawn = spawn;
    this.requestFor = requestFor;
    this.unfollow = this.editor.store.subscribe(() => void this.follow());
    const { goal } = this.run.getState();
    void this.open(
      before ? startAt(before, before.snapshot, before.running && goal === null, way) : AT_SEED,
    );
    // It was told how far to go from its start.
    if (before && goal !== null) void this.trainTo(goal);
  }

  /** Where the run stands now, to be gone back to; null before its first step. */
  bookmark(): Bookmark | null {
    const { client } = this;
    if (client.isOpening) return this.resumed;
    const place = this.place();
    return (
      place && { ...place, run: this.opened, snapshot: client.mark(), way: this.feed.way.states }
    );
  }

  /** Where the run stands, with the snapshot that there is; null before its first step. */
  lasting(): LastingPlace | null {
    const place = this.place();
    return place && { ...place, snapshot: this.client.lastSnapshot };
  }

  /** Ends the worker and follows nothing any more. */
  dispose(): void {
    this.unfollow();
    this.rate.cancel();
    if (this.drawing !== null) cancelAnimationFrame(this.drawing);
    clearTimeout(this.resting);
    this.client.dispose();
  }

  /** Gives the worker up as soon as the run rests; `wake`, or anything asked of it, brings it back. */
  rest(): void {
    this.client.rest();
  }

  wake(): void {
    this.client.wake();
  }

  /** Tries once more to start the worker. */
  retry(): void {
    this.run.setState({ workerNotice: null });
    this.client.retry();
  }

  /** Starts the run, or has it start as soon as it is open. */
  async play(): Promise<void> {
    if (this.run.getState().workerNotice === 'failed') return;
    void this.look(null);
    await this.client.start();
  }

  async pause(): Promise<void> {
    this.run.setState({ goal: null });
    const result = await this.client.pause();
    // Where it stands is told at once; the frame that shows it may take longer to draw.
    if (result.ok && !this.unshown) this.run.setState(result.value);
  }

  /** Trains for so many epochs or optimizer steps, and pauses. */
  async step(unit: Stretch['unit'], count: number): Promise<void> {
    void this.look(null);
    await this.client.step({ unit, count });
  }

  /**
   * Shows what the run was after an epoch, the nearest that is kept; its best weights
   * so far; or, with null, whatever is newest. The run itself goes on as it does.
   */
  async look(sight: RunStatus['sight']): Promise<void> {
    if (sight === this.run.getState().sight) return;
    this.run.setState({ sight });
    const at = typeof sight === 'number' ? this.feed.way.nearest(sight) : sight;
    const result = await this.client.look(at);
    // There are no such weights: what is newest is shown.
    const obsolete = this.run.getState().sight !== sight;
    if (result.ok && !result.value && !obsolete) this.run.setState({ sight: null });
  }

  /**
   * Goes back to the end of an epoch, to go on from there in another way: rates
   * changed later are dropped, and the run is trained again up to it, with the same bits.
   */
  async branch(epoch: number): Promise<void> {
    if (this.run.getState().state === 'running') await this.pause();
    const until = epoch * stepsPerEpoch(this.editor.experiment);
    this.forgetRatesFrom(until);
    await this.open({ ...AT_SEED, until });
  }

  /** Trains the run again from its seed up to where it stands, with the same bits, for the whole of its way. */
  async retrace(): Promise<void> {
    const { step } = this.run.getState();
    await this.open({ ...AT_SEED, until: step });
  }

  /** Forgets every change of the learning rate: the run begins again with the first one. */
  async forgetRates(): Promise<void> {
    this.forgetRatesFrom(0);
    await this.open(AT_SEED);
  }

  /**
   * Takes another run's place, as one undoable edit: from its snapshot, or trained
   * again from its seed up to there, with the same bits.
   *
   * @param way the states that it has gone through, where they are known
   */
  async goTo(place: LastingPlace, way?: readonly WayState[]): Promise<void> {
    this.branching = true;
    // Each is a step of its own to undo.
    this.editor.edit(`run ${this.opened}`, () => place.experiment);
    this.branching = false;
    await this.open(startAt(place, place.snapshot, false, way));
  }

  /**
   * How fast training goes at most, in optimizer steps a second; `null` is as
   * fast as possible. It holds for every run of the lab and changes none of them.
   */
  async pace(stepsPerSecond: number | null): Promise<void> {
    await this.client.pace(stepsPerSecond);
  }

  /** Trains up to an epoch, from the start where the run is past it, and pauses. */
  async trainTo(epoch: number): Promise<void> {
    if (this.unshown || this.run.getState().epoch > epoch) await this.reset();
    const missing = epoch - this.run.getState().epoch;
    if (missing === 0) return;
    this.run.setState({ goal: epoch });
    await this.client.step({ unit: 'epoch', count: missing });
  }

  /** Back to the same initial weights. */
  async reset(): Promise<void> {
    this.stand(AT_SEED);
    this.run.setState({ goal: null });
    const result = await this.client.reset();
    if (result.ok) this.run.setState(result.value);
  }

  /**
   * Changes the learning rate: before the first step, of a run that has diverged,
   * or with Live on, it is an edit of the experiment; otherwise the run goes on with
   * it, and the experiment records from which step on.
   */
  setLearningRate(rate: number): void {
    const { step, state } = this.run.getState();
    // A run that has diverged cannot go on: another rate is another run.
    if (step === 0 || state === 'diverged' || this.isLive()) {
      this.rate.cancel();
      this.editor.set('training.learningRate', rate);
    } else {
      const write = (tuned: Experiment) =>
        this.editor.edit('training.learningRate', withRatesOf(tuned));
      this.rate.soon({ rate, write });
    }
  }

  /** Goes on after the end: past a plateau, or for as many epochs as the experiment has now. */
  trainLonger(): void {
    const { epoch } = this.run.getState();
    this.editor.edit('training.epochs', (experiment) => {
      const { training } = experiment;
      const doubled = Math.min(2 * training.epochs, LIMITS.epochs.max);
      const epochs = epoch < training.epochs ? training.epochs : doubled;
      return { ...experiment, training: { ...training, epochs, stopAtPlateau: false } };
    });
  }

  /** Changes what the worker computes for the figures; the run goes on. */
  view(requestFor: RequestFor): void {
    this.requestFor = requestFor;
    const { experiment } = this.client;
    const request = experiment && requestFor(experiment);
    if (!request || same(request, this.request)) return;
    this.request = request;
    void this.client.view(request);
  }

  /** Forgets the rates that hold from an optimizer step on or a later one; the run is opened anew by whoever asks. */
  private forgetRatesFrom(step: number): void {
    this.rate.cancel();
    this.branching = true;
    this.editor.edit('training.rateChanges', (experiment) => {
      const { training } = experiment;
      const rateChanges = training.rateChanges.filter((change) => change.step < step);
      return { ...experiment, training: { ...training, rateChanges } };
    });
    this.branching = false;
  }

  /** Brings the worker to the experiment of the page. */
  private async follow(): Promise<void> {
    if (this.branching) return;
    const { experiment, back } = this.editor.store.getState();
    const { client } = this;
    const running = client.experiment;
    if (!running) return this.open(AT_SEED);
    if (client.isOpening || this.resuming) return;
    const { step, state } = this.run.getState();
    const live = this.isLive();
    const asked = effectOf(running, experiment, step);
    // Live trains a whole run, of which nothing is kept but its answer.
    const anew =
      this.unshown !== null ||
      (asked === 'rate' && (live || state === 'diverged')) ||
      (asked === 'replay' && live);
    const effect = anew && asked !== 'none' ? 'reopen' : asked;
    const goesOn = effect !== 'reopen' && effect !== 'replay';
    if (back && mayResume(back, experiment) && !(goesOn && this.comesFrom(back))) {
      return this.resume(back);
    }
    switch (effect) {
      case 'none':
        return;
      case 'end':
        return client.extend(endOf(experiment));
      case 'rate':
        // Undo and redo of a live change: the rate changes from here on.
        // In steps that a recovery repeats, the newest one may hold only from a later step.
        return this.rate.now({
          rate: latestRate(experiment.training),
          write: (tuned) => this.editor.record(withRatesOf(tuned)),
        });
      case 'replay':
        return this.open({ ...AT_SEED, until: Math.min(step, lastStep(experiment)) });
      case 'reopen':
        // While the hand does not rest, something is to be seen all the same.
        if (this.unshown && performance.now() - this.heldSince > QUIET_MS) return;
        return this.open(AT_SEED);
    }
  }

  /** Goes back to where a run stood; it trains on only if it did then, and a run trains now. */
  private async resume(back: Bookmark): Promise<void> {
    this.resuming = true;
    const snapshot = await back.snapshot;
    this.resuming = false;
    if (this.editor.store.getState().back !== back) return this.follow();
    const train = back.running && this.run.getState().state === 'running';
    return this.open(startAt(back, snapshot, train, back.way), back);
  }

  /** True if the present run is the bookmark's, or goes on from it. */
  private comesFrom(back: Bookmark): boolean {
    return back.run === this.opened || back === this.resumed;
  }

  /** Opens a run of the page's experiment. */
  private async open(start: Start, resumed: Bookmark | null = null): Promise<void> {
    if (!this.requestFor) return;
    const { client } = this;
    const { experiment } = this.editor;
    // A scene may have told the first run how far to go before it is opened.
    if (this.opened++ > 0) this.run.setState({ goal: null });
    const atOnce = this.isLive() && this.run.getState().goal === null;
    this.resumed = resumed;
    if (atOnce) this.hold(start);
    else this.stand(start);
    this.request = this.requestFor(experiment);
    const result = client.open(experiment, this.request, { ...start, atOnce });
    const missing = start.until - (start.snapshot?.now.step ?? 0);
    if (!atOnce && missing > 0 && this.run.getState().state === 'paused') {
      void client.step({ unit: 'step', count: missing });
    }
    await this.isOpen(await result);
  }

  /** Tells what has come of opening a run. */
  private async isOpen(result: Result<RunInfo>): Promise<void> {
    if (result.ok) {
      this.run.setState(({ workerNotice }) => ({
        ready: true,
        engine: result.value,
        workerNotice: workerNotice === 'failed' ? null : workerNotice,
      }));
    } else if (result.refusal.reason === 'badExperiment') {
      this.release();
      this.editor.refuse(result.refusal.problems);
    } else if (result.refusal.reason === 'failed') {
      this.failed();
    } else {
      return;
    }
    // The experiment may have been edited again in the meantime.
    await this.follow();
  }

  /** Tells of the run that begins what is known of it; what was told of the one before is void. */
  private stand({ place, snapshot, way }: Start): void {
    this.release();
    this.rate.forgetLost();
    this.secondsBefore = snapshot && place ? place.seconds : 0;
    this.run.setState(({ run }) => ({
      ...AT_START,
      seconds: this.secondsBefore,
      run: run + 1,
    }));
    if (!place || !snapshot) {
      this.feed.restart();
      return;
    }
    const { step } = snapshot.now;
    const epoch = Math.floor(step / stepsPerEpoch(place.experiment));
    this.feed.restart(place.losses, way);
    this.feed.truncate(epoch);
    this.run.setState({ step, epoch, shownEpoch: epoch, events: place.events });
    this.colours.setState({ colours: place.colours });
  }

  private place(): Place | null {
    const { experiment } = this.client;
    const { step, state, seconds, events } = this.run.getState();
    if (!experiment || step === 0 || this.unshown) return null;
    return {
      experiment,
      step,
      running: state === 'running',
      seconds,
      losses: this.feed.copyOfLosses(),
      events,
      colours: this.colours.getState().colours,
    };
  }

  /** The run has had as many rates as it may: it goes on with the last one, and so it is told. */
  private refuseRate(): void {
    const { experiment } = this.client;
    if (experiment) this.editor.record(withRatesOf(experiment));
    this.run.setState(({ rateRefusals }) => ({ rateRefusals: rateRefusals + 1 }));
  }

  /** Keeps what is shown until the next run has something to show. */
  private hold(start: Start): void {
    const shown = this.client.experiment;
    this.run.setState(({ held }) => ({ held: held ?? shown }));
    this.begunAt = performance.now();
    if (!this.unshown) this.heldSince = this.begunAt;
    this.unshown = start;
    this.secondsBefore = 0;
    this.rate.forgetLost();
  }

  /** Nothing is waited for any more. */
  private release(): void {
    this.unshown = null;
    this.run.setState({ held: null });
  }

  private take(frame: Frame): void {
    const begun = performance.now();
    const { unshown } = this;
    // What goes on from a bookmark has its colours; an answer goes on from those of the last one.
    if (unshown?.place) this.stand(unshown);
    const answer = unshown !== null && !unshown.place;
    if (answer) this.feed.restart();
    this.unshown = null;
    for (const event of frame.events) {
      if (event.kind === 'recovered') this.feed.truncate(event.backToEpoch);
    }
    this.feed.take(frame);
    const { state, step, epoch, epochs, learningRate, stepsPerSecond } = frame;
    const { millisecondsPerStep, memoryBytes } = frame;
    this.run.setState((status) => ({
      // Past it, it is no goal any more.
      goal: status.goal !== null && epoch > status.goal ? null : status.goal,
      state,
      step,
      epoch,
      epochs,
      shownEpoch: frame.shownEpoch,
      // Another run has other weights to look at.
      sight: answer ? null : status.sight,
      learningRate,
      stepsPerSecond,
      millisecondsPerStep,
      seconds: this.secondsBefore + frame.seconds,
      memoryBytes,
      frame: status.frame + 1,
      run: status.run + (answer ? 1 : 0),
      held: this.behind ? this.client.experiment : null,
      answerSeconds: this.answerSeconds(frame, unshown !== null),
      events: withNewer(answer ? [] : status.events, frame.events),
    }));
    this.drawing ??= requestAnimationFrame(() => this.drawn(performance.now() - begun));
    if (unshown) void this.follow();
  }

  /**
   * Asks for another frame once the page has begun to draw the last one, and has had its rest
   * where that took long. One is drawn an animation frame; a hidden page draws none and
   * asks for none.
   */
  private drawn(milliseconds: number): void {
    this.drawing = null;
    const wait = restAfter(milliseconds - ANIMATION_FRAME_MS);
    if (wait > 0) this.resting = setTimeout(() => this.client.credit(), wait);
    else this.client.credit();
  }

  /** @param first true for the first frame of a run that Live trains */
  private answerSeconds({ state }: Frame, first: boolean): number | null {
    const { state: before, answerSeconds } = this.run.getState();
    if (!this.isLive() || state !== 'finished') return null;
    return first || before === 'running'
      ? (performance.now() - this.begunAt) / 1000
      : answerSeconds;
  }

  /** True if the experiment has been changed since the run was begun that Live trains. */
  private get behind(): boolean {
    return this.isLive() && !same(this.client.experiment, this.editor.experiment);
  }

  private back(step: number, engine: RunInfo, after: Absence): void {
    const { experiment } = this.client;
    if (experiment) this.feed.truncate(Math.floor(step / stepsPerEpoch(experiment)));
    // The worker that follows shows what is newest.
    this.secondsBefore = this.run.getState().seconds;
    this.run.setState({ ready: true, engine, sight: null });
    if (after === 'death') {
      this.run.setState(({ restarts }) => ({ workerNotice: 'restarted', restarts: restarts + 1 }));
    }
    void this.rate.again();
  }

  private failed(): void {
    this.release();
    this.run.setState({ ready: false, workerNotice: 'failed' });
  }
}
