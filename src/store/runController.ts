import { type Experiment, LIMITS, stepsPerEpoch } from '../core/experiment.ts';
import type { PredictionRequest } from '../core/predictions.ts';
import { withRecipe } from '../core/recipes.ts';
import type { TrainerEvent } from '../core/run.ts';
import { same } from '../core/same.ts';
import { latestRate } from '../core/schedule.ts';
import { type Absence, Client } from '../protocol/client.ts';
import type { Frame, RunInfo, Stretch } from '../protocol/messages.ts';
import { QUIET_MS } from '../protocol/pacer.ts';
import type { WorkerLike } from '../protocol/supervisor.ts';
import { effectOf, endOf } from './effect.ts';
import { type ExperimentEditor, UNRULED } from './experimentEditor.ts';
import { editedLive } from './live.ts';
import { LiveRate } from './liveRate.ts';
import type { createRunStore } from './run.ts';
import type { RunFeed } from './runFeed.ts';

/** The events of a run with newer ones; what happens again in a restarted worker is listed once. */
function withNewer(events: readonly TrainerEvent[], newer: readonly TrainerEvent[]) {
  const [first] = newer;
  if (!first) return events;
  return [...events.filter(({ number }) => number < first.number), ...newer];
}

/** Takes over the rates of a run; what asks nothing of the run may stand elsewhere on the page. */
function withRatesOf({ training: { learningRate, rateChanges } }: Experiment) {
  return (e: Experiment) => ({ ...e, training: { ...e.training, learningRate, rateChanges } });
}

/** What the figures want to see of an experiment's run. */
export type RequestFor = (experiment: Experiment) => PredictionRequest;

/** Drives the run: the page's buttons and the experiment's changes become calls. */
export class RunController {
  private readonly editor: ExperimentEditor;
  private readonly run: ReturnType<typeof createRunStore>;
  private readonly feed: RunFeed;
  private readonly client: Client;
  private readonly rate: LiveRate;
  private spawn: (() => WorkerLike) | null = null;
  private requestFor: RequestFor | null = null;
  private request: PredictionRequest | null = null;
  /** True from the start of a run that Live trains until there is something to show of it. */
  private unshown = false;
  /** When the figures began to hold what they show, in milliseconds. */
  private heldSince = 0;
  private unfollow = () => {};
  /** The animation frame in which the newest frame is drawn. */
  private drawing: number | null = null;

