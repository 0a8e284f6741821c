import {
  EXPERIMENT_VERSION,
  type Experiment,
  type Parsed,
  parseExperiment,
  refused,
} from './experiment.ts';
import { linkValues } from './linkText.ts';

/** The longest text that is looked at as a link, in characters. */
export const LONGEST_LINK = 12_000;

/** One setting in the link: how it is written, and where it is read to. */
interface LinkField {
  readonly key: string;
  /** The text of the setting; undefined where the experiment does not have it. */
  readonly write: (experiment: Experiment) => string | undefined;
  /** Puts the text's value where the schema expects it; NaN where it holds no number. */
  readonly read: (text: string, draft: Draft) => void;
}

interface Draft {
  version?: number;
  seed?: number;
  engine?: string;
  data: Record<string, unknown>;
  model: Record<string, unknown>;
  training: Record<string, unknown>;
}

/** Plain decimal notation only: no hexadecimal, no white space, no other numerals. */
const NUMBER = /^-?\d{1,20}(\.\d{1,30})?(e-?\d{1,3})?$/;
const toNumber = (text: string) => (NUMBER.test(text) ? Number(text) : Number.NaN);
const toBoolean = (text: string) => (text === '1' ? true : text === '0' ? false : text);
const toList = (text: string) => (text === '' ? [] : text.split(','));

/** How each setting becomes part of the link, in the order in which it is written. */
const FIELDS: readonly LinkField[] = [
  {
    key: 'v',
    write: (e) => String(e.version),
    read: (text, draft) => {
      draft.version = toNumber(text);
    },
  },
  ...group('data', [
    ['data', 'name', (e) => e.data.name, String],
    ['points', 'points', (e) => e.data.points, toNumber],
    ['noise', 'noise', (e) => e.data.noise, toNumber],
    ['test', 'testFraction', (e) => e.data.testFraction, toNumber],
  ]),
  {
    key: 'seed',
    write: (e) => String(e.seed),
    read: (text, draft) => {
      draft.seed = toNumber(text);
    },
  },
  ...group('model', [
    ['model', 'kind', (e) => e.model.kind, String],
    ['hidden', 'hidden', (e) => e.model.hidden.join(','), (text) => toList(text).map(toNumber)],
    ['act', 'activation', (e) => e.model.activation, String],
    ['k', 'components', (e) => (e.model.kind === 'mdn' ? e.model.components : undefined), toNumber],
    [
      'floor',
      'varianceFloor',
      (e) => (e.model.kind === 'mdn' ? e.model.varianceFloor : undefined),
      toNumber,
    ],
  ]),
  ...group('training', [
    ['epochs', 'epochs', (e) => e.training.epochs, toNumber],
    ['batch', 'batchSize', (e) => e.training.batchSize, toNumber],
    ['order', 'order', (e) => e.training.order, String],
    ['lr', 'learningRate', (e) => e.training.learningRate, toNumber],
    [
      'cosine',
      'schedule',
      ({ training: { schedule } }) => (schedule.kind === 'cosine' ? schedule.epochs : undefined),
      (text) => ({ kind: 'cosine', epochs: toNumber(text) }),
    ],
    [
      'rates',
      'rateChanges',
      (e) => e.training.rateChanges.map((c) => `${c.step}:${c.rate}`).join(',') || undefined,
      (text) =>
        toList(text).map((pair) => {
          const [step = '', rate = ''] = pair.split(':');
          return { step: toNumber(step), rate: toNumber(rate) };
        }),
    ],
    ['clip', 'clipNorm', (e) => e.training.clipNorm, toNumber],
    ['decay', 'weightDecay', (e) => e.training.weightDecay, toNumber],
    ['std', 'standardise', (e) => (e.training.standardise ? 1 : 0), toBoolean],
    ['recover', 'recover', (e) => (e.training.recover ? 1 : 0), toBoolean],
    ['plateau', 'stopAtPlateau', (e) => (e.training.stopAtPlateau ? 1 : undefined), toBoolean],
  ]),
  {
    key: 'engine',
    write: (e) => e.engine,
    read: (text, draft) => {
      draft.engine = text;
    },
  },
];

type Row = [
  key: string,
  field: string,
  write: (experiment: Experiment) => string | number | undefined,
  read: (text: string) => unknown,
];

function group(section: 'data' | 'model' | 'training', rows: Row[]): LinkField[] {
  return rows.map(([key, field, write, read]) => ({
    key,
    write: (experiment) => {
      const value = write(experiment);
      return value === undefined ? undefined : String(value);
    },
    read: (text, draft) => {
      draft[section][field] = read(text);
    },
  }));
}

/** The experiment as the query part of a fragment: `v=1&data=inverted&…`. */
export function writeLink(experiment: Experiment): string {
  return FIELDS.flatMap(({ key, write }) => {
    const text = write(experiment);
    return text === undefined ? [] : [`${key}=${text}`];
  }).join('&');
}

/**
 * Reads what `writeLink` wrote, in whatever shape it has arrived (see
 * `linkValues`). Every setting must be there, and none with two values; a key
 * that is not in the table is passed over (a later version may add one).
 */
export function parseLink(text: string): Parsed<Experiment> {
  if (text.length > LONGEST_LINK) return refused('link', 'tooLong', String(LONGEST_LINK));
  const draft: Draft = { data: {}, model: {}, training: {} };
  draft.training.schedule = { kind: 'constant' };
  draft.training.rateChanges = [];
  const values = linkValues(text);
  const version = toNumber(values.get('v')?.[0] ?? '');
  if (version > EXPERIMENT_VERSION) {
    return refused('version', 'newerVersion', String(EXPERIMENT_VERSION));
  }
  for (const { key, read } of FIELDS) {
    const [value, ...more] = values.get(key) ?? [];
    if (more.length > 0) return refused(key, 'malformed');
    if (value !== undefined) read(value, draft);
  }
  return parseExperiment(draft);
}
