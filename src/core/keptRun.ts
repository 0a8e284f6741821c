import * as v from 'valibot';
import { type Experiment, stepsPerEpoch } from './experiment.ts';
import type { Fitted } from './model.ts';
import { type LastingPlace, parametersOf, parsePlace, storedPlace } from './place.ts';
import type { Scores } from './predictions.ts';
import { rememberedTask } from './rememberedTask.ts';
import { type LossSeries, lossesUntil } from './run.ts';
import { lossOn } from './scores.ts';

/** A run as it was shown at some epoch, set aside to be looked at, compared and gone on with. */
export interface KeptRun {
  readonly id: string;
  readonly name: string;
  /** Its place among the colours of kept runs. */
  readonly colour: number;
  /** When it was kept, in milliseconds since 1970. */
  readonly keptAt: number;
  /** Where it goes on when it is opened again; its losses are thinned. */
  readonly place: LastingPlace;
  /** The whole epochs after which it had the weights that were shown. */
  readonly epoch: number;
  /** Those weights, the flat vector of `network.ts`. */
  readonly parameters: Float32Array;
  /** σ̂ of a feed-forward network with them; see `Fitted`. */
  readonly deviation: number;
  /** On the test points that the run was tested on, in the target's own unit. */
  readonly testLoss: number;
  /** Null until they are computed. */
  readonly scores: Scores | null;
}

/** What a run is kept as, but for how it is told from others. */
export type Keepsake = Omit<KeptRun, 'id' | 'name' | 'colour' | 'keptAt'>;

/** Runs that are kept at most. */
export const MOST_KEPT = 8;
export const LONGEST_NAME = 60;
/** Losses that are kept of one curve at most. */
const MOST_LOSSES = 1000;

const VERSION = 1;

const real = v.custom<number>((value) => typeof value === 'number');
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const estimate = v.object({ mean: real, standardError: real, count: whole });
const comparison = v.object({
  loss: estimate,
  truth: v.nullable(real),
  excess: v.nullable(estimate),
});

const scoreSet = { nll: comparison, squaredError: comparison, crps: estimate };

const NameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_NAME));

const KeptRunSchema = v.object({
  version: v.literal(VERSION),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  name: NameSchema,
  colour: v.pipe(whole, v.maxValue(MOST_KEPT - 1)),
  keptAt: v.pipe(v.number(), v.finite()),
  /** Read by a schema of its own. */
  place: v.unknown(),
  epoch: whole,
  parameters: v.custom<Float32Array>((value) => value instanceof Float32Array),
  deviation: real,
  testLoss: real,
  scores: v.nullable(
    v.object({
      step: whole,
      ...scoreSet,
      outside: v.optional(v.nullable(v.object(scoreSet)), null),
    }),
  ),
});

/** What a kept run is written down as. */
export function storedRun(run: KeptRun): unknown {
  return { version: VERSION, ...run, place: storedPlace(run.place) };
}

/** Rebuilds a kept run field by field from a value of unknown origin; null for none. Never throws. */
export function parseKeptRun(value: unknown): KeptRun | null {
  const read = v.safeParse(KeptRunSchema, value);
  if (!read.success) return null;
  const { version: _, ...rest } = read.output;
  const place = parsePlace(rest.place);
  if (!place || rest.parameters.length !== parametersOf(place.experiment)) return null;
  return { ...rest, place };
}

/** At most so many losses, evenly chosen, the last among them. */
function thinned({ epoch, loss }: LossSeries): LossSeries {
  const step = Math.ceil(epoch.length / MOST_LOSSES);
  const wanted = (_: number, i: number) => (epoch.length - 1 - i) % step === 0;
  return { epoch: epoch.filter(wanted), loss: loss.filter(wanted) };
}

/**
 * A run as it is to be kept, with weights that it has or had after `epoch` epochs.
 *
 * @param scores those of these weights on all points, where they are known
 */
export function keepsake(
  place: LastingPlace,
  { parameters, deviation }: Fitted,
  epoch: number,
  scores: Scores | null = null,
): Keepsake {
  const { train, test } = place.losses;
  const kept: LastingPlace = {
    ...place,
    running: false,
    losses: { train: thinned(train), test: thinned(test) },
  };
  const fitted = { task: rememberedTask(place.experiment), parameters, deviation };
  const testLoss = lossOn(fitted, fitted.task.data.tested);
  return { place: kept, epoch, parameters, deviation, testLoss, scores };
}

/** The place at which the run was after `epoch` epochs, to which it is to be trained once more. */
export function placeAfter(place: LastingPlace, epoch: number): LastingPlace {
  const { experiment, step, seconds, events, losses } = place;
  const there = epoch * stepsPerEpoch(experiment);
  return {
    ...place,
    step: there,
    seconds: (seconds * there) / step,
    losses: { train: lossesUntil(losses.train, epoch), test: lossesUntil(losses.test, epoch) },
    events: events.filter((event) => event.step < there),
    snapshot: null,
  };
}

/** The network that was kept. */
export function fittedOf({ place, parameters, deviation }: Keepsake): Fitted {
  return { task: rememberedTask(place.experiment), parameters, deviation };
}

/** Whether two runs have losses in the same unit, of the same kind of data: they can be drawn in one figure. */
export function comparable(a: Experiment, b: Experiment): boolean {
  return a.model.kind === b.model.kind && a.data.name === b.data.name;
}
