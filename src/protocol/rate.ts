/** A window over which the rate is measured, in milliseconds. */
const WINDOW_MS = 500;

/** Steps a second and the time that one takes, over windows of about half a second. */
export class Rate {
  perSecond = 0;
  /** Milliseconds of computing a step; unlike the rate it does not fall with the pace. */
  stepCost = 0;
  /** Milliseconds of computing in all. */
  spent = 0;
  private since = Number.NaN;
  private steps = 0;
  private busy = 0;

  /** Begins a new window, as after a pause. */
  pause(): void {
    this.since = Number.NaN;
    this.steps = 0;
    this.busy = 0;
  }

  /** Takes note of time spent computing. */
  spend(milliseconds: number): void {
    this.busy += milliseconds;
    this.spent += milliseconds;
  }

  /** Takes note of steps done. */
  count(now: number, steps: number): void {
    if (Number.isNaN(this.since)) {
      this.since = now;
      this.busy = 0;
      return;
    }
    this.steps += steps;
    if (now - this.since < WINDOW_MS) return;
    this.perSecond = (1000 * this.steps) / (now - this.since);
    this.stepCost = this.busy / this.steps;
    this.since = now;
    this.steps = 0;
    this.busy = 0;
  }
}
