import { type AdamUpdate, adamUpdate } from '../core/adam.ts';
import type { Points } from '../core/data/points.ts';
import { toTrainingUnit } from '../core/data/standardise.ts';
import {
  batchRows,
  type EngineName,
  type Experiment,
  stepsPerEpoch,
  testInterval,
} from '../core/experiment.ts';
import { firstParameters } from '../core/initialisation.ts';
import type { Fitted, Forward } from '../core/model.ts';
import { bestAfter, isPlateau } from '../core/plateau.ts';
import { type RandomStream, randomStream, shuffle } from '../core/random.ts';
import {
  type Checkpoint,
  type DivergenceCause,
  type RunEnd,
  type Snapshot,
  startOf,
  type TrainerEvent,
} from '../core/run.ts';
import { withRate } from '../core/schedule.ts';
import { fittedWith } from '../core/scores.ts';
import { smallestDeviation } from '../core/smallestDeviation.ts';
import { lossInTargetUnit, type Task, taskOf } from '../core/task.ts';
import { divergenceCause, largestLoss, typicalNorm } from './divergence.ts';
import type { Batch, Engine, Rows, Session, StepOutcome } from './engine.ts';
import { LossLog } from './lossLog.ts';
import { clipNormOf, type Position, rateAt, recover } from './recovery.ts';

/** Optimizer steps between two checkpoints. */
const CHECKPOINT_STEPS = 50;

/**
 * What a call of `advance` has come to: `part` if more blocks would have brought
 * it further at once, `step` if it has done what it was to and nothing is begun,
 * `end` if there is nothing left to do.
 */
export type Advanced = 'part' | 'step' | 'end';

/**
 * Runs an experiment. `advance` computes, and the caller owns time: however the
 * work is cut, the run is the same.
 */
export class Trainer {
  readonly task: Task;
  /** The name of the engine that it runs in. */
  readonly engine: EngineName;
  readonly losses = new LossLog();
  private readonly session: Session;
  private readonly train: Rows;
  readonly stepsPerEpoch: number;
  private readonly batchRows: number;
  /** The training rows as they were drawn. */
  private readonly unordered: Int32Array;
  private settings: Experiment;
  private batches!: RandomStream;
  /** Where the run stands; parameters and moments the session holds. */
  private at!: Position;
  private checkpoint!: Checkpoint;
  /** Rows of the present batch that are accumulated. */
  private accumulated = 0;
  /** The test loss that is due: rows done and their sum. */
  private evaluation: { rows: number; sum: number } | null = null;
  /** σ̂ of a feed-forward network with the present parameters; null until somebody asks. */
  private deviation: number | null = null;
  private events: TrainerEvent[] = [];

  constructor(experiment: Experiment, engine: Engine, snapshot?: Snapshot) {
    this.settings = experiment;
    this.engine = engine.name;
    this.task = taskOf(experiment);
    this.train = this.rows(this.task.data.train);
    this.stepsPerEpoch = stepsPerEpoch(experiment);
    this.batchRows = batchRows(experiment);
    this.unordered = Int32Array.from(this.train.x.keys());
    this.session = engine.open({
      network: this.task.network,
      train: this.train,
      test: this.rows(this.task.data.tested),
    });
    if (snapshot) this.restore(snapshot);
    else this.reset();
  }

  get experiment(): Experiment {
    return this.settings;
  }

  /** Optimizer steps done. */
  get step(): number {
    return this.at.step;
  }

  /** Whole epochs done. */
  get epoch(): number {
    return Math.floor(this.at.step / this.stepsPerEpoch);
  }

  get finished(): boolean {
    return this.evaluation === null && (this.plateau || this.epoch >= this.end.epochs);
  }

  /** True if the run ends here because the test loss no longer improves. */
  get plateau(): boolean {
    return this.end.stopAtPlateau && isPlateau(this.at.best, this.stepsPerEpoch);
  }

  private get end(): RunEnd {
    return this.settings.training;
  }

  /** True if the run diverged and was not to recover. */
  get diverged(): boolean {
    return this.at.stopped;
  }

  get recoveries(): number {
    return this.at.recoveries;
  }

  /** What the engine holds for the run, in bytes. */
  get memoryBytes(): number {
    return this.session.memoryBytes();
  }

  /** The rate of the next step, after the halvings of recoveries. */
  get learningRate(): number {
    return rateAt(this.settings.training, this.at.step, this.stepsPerEpoch, this.at);
  }

  /** The weights that a run at its end goes back to; null where they are those of its last step. */
  private get kept(): Checkpoint['lowest'] {
    return this.finished && (this.end.keepBest || this.plateau) ? this.at.lowest : null;
  }

  /** The epoch whose weights `parameters` are: the present one, or the best one at the run's end. */
  get shownEpoch(): number {
    return this.kept?.epoch ?? this.epoch;
  }

