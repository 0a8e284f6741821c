import { withData, withModel } from './article.ts';
import { DATA_NAMES } from './datasets/datasets.ts';
import {
  ACTIVATIONS,
  BATCH_ORDERS,
  ENGINE_NAMES,
  type Experiment,
  INITIALISATIONS,
  LIMITS,
  type Limit,
  MODEL_KINDS,
  SCHEDULES,
  type TrainingSettings,
} from './experiment.ts';
import { withRate } from './schedule.ts';

/**
 * The table of settings: one row for each value that an experiment is made of,
 * but for its version. What a link, a control, a flag of the command line and a
 * sentence about a bad value have to know of a setting stands in its row.
 */

type Section = 'data' | 'model' | 'training';
type KeyOf<T> = T extends unknown ? Extract<keyof T, string> : never;
type ValueIn<T, Key extends string> = T extends { readonly [K in Key]: infer Value }
  ? Value
  : never;

/** Where a setting stands in the experiment, as in `data.points`. */
export type SettingPath =
  | Exclude<keyof Experiment, Section | 'version'>
  | { [S in Section]: `${S}.${KeyOf<Experiment[S]>}` }[Section];

export type SettingValue<Path extends SettingPath> =
  Path extends `${infer S extends Section}.${infer Key}`
    ? ValueIn<Experiment[S], Key>
    : ValueIn<Experiment, Path>;

/** What a value may be. */
export type Allowed =
  | { readonly kind: 'number'; readonly limit: Limit }
  | { readonly kind: 'choice'; readonly names: readonly string[] }
  | { readonly kind: 'yesNo' }
  /** A schedule that is constant, or a cosine over so many epochs. */
  | { readonly kind: 'cosine'; readonly limit: Limit }
  /** Lists of so many. */
  | { readonly kind: 'layers' | 'changes'; readonly limit: Limit };

/** What a change of the experiment asks of the run: nothing, a live change of the rate, another end, or a new start. */
export type Effect = 'none' | 'rate' | 'end' | 'reopen';

/** What a row says of any setting. */
interface About {
  /** Its key in a link. */
  readonly key: string;
  /** Its flag of the command line, where that is not the key. */
  readonly flag?: string;
  /** The catalogue's key of its name, under `controls`. */
  readonly label: string;
  /** What its change asks of the run: a new start, unless it says otherwise. */
  readonly effect?: Effect;
}

/** A value within a setting's; it goes by the setting's name if it has none of its own. */
interface Part {
  readonly label?: string;
  readonly allowed: Allowed;
}

/** One row of the table. */
export interface Setting<Value = unknown> extends About {
  readonly allowed: Allowed;
  write(value: Value): string;
  /** What stands in a link, as the schema expects it; NaN where it holds no number. */
  read(text: string): unknown;
  /** The value that a link leaves unsaid. */
  readonly absent?: Value;
  /** The experiment with another value and all that this brings with it. */
  change?(experiment: Experiment, value: Value): Experiment;
  /** Values within the value, by their place in it; `*` stands for any index. */
  readonly parts?: Readonly<Record<string, Part>>;
}

/** Plain decimal notation only: no hexadecimal, no white space, no other numerals. */
const NUMBER = /^-?\d{1,20}(\.\d{1,30})?(e-?\d{1,3})?$/;
export const toNumber = (text: string) => (NUMBER.test(text) ? Number(text) : Number.NaN);
const toList = (text: string) => (text === '' ? [] : text.split(','));

const within = <const L extends Limit>(limit: L) => ({ kind: 'number', limit }) as const;
const oneOf = (names: readonly string[]) => ({ kind: 'choice', names }) as const;

function number<const L extends Limit, const A extends About>(limit: L, about: A) {
  return { ...about, allowed: within(limit), write: String, read: toNumber };
}

function choice<const A extends About>(names: readonly string[], about: A) {
  return { ...about, allowed: oneOf(names), write: String, read: String };
}

/** True or false, written 1 or 0. */
function yesNo<const A extends About>(about: A) {
  return {
    ...about,
    allowed: { kind: 'yesNo' } as const,
    write: (value: boolean) => (value ? '1' : '0'),
    read: (text: string) => (text === '1' ? true : text === '0' ? false : text),
  };
}

type Schedule = TrainingSettings['schedule'];

