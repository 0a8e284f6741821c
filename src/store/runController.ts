import { type Experiment, LIMITS, stepsPerEpoch, testInterval } from '../core/experiment.ts';
import type { PredictionRequest } from '../core/predictions.ts';
import type { RunEnd, TrainerEvent } from '../core/run.ts';
import { same } from '../core/same.ts';
import { latestRate, withRate } from '../core/schedule.ts';
import { Client, type WorkerLike } from '../protocol/client.ts';
import type { Frame, RunInfo, StepUnit } from '../protocol/messages.ts';
import type { ExperimentEditor } from './experimentEditor.ts';
import type { createRunStore } from './run.ts';
import type { RunFeed } from './runFeed.ts';

/** Live changes of the learning rate reach the worker at most this often, in milliseconds. */
const TUNE_MS = 150;

/** What a change of the experiment asks of the run. */
export type Effect = 'none' | 'rate' | 'end' | 'reopen';

/**
 * What a change of the experiment asks of a run that has done `step` optimizer
 * steps: nothing, a live change of the rate, another end, or a new start.
 */
export function effectOf(from: Experiment, to: Experiment, step: number): Effect {
  if (same(from, to)) return 'none';
  const rateOf = ({ learningRate, rateChanges }: Experiment['training']) => ({
    learningRate,
    rateChanges,
  });
  const withoutRate = { ...to, training: { ...to.training, ...rateOf(from.training) } };
  if (same(from, withoutRate)) return step > 0 ? 'rate' : 'reopen';
  const withoutEnd = { ...to, training: { ...to.training, ...endOf(from) } };
  const ahead = to.training.epochs * stepsPerEpoch(to) >= step;
  return same(from, withoutEnd) && ahead && samePlateau(from, to) ? 'end' : 'reopen';
}

/** True if a run that has followed one experiment meets the plateau where the other's replay does. */
function samePlateau({ training: from }: Experiment, { training: to }: Experiment): boolean {
  if (!to.stopAtPlateau) return true;
  return from.stopAtPlateau && testInterval(from.epochs) === testInterval(to.epochs);
}

function endOf({ training: { epochs, stopAtPlateau } }: Experiment): RunEnd {
  return { epochs, stopAtPlateau };
}

/** The events of a run with newer ones; what happens again in a restarted worker is listed once. */
function withNewer(events: readonly TrainerEvent[], newer: readonly TrainerEvent[]) {
  const [first] = newer;
  if (!first) return events;
  return [...events.filter(({ number }) => number < first.number), ...newer];
}

/** Drives the run: the page's buttons and the experiment's changes become calls. */
export class RunController {
  private readonly editor: ExperimentEditor;
  private readonly run: ReturnType<typeof createRunStore>;
  private readonly feed: RunFeed;
  private client: Client | null = null;
  /** The experiment that the worker runs. */
  private running: Experiment | null = null;
  private opening = false;
  private request: PredictionRequest | null = null;
  private pendingRate: number | null = null;
  private tuning: ReturnType<typeof setTimeout> | null = null;
  /** Tells a rate that no worker has heard of. */
  private untold: (() => Promise<void>) | null = null;
  private drawn = true;

  constructor(editor: ExperimentEditor, run: ReturnType<typeof createRunStore>, feed: RunFeed) {
    this.editor = editor;
    this.run = run;
    this.feed = feed;
  }

  /** Starts the worker and follows the experiment from now on. */
  connect(spawn: () => WorkerLike, request: PredictionRequest): void {
    this.request = request;
    this.client = new Client({
      spawn,
      onFrame: (frame) => this.take(frame),
      onRestart: (step, info) => this.restarted(step, info),
      onFailure: () => this.failed(),
    });
    this.editor.store.subscribe(() => void this.follow());
    const { pace } = this.run.getState();
    if (pace !== null) void this.client.pace(pace);
    void this.follow();
  }

  /** Tries once more to start the worker. */
  retry(): void {
    this.run.setState({ workerNotice: null });
    this.client?.retry();
  }

  /** Starts the run, or has it start as soon as it is open. */
  async play(): Promise<void> {
    const { state, workerNotice } = this.run.getState();
    if (state === 'paused' && workerNotice !== 'failed') await this.start();
  }

  private async start(): Promise<void> {
    this.run.setState({ state: 'running' });
    // A run that is being opened is started by whoever opens it.
    if (!this.opening) await this.client?.start();
  }

  async pause(): Promise<void> {
    this.run.setState(({ state }) => ({ state: state === 'running' ? 'paused' : state }));
    const result = await this.client?.pause();
    // Where it stands is told at once; the frame that shows it may take longer to draw.
    if (result?.ok) this.run.setState(result.value);
  }

  /** Trains for so many epochs or optimizer steps, and pauses. */
  async step(unit: StepUnit, count: number): Promise<void> {
    await this.client?.step({ unit, count });
  }