  /** The flat parameters, copied, in the unit of training. */
  parameters(): Float32Array {
    return this.kept?.parameters.slice() ?? this.session.parameters();
  }

  /** The network as it is now, copied. */
  fitted(): Fitted {
    const { task } = this;
    const parameters = this.parameters();
    if (this.deviation !== null) return { task, parameters, deviation: this.deviation };
    const fitted = this.fittedWith(parameters);
    this.deviation = fitted.deviation;
    return fitted;
  }

  /** This run's network with other parameters. */
  fittedWith(parameters: Float32Array): Fitted {
    return fittedWith(this.task, parameters, this.forward);
  }

  /** The flat parameters after the last step, copied. */
  weights(): Float32Array {
    return this.session.parameters();
  }

  /** The weights of the least test loss so far; null before the first. */
  get lowest(): Checkpoint['lowest'] {
    return this.at.lowest;
  }

  /** The raw outputs, in float32, by the engine. */
  readonly forward: Forward = ({ task, parameters }, x) =>
    this.session.forward(toTrainingUnit(x, task.scaling.input), parameters);

  /** The same initial parameters again, and nothing done. */
  reset(): void {
    const parameters = firstParameters(this.settings, this.task);
    const start = startOf(parameters, randomStream(this.settings.seed, 'batches').state());
    this.losses.clear();
    this.events = [];
    this.goTo(start);
    this.checkpoint = start;
  }

  /** Where the run stands: after its last whole optimizer step. */
  snapshot(): Snapshot {
    return { now: this.position(), checkpoint: this.checkpoint, untold: this.losses.untold() };
  }

  /** Goes on from a snapshot of the same experiment. */
  private restore(snapshot: Snapshot): void {
    this.goTo(snapshot.now);
    this.checkpoint = snapshot.checkpoint;
    this.losses.restore(snapshot.untold);
  }

  /**
   * Changes the learning rate from the next optimizer step on; after a recovery,
   * from the first step on that was not done before: a replay takes the steps
   * between twice, and the first time the rate was still the old one.
   *
   * @returns the experiment that the run is now a function of
   */
  tune(rate: number): Experiment {
    const step = Math.max(this.at.step, this.at.lastFailure + 1);
    this.settings = {
      ...this.settings,
      training: withRate(this.settings.training, step, rate),
    };
    return this.settings;
  }

  /** Makes the run end elsewhere. */
  setEnd(end: RunEnd): void {
    this.settings = { ...this.settings, training: { ...this.settings.training, ...end } };
    this.deviation = null;
  }

  /** Losses since the last call, in the target's own units. */
  takeLosses() {
    return this.losses.take();
  }

  /** What happened since the last call. */
  takeEvents(): TrainerEvent[] {
    const events = this.events;
    this.events = [];
    return events;
  }

  /**
   * Does at most `blocks` blocks of rows and `steps` optimizer steps, none of
   * them beyond the end of an epoch and of its test loss if that is due.
   */
  advance(blocks = Number.POSITIVE_INFINITY, steps = 1): Advanced {
    if (this.diverged || this.finished) return 'end';
    const rows = blocks * this.session.blockRows;
    if (this.evaluation) {
      this.evaluate(this.evaluation, rows);
      return this.evaluation ? 'part' : 'step';
    }
    const last = Math.min(this.at.step + steps, this.nextStop());
    const batches = this.plan(blocks, last);
    if (batches.length > 0) this.run(batches);
    else this.accumulate(rows);
    if (this.diverged) return 'end';
    return this.evaluation || this.at.step < last ? 'part' : 'step';
  }

  dispose(): void {
    this.session.dispose();
  }

  /** Training rows of a step's batch. */
  private rowsOf(step: number): { from: number; to: number } {
    const from = (step % this.stepsPerEpoch) * this.batchRows;
    return { from, to: Math.min(this.train.x.length, from + this.batchRows) };
  }

  /** The next step at which there is more to do than to train: an epoch or a checkpoint ends. */
  private nextStop(): number {
    const { step, firstLoss } = this.at;
    const next = (every: number) => (Math.floor(step / every) + 1) * every;
    // Against the first batch's loss the others are held.
    if (firstLoss === null) return step + 1;
    return Math.min(next(this.stepsPerEpoch), next(CHECKPOINT_STEPS));
  }

  /** The batches of the steps before `last`, as far as they fit so many blocks. */
  private plan(blocks: number, last: number): Batch[] {
    const batches: Batch[] = [];
    let left = blocks;
    for (let { step } = this.at; step < last; step++) {
      const { from, to } = this.rowsOf(step);
      const start = batches.length === 0 ? from + this.accumulated : from;
      left -= Math.ceil((to - start) / this.session.blockRows);
      if (left < 0) break;
      batches.push({ from: start, to, update: this.update(step, to - from) });
    }
    return batches;
  }

