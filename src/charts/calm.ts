/** Scales that follow live data without flickering. */

/** The share of the way that is gone at every frame. */
const PACE = 0.25;

/** A positive number that follows its target, in ratios and a quarter of the way at a time. */
export class CalmScale {
  private value = 0;

  next(target: number): number {
    if (!(target > 0)) return this.value || 1;
    const before = this.value || target;
    this.value = before * (target / before) ** PACE;
    return this.value;
  }
}

/** Ends of an axis, within a power of ten. */
const ENDS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10] as const;
/** An axis may be so much longer than what it shows before it shrinks. */
const SLACK = 1.8;

/** The end of an axis from 0 that shows `peak`, kept as long as it serves. */
export function calmEnd(previous: number, peak: number): number {
  if (!(peak > 0)) return previous || 1;
  const wanted = 1.06 * peak;
  if (previous >= wanted && previous <= SLACK * wanted) return previous;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const end = ENDS.find((candidate) => candidate * power >= wanted) ?? 10;
  return Number((end * power).toPrecision(3));
}
