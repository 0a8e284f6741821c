import type { Experiment } from '../core/experiment.ts';
import type { Result } from '../protocol/calls.ts';

/** Live changes of the learning rate reach the worker at most this often, in milliseconds. */
const TUNE_MS = 150;

/** A learning rate that the run is to go on with. */
interface RateChange {
  readonly rate: number;
  /** Puts down the experiment that the run then is a function of. */
  readonly write: (experiment: Experiment) => void;
}

interface Options {
  tune(rate: number): Promise<Result<Experiment>>;
  /** The run has as many rate changes as it may have. */
  onFull(): void;
}

/** Changes of the learning rate while a run trains: not too often, and none lost with a worker. */
export class LiveRate {
  private readonly options: Options;
  /** The newest change that has not been sent. */
  private next: RateChange | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** The newest change that was lost with its worker. */
  private lost: RateChange | null = null;

  constructor(options: Options) {
    this.options = options;
  }

  /** Sends a change soon; of several that follow each other closely, the last. */
  soon(change: RateChange): void {
    this.next = change;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.sendNext();
    }, TUNE_MS);
  }

  /** Sends a change at once, in place of one that waits. */
  async now(change: RateChange): Promise<void> {
    this.next = change;
    await this.sendNext();
  }

  /** Sends what was lost to the worker that goes on with the run. */
  async again(): Promise<void> {
    if (this.lost) await this.now(this.next ?? this.lost);
  }

  /** The run begins anew: what was lost concerns it no more. */
  forgetLost(): void {
    this.lost = null;
  }

  /** Drops what waits. */
  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.next = null;
  }

  private async sendNext(): Promise<void> {
    const change = this.next;
    this.next = null;
    if (!change) return;
    this.lost = null;
    const result = await this.options.tune(change.rate);
    if (result.ok) change.write(result.value);
    else if (result.refusal.reason === 'tooManyRateChanges') this.options.onFull();
    else if (result.refusal.reason === 'failed') this.lost = change;
  }
}
