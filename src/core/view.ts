import * as v from 'valibot';
import { LIMITS } from './experiment.ts';
import { list, number as numberWithin } from './parsed.ts';
import { PREDICTION_LIMITS } from './predictions.ts';
import { choice, number, oneOf, type Row, toList, toNumber, within, yesNo } from './row.ts';
import { TEMPERATURE_LIMIT } from './temperature.ts';

/** How the main figure draws the model's answer. */
export const ANSWER_KINDS = ['data', 'means', 'samples', 'density', 'bands'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Which means are drawn: the heaviest ones, all, or the mixture's modes. */
export const MEANS_SHOWN = ['2', '4', 'all', 'modes'] as const;
export type MeansShown = (typeof MEANS_SHOWN)[number];

/** Which bands are drawn: one deviation about the mean, central or highest-density ones. */
export const BAND_KINDS = ['deviation', 'central', 'highest'] as const;
export type BandKind = (typeof BAND_KINDS)[number];

/** What may stand on the stage: a figure of the lab. */
export const STAGE_FIGURES = [
  'answer',
  'slice',
  'loss',
  'pit',
  'cumulated',
  'coverage',
  'ranks',
] as const;
export type StageFigure = (typeof STAGE_FIGURES)[number];

const BESIDE = ['none', ...STAGE_FIGURES] as const;

/** What may be pinned to the stage, in the order in which it stands there. */
export const STAGE_CONTROLS = [
  'run',
  'speed',
  'components',
  'rate',
  'noise',
  'view',
  'preset',
  'timeline',
] as const;
export type StageControl = (typeof STAGE_CONTROLS)[number];

const POINT_SETS = ['train', 'test'] as const;

/** How many optimizer steps a second may be asked for. */
export const PACE_LIMIT = { min: 0.1, max: 10_000 } as const;

/** Samples drawn at each test point. */
export const SAMPLES_LIMIT = {
  min: 1,
  max: PREDICTION_LIMITS.samplesPerPoint,
  integer: true,
} as const;

/** Places in a figure, in the data's units. */
const CURSOR_LIMIT = { min: -1e12, max: 1e12 } as const;
const INDEX_LIMIT = { ...LIMITS.points, min: 0 } as const;
const COMPONENT_LIMIT = { ...LIMITS.components, min: 0, max: LIMITS.components.max - 1 } as const;
const PINNED_LIMIT = { min: 0, max: STAGE_CONTROLS.length, integer: true } as const;
const LIT_LIMIT = { ...LIMITS.components, min: 0 } as const;

const ZoomSchema = v.pipe(
  v.tuple([
    numberWithin(CURSOR_LIMIT),
    numberWithin(CURSOR_LIMIT),
    numberWithin(CURSOR_LIMIT),
    numberWithin(CURSOR_LIMIT),
  ]),
  v.check(([left, right, low, high]) => left < right && low < high),
  v.readonly(),
);

export const ViewSchema = v.object({
  answer: v.picklist(ANSWER_KINDS),
  means: v.picklist(MEANS_SHOWN),
  samplesPerPoint: numberWithin(SAMPLES_LIMIT),
  /** At which samples are drawn; see `temperature.ts`. */
  weightTemperature: numberWithin(TEMPERATURE_LIMIT),
  widthTemperature: numberWithin(TEMPERATURE_LIMIT),
  bands: v.picklist(BAND_KINDS),
  testPoints: v.boolean(),
  trainingPoints: v.boolean(),
  /** The true conditional density or mean as an overlay. */
  truth: v.boolean(),
  /** The input at which the slice is taken, in the data's unit. */
  cursor: numberWithin(CURSOR_LIMIT),
  /** One point of the data, by its place in its set. */
  point: v.nullable(v.object({ set: v.picklist(POINT_SETS), index: numberWithin(INDEX_LIMIT) })),
  /** Components lit up, by their number from 0; empty for all. */
  lit: v.pipe(list(numberWithin(COMPONENT_LIMIT), LIT_LIMIT), v.readonly()),
  logEpochs: v.boolean(),
  /** Whether it is shown how well the model is calibrated. */
  calibration: v.boolean(),
  /** How fast training goes at most, in optimizer steps a second; null is as fast as possible. */
  pace: v.nullable(numberWithin(PACE_LIMIT)),
  /** Whether every change of the experiment trains a whole run at once. */
  live: v.boolean(),
  /** Whether the answer is hidden, and a guess of it is drawn over the data first. */
  guessing: v.boolean(),
  /** Whether the lab's figures take the whole stage, in large type and without the settings, for a projector. */
  presenting: v.boolean(),
  /** The figure on the stage, and the one beside it. */
  stage: v.picklist(STAGE_FIGURES),
  beside: v.picklist(BESIDE),
  /** Controls that stay on the stage. */
  pinned: v.pipe(list(v.picklist(STAGE_CONTROLS), PINNED_LIMIT), v.readonly()),
  /** The part of the main figure that fills it, `[left, right, bottom, top]`; null for the whole. */
  zoom: v.nullable(ZoomSchema),
});

/** How a lab shows its run. Nothing here ever changes what a run computes. */
export type View = Readonly<v.InferOutput<typeof ViewSchema>>;
export type ChosenPoint = NonNullable<View['point']>;

export const INITIAL_VIEW: View = {
  answer: 'means',
  means: 'all',
  samplesPerPoint: 2,
  weightTemperature: 1,
  widthTemperature: 1,
  bands: 'highest',
  testPoints: true,
  trainingPoints: false,
  truth: false,
  cursor: 4,
  point: null,
  lit: [],
  logEpochs: false,
  calibration: false,
  pace: null,
  live: false,
  guessing: false,
  presenting: false,
  stage: 'answer',
  beside: 'none',
  pinned: [],
  zoom: null,
};

/** Digits of the cursor in a link: finer than a figure shows. */
const CURSOR_DIGITS = 7;

const inLink = (place: number) => String(Number(place.toPrecision(CURSOR_DIGITS)));

/** The table of a view's values, in the order of a link. */
export const VIEW = {
  answer: choice(ANSWER_KINDS, { key: 'show', label: 'answer' }),
  means: choice(MEANS_SHOWN, { key: 'means', label: 'means' }),
  samplesPerPoint: number(SAMPLES_LIMIT, { key: 'samples', label: 'samplesPerPoint' }),
  weightTemperature: number(TEMPERATURE_LIMIT, { key: 'tweights', label: 'weightTemperature' }),
  widthTemperature: number(TEMPERATURE_LIMIT, { key: 'twidths', label: 'widthTemperature' }),
  bands: choice(BAND_KINDS, { key: 'bands', label: 'bands' }),
  testPoints: yesNo({ key: 'testpoints', label: 'testPoints' }),
  trainingPoints: yesNo({ key: 'trainpoints', label: 'trainingPoints' }),
  truth: yesNo({ key: 'truth', label: 'truth' }),
  cursor: {
    ...number(CURSOR_LIMIT, { key: 'x', label: 'cursor' }),
    write: inLink,
  },
  point: {
    key: 'point',
    label: 'point',
    allowed: { kind: 'point', limit: INDEX_LIMIT },
    write: (point: View['point']) => (point ? `${point.set}:${point.index}` : ''),
    read: (text: string) => {
      const [set, index = ''] = text.split(':');
      return { set, index: toNumber(index) };
    },
    parts: { set: { allowed: oneOf(POINT_SETS) }, index: { allowed: within(INDEX_LIMIT) } },
  },
  /** Counted from 1, as the ledger does. */
  lit: {
    key: 'lit',
    label: 'lit',
    allowed: { kind: 'components', limit: LIT_LIMIT },
    write: (lit: View['lit']) => lit.map((component) => component + 1).join(),
    read: (text: string) => toList(text).map((number) => toNumber(number) - 1),
    parts: { '*': { allowed: within(LIMITS.components) } },
  },
  logEpochs: yesNo({ key: 'log', label: 'logEpochs' }),
  calibration: yesNo({ key: 'calibration', label: 'calibration' }),
  pace: {
    key: 'speed',
    label: 'pace',
    allowed: within(PACE_LIMIT),
    write: String,
    read: toNumber,
  },
  live: yesNo({ key: 'live', label: 'live' }),
  guessing: yesNo({ key: 'guess', label: 'guessing' }),
  presenting: yesNo({ key: 'present', label: 'presenting' }),
  stage: choice(STAGE_FIGURES, { key: 'stage', label: 'stage' }),
  beside: choice(BESIDE, { key: 'beside', label: 'beside' }),
  pinned: {
    key: 'pinned',
    label: 'pinned',
    allowed: { kind: 'choices', names: STAGE_CONTROLS },
    write: String,
    read: toList,
    parts: { '*': { allowed: oneOf(STAGE_CONTROLS) } },
  },
  zoom: {
    key: 'zoom',
    label: 'zoom',
    allowed: { kind: 'zoom', limit: CURSOR_LIMIT },
    write: (zoom: View['zoom']) => zoom?.map(inLink).join(':') ?? '',
    read: (text: string) => text.split(':').map(toNumber),
    parts: { '*': { allowed: within(CURSOR_LIMIT) } },
  },
} as const satisfies { readonly [Key in keyof View]: Row<View[Key]> };

const OF_CALIBRATION: readonly string[] = ['pit', 'cumulated', 'coverage', 'ranks'];

/** True if it is to be measured how well the model is calibrated. */
export function asksCalibration({ calibration, presenting, stage, beside }: View): boolean {
  return calibration || (presenting && [stage, beside].some((one) => OF_CALIBRATION.includes(one)));
}