/** In the order of the link. */
export const SETTINGS = {
  'data.name': choice(DATA_NAMES, { key: 'data', label: 'dataset', change: withData }),
  'data.points': number(LIMITS.points, { key: 'points', label: 'points' }),
  'data.noise': number(LIMITS.noise, { key: 'noise', label: 'noise' }),
  'data.testFraction': number(LIMITS.testFraction, {
    key: 'test',
    flag: 'test-share',
    label: 'testShare',
  }),
  seed: number(LIMITS.seed, { key: 'seed', label: 'seed' }),
  'model.kind': choice(MODEL_KINDS, { key: 'model', label: 'model', change: withModel }),
  'model.hidden': {
    key: 'hidden',
    label: 'layers',
    allowed: { kind: 'layers', limit: LIMITS.layers },
    write: String,
    read: (text: string) => toList(text).map(toNumber),
    parts: { '*': { allowed: within(LIMITS.units) } },
  },
  'model.activation': choice(ACTIVATIONS, { key: 'act', flag: 'activation', label: 'activation' }),
  'model.components': number(LIMITS.components, {
    key: 'k',
    flag: 'components',
    label: 'components',
  }),
  'model.varianceFloor': number(LIMITS.varianceFloor, {
    key: 'floor',
    flag: 'variance-floor',
    label: 'varianceFloor',
  }),
  'model.initialisation': choice(INITIALISATIONS, {
    key: 'init',
    label: 'initialisation',
    absent: 'pytorch',
  }),
  'training.epochs': number(LIMITS.epochs, { key: 'epochs', label: 'epochs', effect: 'end' }),
  'training.batchSize': number(LIMITS.batchSize, {
    key: 'batch',
    flag: 'batch-size',
    label: 'batchSize',
  }),
  'training.order': choice(BATCH_ORDERS, { key: 'order', label: 'batchOrder' }),
  'training.learningRate': number(LIMITS.learningRate, {
    key: 'lr',
    flag: 'learning-rate',
    label: 'learningRate',
    effect: 'rate',
    change: (e: Experiment, rate: number) => ({ ...e, training: withRate(e.training, 0, rate) }),
  }),
  'training.schedule': {
    key: 'cosine',
    label: 'schedule',
    allowed: { kind: 'cosine', limit: LIMITS.epochs },
    absent: { kind: 'constant' },
    write: (schedule: Schedule) => (schedule.kind === 'cosine' ? String(schedule.epochs) : ''),
    read: (text: string) => ({ kind: 'cosine', epochs: toNumber(text) }),
    parts: {
      kind: { allowed: oneOf(SCHEDULES) },
      epochs: { label: 'annealOver', allowed: within(LIMITS.epochs) },
    },
  },
  'training.rateChanges': {
    key: 'rates',
    label: 'rateChanges',
    effect: 'rate',
    allowed: { kind: 'changes', limit: LIMITS.rateChanges },
    absent: [],
    write: (changes: TrainingSettings['rateChanges']) =>
      changes.map(({ step, rate }) => `${step}:${rate}`).join(),
    read: (text: string) =>
      toList(text).map((pair) => {
        const [step = '', rate = ''] = pair.split(':');
        return { step: toNumber(step), rate: toNumber(rate) };
      }),
    parts: {
      '*.step': { allowed: within(LIMITS.step) },
      '*.rate': { allowed: within(LIMITS.learningRate) },
    },
  },
  'training.clipNorm': number(LIMITS.clipNorm, { key: 'clip', label: 'clipping' }),
  'training.weightDecay': number(LIMITS.weightDecay, { key: 'decay', label: 'weightDecay' }),
  'training.standardise': yesNo({ key: 'std', flag: 'standardise', label: 'scaling' }),
  'training.recover': yesNo({ key: 'recover', label: 'recover' }),
  'training.stopAtPlateau': yesNo({
    key: 'plateau',
    label: 'stopAtPlateau',
    effect: 'end',
    absent: false,
  }),
  'training.keepBest': yesNo({
    key: 'best',
    flag: 'keep-best',
    label: 'keepBest',
    effect: 'end',
    absent: false,
  }),
  engine: choice(ENGINE_NAMES, { key: 'engine', label: 'engine' }),
} as const satisfies { readonly [Path in SettingPath]: Setting<SettingValue<Path>> };

type Rows = typeof SETTINGS;

/** The catalogue's key of every name in the table. */
export type SettingLabel =
  | Rows[SettingPath]['label']
  | Rows['training.schedule']['parts']['epochs']['label'];

/** Every row with its path, in the order of the link. */
export const ROWS = Object.entries(SETTINGS) as readonly [SettingPath, Setting][];

/** The value of a setting; undefined where the experiment's model has no such setting. */
export function settingIn<Path extends SettingPath>(
  experiment: Experiment,
  path: Path,
): SettingValue<Path> | undefined {
  const at = (value: unknown, key: string) => (value as Record<string, unknown>)[key];
  return path.split('.').reduce<unknown>(at, experiment) as SettingValue<Path> | undefined;
}

/** The value put at a path of what is an experiment, or is to become one; what else there is stays. */
export function put<T extends object>(draft: T, path: SettingPath, value: unknown): T {
  const [section, key] = path.split('.') as [keyof T, string?];
  return { ...draft, [section]: key === undefined ? value : { ...draft[section], [key]: value } };
}

/** The experiment with one setting changed; as it was where its model has no such setting. */
export function withSetting<Path extends SettingPath>(
  experiment: Experiment,
  path: Path,
  value: SettingValue<Path>,
): Experiment {
  if (settingIn(experiment, path) === undefined) return experiment;
  const { change }: Setting = SETTINGS[path];
  return change ? change(experiment, value) : put(experiment, path, value);
}

/**
 * What a field of an experiment is called and what it may be.
 *
 * @param field a setting's path, or that of a value within one as in `model.hidden.2`
 */
export function describeField(
  field: string,
): { readonly label: SettingLabel; readonly allowed: Allowed } | undefined {
  const row = ROWS.find(([path]) => field === path || field.startsWith(`${path}.`));
  if (!row) return undefined;
  const [path, setting] = row;
  const place = field.slice(path.length + 1).replace(/\d+/g, '*');
  const { label = setting.label, allowed } = setting.parts?.[place] ?? setting;
  return { label: label as SettingLabel, allowed };
}
