import type { Calibration } from '../core/calibration.ts';
import type { Scores } from '../core/predictions.ts';
import type { LossSeries } from '../core/run.ts';
import { sameNumbers } from '../core/same.ts';
import type { WayState } from '../core/way.ts';
import type { Frame } from '../protocol/messages.ts';
import { Way } from './way.ts';

/** A list of numbers that grows in place. */
class Growing {
  private buffer = new Float64Array(1024);
  length = 0;

  append(values: Float64Array): void {
    const needed = this.length + values.length;
    if (needed > this.buffer.length) {
      const larger = new Float64Array(Math.max(needed, 2 * this.buffer.length));
      larger.set(this.buffer.subarray(0, this.length));
      this.buffer = larger;
    }
    this.buffer.set(values, this.length);
    this.length = needed;
  }

  /** A view, valid until the next append. */
  values(): Float64Array {
    return this.buffer.subarray(0, this.length);
  }
}

class GrowingSeries {
  private readonly epochs = new Growing();
  private readonly losses = new Growing();

  /** What a run that went back tells once more replaces what it told before. */
  append({ epoch, loss }: LossSeries): void {
    if (epoch.length > 0) this.keep((kept) => kept < epoch[0]!);
    this.epochs.append(epoch);
    this.losses.append(loss);
  }

  /** Forgets what came after `epoch`, as when a run goes back to a snapshot. */
  truncate(epoch: number): void {
    this.keep((kept) => kept <= epoch);
  }

  /** Forgets from the end on while an epoch is not to be kept. */
  private keep(wanted: (epoch: number) => boolean): void {
    const values = this.epochs.values();
    let length = values.length;
    while (length > 0 && !wanted(values[length - 1]!)) length--;
    this.epochs.length = length;
    this.losses.length = length;
  }

  series(): LossSeries {
    return { epoch: this.epochs.values(), loss: this.losses.values() };
  }

  /** What does not change with the next append. */
  copy(): LossSeries {
    return { epoch: this.epochs.values().slice(), loss: this.losses.values().slice() };
  }
}

/** Where nothing but scores is new, what is shown stays the same object, and no figure is drawn again. */
function showsTheSame(before: Frame, now: Frame): boolean {
  if (before.run !== now.run || before.step !== now.step || before.shownEpoch !== now.shownEpoch) {
    return false;
  }
  return sameNumbers(before.parameters, now.parameters) && sameNumbers(before.view, now.view);
}

/**
 * The run's numbers, outside React's state: the newest frame and the losses
 * since the run began. Figures read it when the run store's `frame` changes.
 */
export class RunFeed {
  frame: Frame | null = null;
  /** The newest scores of this run; they lag behind the frame. */
  scores: Scores | null = null;
  /** The newest calibration of this run, if one was asked for. */
  calibration: Calibration | null = null;
  readonly way = new Way();
  private train = new GrowingSeries();
  private test = new GrowingSeries();

  take(frame: Frame): void {
    const before = this.frame;
    this.frame = before && showsTheSame(before, frame) ? { ...frame, view: before.view } : frame;
    if (frame.scores) this.scores = frame.scores;
    if (frame.calibration) this.calibration = frame.calibration;
    this.train.append(frame.train);
    this.test.append(frame.test);
    this.way.take(frame.states);
  }

  losses(): { train: LossSeries; test: LossSeries } {
    return { train: this.train.series(), test: this.test.series() };
  }

  /** The losses so far, copied. */
  copyOfLosses(): { train: LossSeries; test: LossSeries } {
    return { train: this.train.copy(), test: this.test.copy() };
  }

  /** The loss curves of another run, empty at its start; the last frame stays until the next one comes. */
  restart(losses?: { train: LossSeries; test: LossSeries }, way: readonly WayState[] = []): void {
    this.scores = null;
    this.calibration = null;
    this.way.restart();
    this.way.take(way);
    this.train = new GrowingSeries();
    this.test = new GrowingSeries();
    if (losses) {
      this.train.append(losses.train);
      this.test.append(losses.test);
    }
  }

  truncate(epoch: number): void {
    this.train.truncate(epoch);
    this.test.truncate(epoch);
    this.way.truncate(epoch);
  }
}
