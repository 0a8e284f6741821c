import type { PredictionRequest, Usage } from '../core/predictions.ts';
import type { WayState } from '../core/way.ts';
import type { Frame } from './messages.ts';
import { FRAME_MS } from './pacer.ts';
import type { Run } from './run.ts';

/** Views may take this share of the time while training. */
const VIEW_SHARE = 0.04;

/** What of a frame the run does not know itself. */
type Told = Pick<
  Frame,
  'run' | 'state' | 'stepsPerSecond' | 'millisecondsPerStep' | 'seconds' | 'scores' | 'calibration'
>;

/** Decides when the page is sent a frame of a run, and puts it together. */
export class Frames {
  /** What the page wants to see. */
  request: PredictionRequest;
  /** True if there is anything that the page has not been told. */
  changed = true;
  /** True once the page has drawn the last frame. */
  credit = true;
  /** How much the components were used, since the last frame. */
  usages: Usage[] = [];
  /** What the run was after epochs of its way, since the last frame. */
  states: WayState[] = [];
  private last = Number.NEGATIVE_INFINITY;
  /** Milliseconds that the last view took. */
  private cost = 0;
  private readonly now: () => number;

  constructor(request: PredictionRequest, now: () => number) {
    this.request = request;
    this.now = now;
  }

  /**
   * True if a frame is to be sent now.
   *
   * @param work `none` when the run rests, `waits` when its next step is not due yet
   */
  isDue(work: 'none' | 'waits' | 'trains'): boolean {
    if (!this.changed || !this.credit) return false;
    // While the next step is waited for, a view costs nothing.
    const wait = work === 'trains' ? Math.max(FRAME_MS, this.cost / VIEW_SHARE) : FRAME_MS;
    return work === 'none' || this.now() - this.last >= wait;
  }

  /** The frame that tells the page how the run stands. */
  take(run: Run, told: Told): Frame {
    const start = this.now();
    const shown = run.shown();
    const frame: Frame = {
      type: 'frame',
      ...told,
      step: run.step,
      epoch: run.epoch,
      shownEpoch: shown.epoch,
      epochs: run.experiment.training.epochs,
      learningRate: run.learningRate,
      memoryBytes: run.memoryBytes,
      ...run.takeLosses(),
      events: run.takeEvents(),
      states: this.states,
      parameters: shown.parameters,
      view: run.view(this.request),
      usages: this.usages,
    };
    this.usages = [];
    this.states = [];
    this.cost = this.now() - start;
    this.last = start;
    this.credit = false;
    this.changed = false;
    return frame;
  }
}

/** The buffer of every typed array in a message, to be transferred instead of copied. */
export function buffersOf(message: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(message)) return [message.buffer as ArrayBuffer];
  if (typeof message !== 'object' || message === null) return [];
  return [...new Set(Object.values(message).flatMap(buffersOf))];
}