  /**
   * How fast training goes at most, in optimizer steps a second; `null` is as
   * fast as possible. It holds for every run of the lab and changes none of them.
   */
  async pace(stepsPerSecond: number | null): Promise<void> {
    this.run.setState({ pace: stepsPerSecond });
    await this.client?.pace(stepsPerSecond);
  }

  /** Back to the same initial weights. */
  async reset(): Promise<void> {
    this.untold = null;
    this.feed.restart();
    this.run.setState({ state: 'paused', step: 0, epoch: 0, events: [] });
    const result = await this.client?.reset();
    if (result?.ok) this.run.setState(result.value);
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
      this.pendingRate = null;
      this.editor.edit('training.learningRate', (experiment) => ({
        ...experiment,
        training: withRate(experiment.training, 0, rate),
      }));
      return;
    }
    this.pendingRate = rate;
    this.tuning ??= setTimeout(
      () =>
        void this.tune((experiment) => this.editor.edit('training.learningRate', () => experiment)),
      TUNE_MS,
    );
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
    if (this.running && !this.opening) void this.client?.view(request);
  }

  /** Sends the waiting rate; `write` puts down the experiment that the run then is a function of. */
  private async tune(write: (experiment: Experiment) => void): Promise<void> {
    this.tuning = null;
    const { pendingRate: rate } = this;
    this.pendingRate = null;
    if (rate === null || !this.running) return;
    this.untold = null;
    const result = await this.client?.tune(rate);
    if (result?.ok) {
      const { running } = this;
      const { step } = result.value;
      this.running = { ...running, training: withRate(running.training, step, rate) };
      this.client?.rebase(this.running);
      write(this.running);
    } else if (result?.refusal.reason === 'tooManyRateChanges') {
      this.editor.refuse([{ field: 'training.rateChanges', reason: 'tooLarge', allowed: '300' }]);
    } else if (result?.refusal.reason === 'failed') {
      // The worker was replaced meanwhile; the one that follows has yet to hear of it.
      this.untold = () => {
        this.pendingRate ??= rate;
        return this.tune(write);
      };
    }
  }

  /** Brings the worker to the experiment of the page. */
  private async follow(): Promise<void> {
    const { experiment } = this.editor;
    const { step, state } = this.run.getState();
    if (!this.running) {
      this.running = experiment;
      await this.reopen(state === 'running');
      return;
    }
    if (this.opening) return;
    const effect = effectOf(this.running, experiment, step);
    switch (effect === 'rate' && state === 'diverged' ? 'reopen' : effect) {
      case 'none':
        return;
      case 'end':
        this.running = experiment;
        this.client?.rebase(experiment);
        await this.client?.extend(endOf(experiment));
        if (state === 'finished') await this.start();
        return;
      case 'rate':
        // Undo and redo of a live change: the rate changes from here on.
        // In steps that a recovery repeats, the newest one may hold only from a later step.
        this.pendingRate = latestRate(experiment.training);
        await this.tune((tuned) => this.editor.record(() => tuned));
        return;
      case 'reopen':
        this.running = experiment;
        await this.reopen(state === 'running');
    }
  }

  private async reopen(playing: boolean): Promise<void> {
    const { client, request, running } = this;
    if (!client || !request || !running) return;
    this.opening = true;
    this.untold = null;
    this.feed.restart();
    this.run.setState({ state: playing ? 'running' : 'paused', step: 0, epoch: 0, events: [] });
    const result = await client.open(running, request);
    this.opening = false;
    if (result.ok) {
      this.run.setState(({ workerNotice }) => ({
        ready: true,
        engine: result.value,
        workerNotice: workerNotice === 'failed' ? null : workerNotice,
      }));
      // A figure may have asked for something else while the run was opening.
      if (this.request !== request) void client.view(this.request as PredictionRequest);
      // Play and Pause may have been pressed meanwhile.
      if (this.run.getState().state === 'running') await client.start();
    } else if (result.refusal.reason === 'badExperiment') {
      this.editor.refuse(result.refusal.problems);
    } else if (result.refusal.reason === 'failed') {
      this.failed();
    }
    // The experiment may have been edited again in the meantime.
    await this.follow();
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
    this.creditWhenDrawn();
  }

  /** One frame is drawn an animation frame; a hidden page draws none and asks for none. */
  private creditWhenDrawn(): void {
    if (!this.drawn) return;
    this.drawn = false;
    requestAnimationFrame(() => {
      this.drawn = true;
      this.client?.credit();
    });
  }

  private restarted(step: number, engine: RunInfo): void {
    if (this.running) this.feed.truncate(Math.floor(step / stepsPerEpoch(this.running)));
    this.run.setState(({ restarts }) => ({
      ready: true,
      engine,
      workerNotice: 'restarted',
      restarts: restarts + 1,
    }));
    const { untold } = this;
    this.untold = null;
    void untold?.();
  }

  private failed(): void {
    this.run.setState({ ready: false, state: 'paused', workerNotice: 'failed' });
  }
}
