import { bishop } from './bishop.ts';
import { crossing } from './crossing.ts';
import type { DataSet } from './dataSet.ts';
import { engel } from './engel.ts';
import { faithful } from './faithful.ts';
import { type FormulaName, formulaSet, isFormula } from './formula.ts';
import { geyser } from './geyser.ts';
import { inverted } from './inverted.ts';
import { jump } from './jump.ts';
import { lidar } from './lidar.ts';
import { mcycle } from './mcycle.ts';
import { moons } from './moons.ts';
import { isOwn, type OwnName, ownDataSet } from './own.ts';
import { ring } from './ring.ts';
import { sine } from './sine.ts';
import { spiral } from './spiral.ts';
import { widening } from './widening.ts';

/** The article's own. */
const ARTICLE = { sine, inverted, spiral } satisfies Record<string, DataSet>;

/** Measurements. */
const MEASURED = { geyser, faithful, mcycle, lidar, engel } satisfies Record<string, DataSet>;

/** Problems that others have set before, and measurements. */
const MORE = {
  bishop,
  widening,
  crossing,
  ring,
  moons,
  jump,
  ...MEASURED,
} satisfies Record<string, DataSet>;

/** Every data set that the page offers, in that order. */
const DATASETS = { ...ARTICLE, ...MORE };

export type OfferedName = keyof typeof DATASETS;
/** What an experiment can name: a set that the page offers, the user's own, or a formula. */
export type DataName = OfferedName | OwnName | FormulaName;

export const DATA_NAMES = Object.keys(DATASETS) as readonly OfferedName[];
export const ARTICLE_NAMES = Object.keys(ARTICLE) as readonly (keyof typeof ARTICLE)[];

/** Whether the page offers the data set to everybody. */
export function isOffered(name: DataName): name is OfferedName {
  return name in DATASETS;
}

/** Whether the data set is one of the measurements that the page offers. */
export function isMeasured(name: DataName): name is keyof typeof MEASURED {
  return name in MEASURED;
}

/** Whether the data set is one of the article's. */
export function isArticle(name: DataName): boolean {
  return name in ARTICLE;
}

/** Whether the page offers the data set, and it is none of the article's. */
export function isMore(name: DataName): name is keyof typeof MORE {
  return name in MORE;
}

/**
 * @throws RangeError for a set of the user's own that is not at hand, and for a formula
 *   that cannot be read; `parseExperiment` refuses both
 */
export function dataSetOf(name: DataName): DataSet {
  const found = knownSet(name);
  if (!found) throw new RangeError(`No data set ${name}`);
  return found;
}

function knownSet(name: DataName): DataSet | undefined {
  if (isOwn(name)) return ownDataSet(name);
  return isFormula(name) ? formulaSet(name)?.dataSet : DATASETS[name];
}
