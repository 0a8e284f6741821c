import type { Experiment } from './experiment.ts';
import { quantile } from './quantile.ts';
import type { RunResult } from './runResult.ts';
import { type SweptSetting, sweptValue } from './sweep.ts';
import { binomial } from './uniformity.ts';

/** By what the runs of a sweep are compared: the less the better. */
export type Measure = 'excess' | 'testLoss';

/** How the runs with one value came out; a run that diverged counts as worse than any other. */
export interface Spread {
  readonly least: number;
  /** A quarter of the runs are below it. */
  readonly lower: number;
  readonly median: number;
  /** A quarter of the runs are above it. */
  readonly upper: number;
  readonly greatest: number;
}

/** The runs of a sweep that differ in nothing but the seed. */
export interface Group {
  /** What they have as the settings that are swept, one each, in the notation of a link. */
  readonly values: readonly string[];
  /** In the order of the sweep; those that have ended. */
  readonly results: readonly RunResult[];
  /** Null before the first has ended. */
  readonly spread: Spread | null;
}

/** The excess where every run has one, for then it says how far the best possible is; else the test loss. */
export function measureOf(results: readonly RunResult[]): Measure {
  return results.every(({ excess }) => excess !== null) ? 'excess' : 'testLoss';
}

/** A run's measure; Infinity for one that diverged, or has come to no number. */
export function measured(result: RunResult, measure: Measure): number {
  const value = result[measure];
  return value === null || result.diverged || Number.isNaN(value)
    ? Number.POSITIVE_INFINITY
    : value;
}

/** How many of the runs came to no number, as one that diverged: they did not finish. */
export function unfinished({ results }: Group, measure: Measure): number {
  return results.filter((result) => !Number.isFinite(measured(result, measure))).length;
}

/** @param values at least one, in any order */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  return {
    least: sorted[0]!,
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
    greatest: sorted.at(-1)!,
  };
}

/**
 * The runs of a sweep by the values of its settings, numbers ascending.
 *
 * @param results of the experiments that have ended
 */
export function groupsOf(
  axes: readonly SweptSetting[],
  experiments: readonly Experiment[],
  results: ReadonlyMap<Experiment, RunResult>,
  measure: Measure,
): Group[] {
  const groups = new Map<string, { values: string[]; results: RunResult[] }>();
  for (const experiment of experiments) {
    const values = axes.map((axis) => sweptValue(axis, experiment));
    const key = values.join(' ');
    const group = groups.get(key) ?? { values, results: [] };
    groups.set(key, group);
    const result = results.get(experiment);
    if (result) group.results.push(result);
  }
  return [...groups.values()].sort(byValues).map((group) => ({
    ...group,
    spread:
      group.results.length > 0
        ? spreadOf(group.results.map((result) => measured(result, measure)))
        : null,
  }));
}

/** Numbers by size, and what is no number as it comes. */
function byValues(a: Pick<Group, 'values'>, b: Pick<Group, 'values'>): number {
  for (let i = 0; i < a.values.length; i++) {
    const difference = Number(a.values[i]) - Number(b.values[i]);
    if (difference) return difference;
  }
  return 0;
}

/** The run whose measure is the median; of two in the middle the better. Null where none has ended. */
export function medianRun({ results }: Group, measure: Measure): RunResult | null {
  const sorted = results.toSorted((a, b) => measured(a, measure) - measured(b, measure) || 0);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** Fewer runs than this have no quarters: all of them are their spread. */
export const FEWEST_QUARTERED = 4;

/** Up to where the runs of a group reach that is as good: the middle half of them, all where they are few. */
export function reachOf({ results, spread }: Group): { from: number; to: number; half: boolean } {
  const { least, lower, upper, greatest } = spread!;
  return results.length < FEWEST_QUARTERED
    ? { from: least, to: greatest, half: false }
    : { from: lower, to: upper, half: true };
}

/** How often, with the same seed, one group's run did better than another's. */
export interface Duel {
  readonly wins: number;
  readonly of: number;
}

function duel(one: Group, other: Group, measure: Measure): Duel {
  const others = new Map(other.results.map((result) => [result.experiment.seed, result]));
  let [wins, of] = [0, 0];
  for (const result of one.results) {
    const rival = others.get(result.experiment.seed);
    if (!rival) continue;
    of++;
    if (measured(result, measure) < measured(rival, measure)) wins++;
  }
  return { wins, of };
}

/**
 * The chance of so many wins or more where each is as likely as a loss: the sign
 * test, one-sided.
 */
export function chanceOf({ wins, of }: Duel): number {
  return binomial(of, 0.5)
    .subarray(wins)
    .reduce((sum, chance) => sum + chance, 0);
}

/** What a sweep over values says on which to take. */
export interface Verdict {
  /** The group with the least median. */
  readonly best: Group;
  /** The others that are as good as the best, in their order. */
  readonly ties: readonly Group[];
  /** The first of best and ties: the smallest value that is as good as the best. */
  readonly smallest: Group;
  /** The smallest against the next smaller value, null where there is none. */
  readonly below: { readonly group: Group; readonly duel: Duel } | null;
  /** The best against the smallest, null where they are the same. */
  readonly duel: Duel | null;
}

/**
 * Compares the groups of a sweep. A value counts as good as the best if its median
 * lies within the best's own reach, which is the one-standard-error rule of
 * Breiman et al. (Classification and Regression Trees, 1984, §3.4.3) with quartiles
 * in the place of a standard error, since one run that went wrong is not to move it. It
 * does not if a quarter of its runs are worse than any of the best's: who takes the value
 * trains once.
 *
 * @param groups in the order of their values
 * @returns null where fewer than two groups have a finite median
 */
export function verdictOf(groups: readonly Group[], measure: Measure): Verdict | null {
  const known = groups.filter(({ spread }) => Number.isFinite(spread?.median));
  const [first, ...rest] = known;
  if (!first || rest.length === 0) return null;
  const best = rest.reduce((a, b) => (b.spread!.median < a.spread!.median ? b : a), first);
  const { to } = reachOf(best);
  const isReliable = ({ results }: Group) =>
    results.length < FEWEST_QUARTERED ||
    4 * results.filter((run) => measured(run, measure) > best.spread!.greatest).length <
      results.length;
  const isAsGood = (group: Group) =>
    group === best || (group.spread!.median <= to && isReliable(group));
  const good = known.filter(isAsGood);
  const smallest = good[0]!;
  const before = known[known.indexOf(smallest) - 1];
  return {
    best,
    ties: good.filter((group) => group !== best),
    smallest,
    below: before ? { group: before, duel: duel(smallest, before, measure) } : null,
    duel: smallest === best ? null : duel(best, smallest, measure),
  };
}