  constructor(editor: ExperimentEditor, run: ReturnType<typeof createRunStore>, feed: RunFeed) {
    this.editor = editor;
    this.run = run;
    this.feed = feed;
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
      onFull: () => {
        const allowed = String(LIMITS.rateChanges.max);
        editor.refuse([{ field: 'training.rateChanges', reason: 'tooLarge', allowed }]);
      },
    });
  }

  /** Starts the worker and follows the experiment from now on. */
  connect(spawn: () => WorkerLike, requestFor: RequestFor): void {
    this.spawn = spawn;
    this.requestFor = requestFor;
    this.unfollow = this.editor.store.subscribe(() => void this.follow());
    void this.follow();
  }

  /** Ends the worker and follows nothing any more. */
  dispose(): void {
    this.unfollow();
    this.rate.cancel();
    if (this.drawing !== null) cancelAnimationFrame(this.drawing);
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
    if (this.run.getState().workerNotice !== 'failed') await this.client.start();
  }

  async pause(): Promise<void> {
    const result = await this.client.pause();
    // Where it stands is told at once; the frame that shows it may take longer to draw.
    if (result.ok && !this.unshown) this.run.setState(result.value);
  }

  /** Trains for so many epochs or optimizer steps, and pauses. */
  async step(unit: Stretch['unit'], count: number): Promise<void> {
    await this.client.step({ unit, count });
  }

  /**
   * How fast training goes at most, in optimizer steps a second; `null` is as
   * fast as possible. It holds for every run of the lab and changes none of them.
   */
  async pace(stepsPerSecond: number | null): Promise<void> {
    this.run.setState({ pace: stepsPerSecond });
    await this.client.pace(stepsPerSecond);
  }

  /**
   * Turns Live on or off. While it is on, the quick recipe follows every change of
   * data and network, and every change trains a whole run at once, whose answer
   * takes the place of the last one.
   */
  setLive(live: boolean): void {
    this.run.setState({ live });
    this.editor.rule = live ? editedLive : UNRULED;
    if (!live) return;
    this.editor.edit('live', (experiment) => withRecipe(experiment, 'quick'));
    void this.play();
  }

  /** Back to the same initial weights. */
  async reset(): Promise<void> {
    this.beginAnew();
    const result = await this.client.reset();
    if (result.ok) this.run.setState(result.value);
  }

  /**
   * Changes the learning rate: before the first step, of a run that has diverged,
   * or with Live on, it is an edit of the experiment; otherwise the run goes on with
   * it, and the experiment records from which step on.
   */
  setLearningRate(rate: number): void {
    const { step, state, live } = this.run.getState();
    // A run that has diverged cannot go on: another rate is another run.
    if (step === 0 || state === 'diverged' || live) {
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

  /** Brings the worker to the experiment of the page. */
  private async follow(): Promise<void> {
    const { experiment } = this.editor;
    const { client } = this;
    const running = client.experiment;
    if (!running) return this.reopen();
    if (client.isOpening) return;
    const { step, state, live } = this.run.getState();
    const effect = effectOf(running, experiment, step);
    const anew = this.unshown || (effect === 'rate' && (live || state === 'diverged'));
    switch (anew && effect !== 'none' ? 'reopen' : effect) {
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
      case 'reopen':
        // While the hand does not rest, something is to be seen all the same.
        if (this.unshown && performance.now() - this.heldSince > QUIET_MS) return;
        return this.reopen();
    }
  }

  private async reopen(): Promise<void> {
    if (!this.requestFor) return;
    const { live } = this.run.getState();
    const { experiment } = this.editor;
    if (live) this.hold();
    else this.beginAnew();
    this.request = this.requestFor(experiment);
    const result = await this.client.open(experiment, this.request, live);
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

  /** What was told of the run so far is void. */
  private beginAnew(): void {
    this.release();
    this.rate.forgetLost();
    this.feed.restart();
    this.run.setState(({ run }) => ({ run: run + 1, step: 0, epoch: 0, events: [] }));
  }

  /** Keeps what is shown until the next run has something to show. */
  private hold(): void {
    const shown = this.client.experiment;
    this.run.setState(({ held }) => ({ held: held ?? shown }));
    if (!this.unshown) this.heldSince = performance.now();
    this.unshown = true;
    this.rate.forgetLost();
  }

  /** Nothing is waited for any more. */
  private release(): void {
    this.unshown = false;
    this.run.setState({ held: null });
  }

  private take(frame: Frame): void {
    const first = this.unshown;
    this.unshown = false;
    if (first) this.feed.restart();
    for (const event of frame.events) {
      if (event.kind === 'recovered') this.feed.truncate(event.backToEpoch);
    }
    this.feed.take(frame);
    const { state, step, epoch, epochs, learningRate, stepsPerSecond } = frame;
    const { millisecondsPerStep, memoryBytes } = frame;
    this.run.setState((status) => ({
      state,
      step,
      epoch,
      epochs,
      learningRate,
      stepsPerSecond,
      millisecondsPerStep,
      memoryBytes,
      frame: status.frame + 1,
      run: status.run + (first ? 1 : 0),
      held: this.behind ? this.client.experiment : null,
      events: withNewer(first ? [] : status.events, frame.events),
    }));
    // One frame is drawn an animation frame; a hidden page draws none and asks for none.
    this.drawing ??= requestAnimationFrame(() => {
      this.drawing = null;
      this.client.credit();
    });
    if (first) void this.follow();
  }

  /** True if the experiment has been changed since the run was begun that Live trains. */
  private get behind(): boolean {
    const { live } = this.run.getState();
    return live && !same(this.client.experiment, this.editor.experiment);
  }

  private back(step: number, engine: RunInfo, after: Absence): void {
    const { experiment } = this.client;
    if (experiment) this.feed.truncate(Math.floor(step / stepsPerEpoch(experiment)));
    this.run.setState({ ready: true, engine });
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
