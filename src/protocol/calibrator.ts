import type { Calibration } from '../core/calibration.ts';

/** What the calibrator needs of a run. */
export interface Calibratable {
  /** Optimizer steps after which the model is what it is now. */
  readonly shownStep: number;
  /** Begins to calibrate the model as it is now; null where it has no width yet. */
  calibrating(): { advance(): Calibration | null } | null;
}

/** While a run trains, a calibration begins at most this often, in milliseconds. */
const EVERY_MS = 1000;
/** It may take this share of the time while training. */
const SHARE = 0.1;

/** Decides when a run is calibrated: again whenever it is another one, and now and then while it trains. */
export class Calibrator {
  /** The newest calibration that nobody has taken yet. */
  private found: Calibration | null = null;
  private job: ReturnType<Calibratable['calibrating']> = null;
  /** The step of what was calibrated last, or is being. */
  private step = -1;
  /** When that was begun. */
  private begun = Number.NEGATIVE_INFINITY;
  /** Milliseconds that it may still take. */
  private budget = 0;
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** Forgets what was calibrated, as for another run. */
  forget(): void {
    this.job = null;
    this.found = null;
    this.step = -1;
  }

  due({ shownStep }: Calibratable, training: boolean): boolean {
    if (this.job) return true;
    return shownStep !== this.step && (!training || this.now() - this.begun >= EVERY_MS);
  }

  /**
   * Calibrates a little.
   *
   * @param stint milliseconds that have passed in training, or that may be used up now
   * @returns true if there is a new calibration
   */
  advance(run: Calibratable, stint: number, training: boolean): boolean {
    // Of a run that has come to rest nothing is wanted but what it is now.
    if (!training && this.step !== run.shownStep) this.job = null;
    if (!this.due(run, training)) return false;
    this.budget = training ? Math.min(this.budget + SHARE * stint, stint) : stint;
    while (this.budget > 0) {
      const start = this.now();
      if (!this.job) this.begin(run);
      if (!this.job) return false;
      const found = this.job.advance();
      // At least a little, so that a clock that stands still ends the loop too.
      this.budget -= Math.max(0.1, this.now() - start);
      if (!found) continue;
      this.job = null;
      this.found = found;
      return true;
    }
    return false;
  }

  /** The newest calibration, once. */
  take(): Calibration | null {
    const { found } = this;
    this.found = null;
    return found;
  }

  private begin(run: Calibratable): void {
    this.job = run.calibrating();
    this.step = run.shownStep;
    this.begun = this.now();
  }
}
