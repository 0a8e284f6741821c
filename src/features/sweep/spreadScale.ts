import { ticksOf } from '../../charts/ticks.ts';
import type { Range } from '../../core/range.ts';
import type { Spread } from '../../core/sweepSummary.ts';

/** The axis on which runs are compared. */
export interface SpreadScale {
  readonly logarithmic: boolean;
  readonly ticks: readonly number[];
  /** Where a value stands, 0 at the bottom and 1 at the top; what lies beyond stands at its end. */
  place(value: number): number;
  /** True for a value that the axis has no room for. */
  isBeyond(value: number): boolean;
}

/** From this ratio of the largest to the least on, equal steps would hide all that is small. */
const LOGARITHMIC_FROM = 8;
/** Runs that lie so far above the groups' quartiles do not press the rest together. */
const ROOM = 0.5;
/** Share of the axis that is left free at either end. */
const PADDING = 0.05;
const TICKS = 5;

/**
 * The axis of all runs; logarithmic where everything is above 0 and of very
 * different size. Null where there is no finite value.
 *
 * @param spreads of the groups
 * @param values of all runs
 */
export function spreadScale(
  spreads: readonly Spread[],
  values: readonly number[],
): SpreadScale | null {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return null;
  const low = Math.min(...finite);
  const logarithmic = low > 0 && Math.max(...finite) / low >= LOGARITHMIC_FROM;
  const position = logarithmic ? Math.log10 : (value: number) => value;
  const uppers = spreads.map(({ upper }) => upper).filter(Number.isFinite);
  const bottom = position(low);
  const core = position(uppers.length > 0 ? Math.max(...uppers) : Math.max(...finite));
  const most = core + ROOM * (core - bottom);
  const top = Math.max(core, ...finite.map(position).filter((value) => value <= most));
  const padding = PADDING * (top - bottom || Math.abs(top) || 1);
  const range: Range = [bottom - padding, top + padding];
  return {
    logarithmic,
    ticks: logarithmic ? logTicks(range) : ticksOf(range, TICKS),
    place: (value) =>
      Math.min(1, Math.max(0, (position(value) - range[0]) / (range[1] - range[0]))),
    isBeyond: (value) => !(position(value) <= range[1]),
  };
}

/** 1, 2 and 5 times the powers of ten; the powers alone where these are many. */
function logTicks([from, to]: Range): number[] {
  const factors = to - from > 2.5 ? [1] : [1, 2, 5];
  const powers = Array.from(
    { length: Math.ceil(to) - Math.floor(from) + 1 },
    (_, i) => Math.floor(from) + i,
  );
  return powers
    .flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)))
    .filter((tick) => Math.log10(tick) >= from && Math.log10(tick) <= to);
}
