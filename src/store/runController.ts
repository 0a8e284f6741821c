import { type Experiment, LIMITS, stepsPerEpoch } from '../core/experiment.ts';
import type { PredictionRequest } from '../core/predictions.ts';
import type { TrainerEvent } from '../core/run.ts';
import { same } from '../core/same.ts';
import { latestRate } from '../core/schedule.ts';
import { type Absence, Client } from '../protocol/client.ts';
import type { Frame, RunInfo, Stretch } from '../protocol/messages.ts';
import type { WorkerLike } from '../protocol/supervisor.ts';
import { effectOf, endOf } from './effect.ts';
import type { ExperimentEditor } from './experimentEditor.ts';
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

/** Drives the run: the page's buttons and the experiment's changes become calls. */
export class RunController {
  private readonly editor: ExperimentEditor;
  private readonly run: ReturnType<typeof createRunStore>;
  private readonly feed: RunFeed;
  private readonly client: Client;
  private readonly rate: LiveRate;
  private spawn: (() => WorkerLike) | null = null;
  private request: PredictionRequest | null = null;
  private unfollow = () => {};
  /** The animation frame in which the newest frame is drawn. */
  private drawing: number | null = null;

  constructor(editor: ExperimentEditor, run: ReturnType<typeof createRunStore>, feed: RunFeed) {
    this.editor = editor;
    this.run = run;
    this.feed = feed;
    const client = new Client({
      spawn: () => this.spawn!(),
      onState: (state) => run.setState({ state }),
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
  connect(spawn: () => WorkerLike, request: PredictionRequest): void {
    this.spawn = spawn;
    this.request = request;
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
    if (result.ok) this.run.setState(result.value);
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

  /** Back to the same initial weights. */
  async reset(): Promise<void> {
    this.beginAnew();
    const result = await this.client.reset();
    if (result.ok) this.run.setState(result.value);
  }

  /**
   * Changes the learning rate: before the first step, or of a run that has
   * diverged, it is an edit of the experiment; otherwise the run goes on with
   * it, and the experiment records from which step on.
   */
  setLearningRate(rate: number): void {
    const { step, state } = this.run.getState();
    // A run that has diverged cannot go on: another rate is another run.
    if (step === 0 || state === 'diverged') {
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
  view(request: PredictionRequest): void {
    if (same(request, this.request)) return;
    this.request = request;
    if (this.client.experiment) void this.client.view(request);
  }

  /** Brings the worker to the experiment of the page. */
  private async follow(): Promise<void> {
    const { experiment } = this.editor;
    const { client } = this;
    const running = client.experiment;
    if (!running) return this.reopen();
    if (client.isOpening) return;
    const { step, state } = this.run.getState();
    const effect = effectOf(running, experiment, step);
    switch (effect === 'rate' && state === 'diverged' ? 'reopen' : effect) {
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
        return this.reopen();
    }
  }

  private async reopen(): Promise<void> {
    if (!this.request) return;
    this.beginAnew();
    const result = await this.client.open(this.editor.experiment, this.request);
    if (result.ok) {
      this.run.setState(({ workerNotice }) => ({
        ready: true,
        engine: result.value,
        workerNotice: workerNotice === 'failed' ? null : workerNotice,
      }));
    } else if (result.refusal.reason === 'badExperiment') {
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
    this.rate.forgetLost();
    this.feed.restart();
    this.run.setState({ step: 0, epoch: 0, events: [] });
  }

  private take(frame: Frame): void {
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
      events: withNewer(status.events, frame.events),
    }));
    // One frame is drawn an animation frame; a hidden page draws none and asks for none.
    this.drawing ??= requestAnimationFrame(() => {
      this.drawing = null;
      this.client.credit();
    });
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
    this.run.setState({ ready: false, workerNotice: 'failed' });
  }
}
