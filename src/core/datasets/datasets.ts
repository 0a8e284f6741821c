import { bishop } from './bishop.ts';
import { crossing } from './crossing.ts';
import type { DataSet } from './dataSet.ts';
import { engel } from './engel.ts';
import { faithful } from './faithful.ts';
import { geyser } from './geyser.ts';
import { inverted } from './inverted.ts';
import { jump } from './jump.ts';
import { mcycle } from './mcycle.ts';
import { moons } from './moons.ts';
import { ring } from './ring.ts';
import { sine } from './sine.ts';
import { spiral } from './spiral.ts';
import { widening } from './widening.ts';

/** The article's own. */
const ARTICLE = { sine, inverted, spiral } satisfies Record<string, DataSet>;

/** Problems that others have set before, and measurements. */
const MORE = {
  bishop,
  widening,
  crossing,
  ring,
  moons,
  jump,
  geyser,
  faithful,
  mcycle,
  engel,
} satisfies Record<string, DataSet>;

/** Every data set that an experiment can name, in the order in which the page offers them. */
const DATASETS = { ...ARTICLE, ...MORE };

export type DataName = keyof typeof DATASETS;

export const DATA_NAMES = Object.keys(DATASETS) as readonly DataName[];
export const ARTICLE_NAMES = Object.keys(ARTICLE) as readonly (keyof typeof ARTICLE)[];

/** Whether the data set is none of the article's. */
export function isMore(name: DataName): name is keyof typeof MORE {
  return name in MORE;
}

export function dataSetOf(name: DataName): DataSet {
  return DATASETS[name];
}
