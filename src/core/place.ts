import * as v from 'valibot';
import { OwnSetSchema, ownSet, takeOwn } from './datasets/own.ts';
import {
  componentCount,
  type Experiment,
  LIMITS,
  parseExperiment,
  stepsPerEpoch,
} from './experiment.ts';
import { parameterCount } from './network.ts';
import { list } from './parsed.ts';
import {
  type Checkpoint,
  type LossSeries,
  lossesUntil,
  type Snapshot,
  SnapshotSchema,
  type TrainerEvent,
  TrainerEventSchema,
} from './run.ts';
import { type WayState, WayStateSchema } from './way.ts';

/** Where a run stood, and what the page knew of it there. */
export interface Place {
  /** What the run is a function of. */
  readonly experiment: Experiment;
  /** Optimizer steps done. */
  readonly step: number;
  /** Whether it was training. */
  readonly running: boolean;
  /** Seconds of computing that the steps took. */
  readonly seconds: number;
  readonly losses: { readonly train: LossSeries; readonly test: LossSeries };
  readonly events: readonly TrainerEvent[];
  /** The place in the cycle of every component's colour, [K]; null early in a run. */
  readonly colours: Int32Array | null;
}

/** A place in a run that outlives the page. */
export interface LastingPlace extends Place {
  /** Null for a run that is to be trained once more to where it stood. */
  readonly snapshot: Snapshot | null;
}

const MOST_EVENTS = 10_000;

const series = v.pipe(
  v.object({
    epoch: v.custom<Float64Array>((value) => value instanceof Float64Array),
    loss: v.custom<Float64Array>((value) => value instanceof Float64Array),
  }),
  v.check(({ epoch, loss }) => epoch.length === loss.length),
);

const PlaceSchema = v.object({
  /** Read by a schema of its own. */
  experiment: v.unknown(),
  /** The experiment's data set, where that is the user's own. */
  own: v.optional(v.nullable(OwnSetSchema), null),
  step: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  running: v.boolean(),
  seconds: v.pipe(v.number(), v.finite(), v.minValue(0)),
  losses: v.object({ train: series, test: series }),
  events: list(TrainerEventSchema, { min: 0, max: MOST_EVENTS }),
  colours: v.nullable(v.custom<Int32Array>((value) => value instanceof Int32Array)),
  snapshot: v.nullable(SnapshotSchema),
});

/** What a place is written down as: with its data, where they are the user's own. */
export function storedPlace(place: LastingPlace): object {
  return { ...place, own: ownSet(place.experiment.data.name) };
}

/** Rebuilds a place field by field from a value of unknown origin; null for none. Never throws. */
export function parsePlace(value: unknown): LastingPlace | null {
  const read = v.safeParse(PlaceSchema, value);
  if (!read.success) return null;
  const { own, ...rest } = read.output;
  if (own) takeOwn(own);
  const experiment = parseExperiment(rest.experiment);
  if (!experiment.ok) return null;
  const place = { ...rest, experiment: experiment.value };
  return fits(place) ? place : null;
}

/** A run that was trained longer has more of them than one that was trained at once. */
const WaySchema = list(WayStateSchema, { min: 0, max: LIMITS.epochs.max + 1 });

/** The states that a run of this experiment has gone through, from a value of unknown origin; null for anything else. Never throws. */
export function parseWay(value: unknown, experiment: Experiment): readonly WayState[] | null {
  const read = v.safeParse(WaySchema, value);
  if (!read.success) return null;
  const states = read.output;
  const count = parametersOf(experiment);
  const fits = states.every(
    ({ epoch, parameters }, i) =>
      parameters.length === count && (i === 0 || epoch > states[i - 1]!.epoch),
  );
  return fits ? states : null;
}

/** The place of a snapshot that is a little older or newer than what the page knew. */
export function placeOf(place: Place, snapshot: Snapshot): LastingPlace {
  const { step } = snapshot.now;
  const epoch = Math.floor(step / stepsPerEpoch(place.experiment));
  const { train, test } = place.losses;
  const losses = { train: lossesUntil(train, epoch), test: lossesUntil(test, epoch) };
  return { ...place, step, running: false, losses, snapshot };
}

/** How many parameters the network of an experiment has. */
export function parametersOf({ model }: Experiment): number {
  return parameterCount({ hidden: model.hidden, components: componentCount(model) });
}

/** True if every array is as long as the experiment's network has it. */
function fits({ experiment, snapshot, colours }: LastingPlace): boolean {
  const count = parametersOf(experiment);
  const whole = ({ state, lowest }: Checkpoint) =>
    [state.parameters, state.firstMoment, state.secondMoment, lowest?.parameters].every(
      (array) => array === undefined || array.length === count,
    );
  return (
    (!snapshot || (whole(snapshot.now) && whole(snapshot.checkpoint))) &&
    (!colours || colours.length === componentCount(experiment.model))
  );
}
