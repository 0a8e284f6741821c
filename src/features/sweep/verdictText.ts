import type { Recipe } from '../../core/recipes.ts';
import {
  chanceOf,
  type Duel,
  type Group,
  type Measure,
  reachOf,
  type Verdict,
} from '../../core/sweepSummary.ts';
import type { Translate } from '../../i18n/index.ts';
import { decimals, fixed, percent } from '../../i18n/numbers.ts';
import { moreSeeds, valuesText } from './draft.ts';

interface Found {
  /** Names of the settings that are swept. */
  readonly settings: readonly string[];
  readonly groups: readonly Group[];
  readonly measure: Measure;
  readonly verdict: Verdict | null;
  /** How all of them were trained; null where they were not by one recipe. */
  readonly recipe: Recipe | null;
}

/** Of these the least that does as well is the one to take: it costs less. */
const THE_LESS_THE_BETTER: readonly string[] = ['components', 'width', 'points'];
const takesTheLeast = (settings: readonly string[]) =>
  settings.length === 1 && THE_LESS_THE_BETTER.includes(settings[0]!);
/** What a run cannot choose. */
const GIVEN: readonly string[] = ['noise'];
const isGiven = (settings: readonly string[]) => settings.every((one) => GIVEN.includes(one));

/** Fewer runs a value than this leave much to chance. */
const FEW = 5;

/** Writes measures with as many digits as tell two of the least median. */
export function measureWriter(groups: readonly Group[]): (value: number) => string {
  const medians = groups.flatMap(({ spread }) => (spread ? [Math.abs(spread.median)] : []));
  const least = Math.min(...medians.filter((median) => median > 0));
  const digits = least < 10 ? Math.min(5, Math.max(3, 1 - Math.floor(Math.log10(least)))) : 2;
  return decimals(digits);
}

/** Which value to take, and how sure that is, in sentences. */
export function verdictText(t: Translate, found: Found): string[] {
  const { groups } = found;
  const all = groups.flatMap(({ results }) => results);
  const count = all.filter((run) => run.diverged).length;
  const remarks = count > 0 ? [t('sweep.verdict.diverged', { count, all: fixed(all.length) })] : [];
  if (groups.length === 1) return [seedsSentence(t, found), ...remarks];
  const chosen = [...chosenSentences(t, found), ...sureness(t, found), ...remarks];
  const isChoice = found.verdict && !isGiven(found.settings);
  return isChoice && found.recipe === 'article'
    ? [...chosen, t('sweep.verdict.article', { other: t('controls.recipes.tuned') })]
    : chosen;
}

function seedsSentence(t: Translate, { groups, measure }: Found): string {
  const [group] = groups as readonly [Group, ...Group[]];
  const write = measureWriter(groups);
  const { median, least, greatest } = group.spread!;
  const { from, to, half } = reachOf(group);
  return t('sweep.verdict.seeds', {
    count: fixed(group.results.length),
    measure: t(`sweep.measures.${measure}`),
    median: write(median),
    reach: half ? 'half' : 'range',
    from: write(from),
    to: write(to),
    least: write(least),
    greatest: write(greatest),
  });
}

/** How likely a difference may be by chance alone and still be said to be there. */
const LEVEL = 0.05;

/** What a duel says: whether it is told from chance, and from what. */
function duelText(duel: Duel) {
  const chance = chanceOf(duel);
  return {
    sure: chance <= LEVEL ? 'yes' : 'no',
    wins: String(duel.wins),
    of: String(duel.of),
    chance: chanceText(chance),
  } as const;
}

function chanceText(chance: number): string {
  if (chance < 0.001) return `< ${percent(0.001, 1)}`;
  return percent(chance, chance < 0.01 ? 1 : 0);
}

function chosenSentences(t: Translate, { settings, groups, measure, verdict }: Found): string[] {
  if (!verdict) return [t('sweep.verdict.none')];
  const name = (group: Group) => valuesText(t, settings, group.values);
  const write = measureWriter(groups);
  const medianOf = ({ spread }: Group) => write(spread!.median);
  const { best, smallest, ties, below, duel } = verdict;
  const { from, to, half } = reachOf(best);
  const common = {
    measure: t(`sweep.measures.${measure}`),
    reach: half ? 'half' : 'range',
    from: write(from),
    to: write(to),
  } as const;
  if (isGiven(settings)) {
    const known = groups.filter(({ spread }) => Number.isFinite(spread?.median));
    const worst = known.reduce((a, b) => (b.spread!.median > a.spread!.median ? b : a));
    return [
      t('sweep.verdict.course', {
        measure: common.measure,
        least: medianOf(best),
        best: name(best),
        greatest: medianOf(worst),
        worst: name(worst),
      }),
    ];
  }
  if (best.results.length === 1) {
    return [
      t('sweep.verdict.lone', {
        measure: common.measure,
        value: name(best),
        median: medianOf(best),
      }),
    ];
  }
  if (!takesTheLeast(settings)) {
    return [
      t('sweep.verdict.least', { ...common, median: medianOf(best), value: name(best) }),
      ...(ties.length > 0
        ? [t('sweep.verdict.tied', { ties: ties.length, others: ties.map(name).join('; ') })]
        : []),
    ];
  }
  return [
    smallest === best
      ? t('sweep.verdict.best', { ...common, value: name(best), median: medianOf(best) })
      : t('sweep.verdict.smallest', {
          ...common,
          value: name(smallest),
          median: medianOf(smallest),
          best: name(best),
          bestMedian: medianOf(best),
        }),
    ...(below && below.duel.of > 1
      ? [
          t('sweep.verdict.below', {
            value: name(below.group),
            ...duelText(below.duel),
          }),
        ]
      : []),
    ...(duel && duel.of > 1
      ? [
          t('sweep.verdict.duel', {
            value: name(best),
            ...duelText(duel),
          }),
        ]
      : []),
    ...(smallest === groups.at(-1) ? [t('sweep.verdict.edge')] : []),
  ];
}

/** What there is to say of how few runs a value has. */
function sureness(t: Translate, { settings, groups, verdict }: Found): string[] {
  if (!verdict) return [];
  const fewest = Math.min(...groups.map(({ results }) => results.length).filter((n) => n > 0));
  if (fewest === 1) return [t('sweep.verdict.single')];
  if (fewest < FEW) return [t('sweep.verdict.few')];
  const { below, duel, ties } = verdict;
  if (isGiven(settings)) return [];
  const isOpen = takesTheLeast(settings)
    ? [below?.duel, duel].some((one) => one && chanceOf(one) > LEVEL)
    : ties.length > 0;
  return isOpen && moreSeeds(fewest) ? [t('sweep.verdict.more')] : [];
}
