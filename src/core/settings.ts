import { DATA_NAMES, type DataName } from './datasets/datasets.ts';
import { formulaSet, isFormula } from './datasets/formula.ts';
import { isOwn, ownDataSet } from './datasets/own.ts';
import {
  ACTIVATIONS,
  BATCH_ORDERS,
  type DataSettings,
  ENGINE_NAMES,
  type Experiment,
  INITIALISATIONS,
  LIMITS,
  MODEL_KINDS,
  SCHEDULES,
  type TrainingSettings,
} from './experiment.ts';
import { encoded } from './linkText.ts';
import {
  type Allowed,
  choice,
  described,
  number,
  oneOf,
  put,
  type Row,
  type Rows,
  toList,
  toNumber,
  valueAt,
  within,
  yesNo,
} from './row.ts';
import { same } from './same.ts';
import { withRate } from './schedule.ts';
import { withData, withModel } from './usual.ts';

/**
 * The table of settings: one row for each value that an experiment is made of,
 * but for its version. What a link, a control, a flag of the command line, the
 * run and a sentence about a bad value have to know of a setting stands in its row.
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

/** What a change of the experiment asks of the run: nothing, a live change of the rate, another end, or a new start. */
export type Effect = 'none' | 'rate' | 'end' | 'reopen';

/** One row of the table. */
export interface Setting<Value = unknown> extends Row<Value> {
  /** Its flag of the command line, where that is not the key. */
  readonly flag?: string;
  /** What its change asks of the run: a new start, unless it says otherwise. */
  readonly effect?: Effect;
  /** The experiment with another value and all that this brings with it. */
  change?(experiment: Experiment, value: Value): Experiment;
}

const isAtHand = (name: string) =>
  isFormula(name) ? formulaSet(name) !== null : isOwn(name) && ownDataSet(name) !== undefined;

type Schedule = TrainingSettings['schedule'];

/** In the order of the link. */
export const SETTINGS = {
  'data.name': {
    ...choice(DATA_NAMES, { key: 'data', label: 'dataset', change: withData }),
    allowed: { kind: 'choice', names: DATA_NAMES, isOther: isAtHand },
    write: (name: DataName) => (isFormula(name) ? encoded(name) : name),
  },
  'data.points': number(LIMITS.points, { key: 'points', label: 'points' }),
  'data.noise': number(LIMITS.noise, { key: 'noise', label: 'noise' }),
  'data.testFraction': number(LIMITS.testFraction, {
    key: 'test',
    flag: 'test-share',
    label: 'testShare',
  }),
  'data.trainedOn': {
    key: 'trainx',
    flag: 'train-x',
    label: 'trainedOn',
    allowed: { kind: 'range', limit: LIMITS.input },
    absent: null,
    write: (range: DataSettings['trainedOn']) => range?.join(':') ?? '',
    read: (text: string) => text.split(':').map(toNumber),
    parts: { '*': { allowed: within(LIMITS.input) } },
  },
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

type Table = typeof SETTINGS;

/** The catalogue's key of every name in the table. */
export type SettingLabel =
  | Table[SettingPath]['label']
  | Table['training.schedule']['parts']['epochs']['label'];

/** Every row with its path, in the order of the link. */
export const ROWS = Object.entries(SETTINGS) as unknown as Rows<SettingPath, Setting>;

/** The value of a setting; undefined where the experiment's model has no such setting. */
export function settingIn<Path extends SettingPath>(
  experiment: Experiment,
  path: Path,
): SettingValue<Path> | undefined {
  return valueAt(experiment, path) as SettingValue<Path> | undefined;
}

/**
 * The settings in which those experiments that have them are not all alike, in the
 * order of the link.
 */
export function differingSettings(experiments: readonly Experiment[]): SettingPath[] {
  return ROWS.map(([path]) => path).filter((path) => {
    const [first, ...others] = experiments
      .map((experiment) => settingIn(experiment, path))
      .filter((value) => value !== undefined);
    return others.some((other) => !same(first, other));
  });
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

/** What a field of an experiment is called, under `controls`, and what it may be. */
export function describeField(field: string) {
  return described(ROWS, field) as { label: SettingLabel; allowed: Allowed } | undefined;
}
