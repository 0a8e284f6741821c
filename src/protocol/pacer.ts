/** A frame takes at least this long to draw. */
export const FRAME_MS = 15;
/**
 * A run that is trained at once shows nothing for so long, twice as long if it is half
 * done by then, unless it ends before:
 * an answer takes the last one's place, not a beginning.
 */
export const QUIET_MS = 100;
/** So far behind its pace, in milliseconds, training does not hurry after it. */
const LATEST_MS = 100;

/** Spreads steps evenly over time. All times in milliseconds. */
export class Pacer {
  /** Between two steps; 0 for as fast as possible. */
  private interval = 0;
  /** When the next step is due. */
  private due = Number.NEGATIVE_INFINITY;

  /** The pace from now on; a step that was waited for is due at the latest one interval from now. */
  set(stepsPerSecond: number | null, now: number): void {
    this.interval = stepsPerSecond === null ? 0 : 1000 / stepsPerSecond;
    this.due = Math.min(this.due, now + this.interval);
  }

  /** Makes the next step due at once. */
  hurry(): void {
    this.due = Number.NEGATIVE_INFINITY;
  }

  /** How long the next step has to wait; 0 if it is due. */
  wait(now: number): number {
    return this.interval === 0 ? 0 : Math.max(0, this.due - now);
  }

  /** False for as fast as possible. */
  get isPaced(): boolean {
    return this.interval > 0;
  }

  /** True if the page has time for a frame of every step. */
  get slow(): boolean {
    return this.interval >= FRAME_MS;
  }

  /** Takes note of a step done. */
  count(now: number): void {
    const since = this.due === Number.NEGATIVE_INFINITY ? now : this.due;
    this.due = Math.max(since, now - LATEST_MS) + this.interval;
  }
}
