import * as v from 'valibot';
import { LIMITS } from './experiment.ts';
import { list, number as numberWithin } from './parsed.ts';
import { PREDICTION_LIMITS } from './predictions.ts';
import { choice, number, oneOf, type Row, toList, toNumber, within, yesNo } from './row.ts';
import { TEMPERATURE_LIMIT } from './temperature.ts';

/** How the main figure draws the model's answer. */
export const ANSWER_KINDS = ['data', 'means', 'samples', 'density', 'bands'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Which means are drawn: the most likely ones by weight, all, or the mixture's modes. */
export const MEANS_SHOWN = ['2', '4', 'all', 'modes'] as const;
export type MeansShown = (typeof MEANS_SHOWN)[number];

/** Which bands are drawn: one deviation about the mean, central or highest-density ones. */
export const BAND_KINDS = ['deviation', 'central', 'highest'] as const;
export type BandKind = (typeof BAND_KINDS)[number];

const POINT_SETS = ['train', 'test'] as const;

/** How many optimizer steps a second may be asked for. */
export const PACE_LIMIT = { min: 0.1, max: 10_000 } as const;

/** Samples drawn at each test point. */
export const SAMPLES_LIMIT = {
  min: 1,
  max: PREDICTION_LIMITS.samplesPerPoint,
  integer: true,
} as const;

const CURSOR_LIMIT = { min: -1e12, max: 1e12 } as const;
const INDEX_LIMIT = { ...LIMITS.points, min: 0 } as const;
const COMPONENT_LIMIT = { ...LIMITS.components, min: 0, max: LIMITS.components.max - 1 } as const;
const LIT_LIMIT = { ...LIMITS.components, min: 0 } as const;

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
  /** Large type and no settings, for a projector. */
  presenting: v.boolean(),
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
  presenting: false,
};

/** Digits of the cursor in a link: finer than a figure shows. */
const CURSOR_DIGITS = 7;

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
    write: (x: number) => String(Number(x.toPrecision(CURSOR_DIGITS))),
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
  presenting: yesNo({ key: 'present', label: 'presenting' }),
} as const satisfies { readonly [Key in keyof View]: Row<View[Key]> };