  private update(step: number, rows: number): AdamUpdate {
    const { training } = this.settings;
    return adamUpdate(step + 1, {
      scale: 1 / rows,
      learningRate: rateAt(training, step, this.stepsPerEpoch, this.at),
      clipNorm: clipNormOf(training, this.at),
      weightDecay: training.weightDecay,
    });
  }

  /** Begins a batch that is longer than what may be done at once. */
  private accumulate(rows: number): void {
    const { from, to } = this.rowsOf(this.at.step);
    const start = from + this.accumulated;
    const end = Math.min(to, start + rows);
    this.session.accumulate(start, end);
    this.accumulated += end - start;
  }

  private run(batches: readonly Batch[]): void {
    const limit = largestLoss(this.at.firstLoss);
    const outcomes = this.session.train(batches, limit);
    this.accumulated = 0;
    this.deviation = null;
    for (const outcome of outcomes) {
      const cause = divergenceCause(outcome, limit);
      if (cause) {
        this.diverge(outcome, cause);
        return;
      }
      const { step, epochLossSum, firstLoss, typicalNorm: norm } = this.at;
      const { from, to } = this.rowsOf(step);
      this.at = {
        ...this.at,
        step: step + 1,
        epochLossSum: epochLossSum + outcome.loss * (to - from),
        firstLoss: firstLoss ?? outcome.loss,
        typicalNorm: typicalNorm(norm, outcome.gradientNorm),
      };
    }
    if (this.at.step % this.stepsPerEpoch === 0) this.endEpoch();
    if (this.at.step % CHECKPOINT_STEPS === 0) this.checkpoint = this.position();
  }

  private endEpoch(): void {
    const trainLoss = lossInTargetUnit(this.task, this.at.epochLossSum / this.train.x.length);
    this.losses.train(this.epoch, trainLoss);
    this.at = { ...this.at, epochLossSum: 0, batches: this.batches.state() };
    this.orderEpoch();
    const { epochs } = this.settings.training;
    if (this.epoch % testInterval(epochs) === 0 || this.epoch === epochs)
      this.evaluation = { rows: 0, sum: 0 };
  }

  private evaluate(due: { rows: number; sum: number }, rows: number): void {
    const count = this.task.data.tested.x.length;
    const end = Math.min(count, due.rows + rows);
    const sum = this.session.testLoss(due.rows, end, due.sum);
    this.evaluation = end < count ? { rows: end, sum } : null;
    if (end < count) return;
    const loss = lossInTargetUnit(this.task, sum / count);
    this.losses.test(this.epoch, loss);
    const { epoch } = this;
    const best = bestAfter(this.at.best, epoch, loss, this.settings.model.kind);
    this.at = { ...this.at, best };
    if (loss < (this.at.lowest?.loss ?? Number.POSITIVE_INFINITY)) {
      this.at = { ...this.at, lowest: { epoch, loss, parameters: this.session.parameters() } };
    }
    this.deviation = null;
  }

  private diverge({ loss, gradientNorm }: StepOutcome, cause: DivergenceCause): void {
    const { event, back } = recover({
      training: this.settings.training,
      stepsPerEpoch: this.stepsPerEpoch,
      at: this.at,
      checkpoint: this.checkpoint,
      cause,
      loss: lossInTargetUnit(this.task, loss),
      gradientNorm,
      smallestDeviation: this.smallestDeviations(),
    });
    this.events.push(event);
    if (back) {
      this.checkpoint = back;
      this.goTo(back);
      this.losses.forget(this.epoch);
    } else {
      // The step was not taken: what the weights before it answer can be looked at.
      this.at = { ...this.at, stopped: true };
    }
  }

  /** The smallest σ at the checkpoint and just before the step that failed. */
  private smallestDeviations(): TrainerEvent['smallestDeviation'] {
    if (this.task.network.components === 0) return null;
    const at = (parameters: Float32Array) =>
      smallestDeviation({ ...this.fitted(), parameters }, this.forward);
    return {
      before: at(this.checkpoint.state.parameters),
      after: at(this.parameters()),
    };
  }

  private position(): Checkpoint {
    return {
      ...this.at,
      state: this.session.optimizerState(),
      evaluationDue: this.evaluation !== null,
    };
  }

  private goTo({ state, evaluationDue, ...at }: Checkpoint): void {
    this.at = at;
    this.session.setState(state);
    this.accumulated = 0;
    this.deviation = null;
    this.evaluation = evaluationDue ? { rows: 0, sum: 0 } : null;
    this.batches = randomStream(this.settings.seed, 'batches', at.batches);
    this.orderEpoch();
  }

  /** Lays the rows of the present epoch in their order. */
  private orderEpoch(): void {
    if (this.settings.training.order === 'fixed') return;
    this.session.setOrder(shuffle(this.unordered.slice(), this.batches));
  }

  private rows({ x, y }: Points): Rows {
    return {
      x: toTrainingUnit(x, this.task.scaling.input),
      y: toTrainingUnit(y, this.task.scaling.target),
    };
  }
}
