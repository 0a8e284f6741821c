import { counterpart } from '../core/counterpart.ts';
import { type Experiment, MODEL_KINDS, type ModelKind } from '../core/experiment.ts';
import type { KeptRun } from '../core/keptRun.ts';
import { MOST_KEPT } from '../core/keptRun.ts';
import type { LastingPlace } from '../core/place.ts';
import { same } from '../core/same.ts';

/** The page's run as it is when the dialog is opened. */
export interface Present {
  readonly experiment: Experiment;
  /** Where it stands; null for its start. */
  readonly place: LastingPlace | null;
}

/** What may stand on a side: the present run, a kept one by its id, or a model from its start. */
export type Choice = string;

/** What stands on a side. */
export interface Subject extends Present {
  /** Its colour, as a place among those of kept runs. */
  readonly colour: number;
}

const models = new WeakMap<Experiment, ReadonlyMap<ModelKind, Experiment>>();

/** The models of an experiment's data: the same objects each time, since another one is another run. */
function modelsOf(experiment: Experiment): ReadonlyMap<ModelKind, Experiment> {
  const made =
    models.get(experiment) ??
    new Map(MODEL_KINDS.map((kind) => [kind, counterpart(experiment, kind)]));
  models.set(experiment, made);
  return made;
}

/** What there is to choose from, by choice. */
export function subjectsOf(present: Present, kept: readonly KeptRun[]): Map<Choice, Subject> {
  const taken = new Set(kept.map(({ colour }) => colour));
  const free = Array.from({ length: MOST_KEPT }, (_, colour) => colour).filter(
    (colour) => !taken.has(colour),
  );
  // Where all are taken, what is not kept shares one.
  const colourOf = (i: number) => free[i] ?? MOST_KEPT - 1 - i;
  return new Map<Choice, Subject>([
    ['present', { ...present, colour: colourOf(0) }],
    ...kept.map(
      ({ id, place, colour }) => [id, { experiment: place.experiment, place, colour }] as const,
    ),
    ...[...modelsOf(present.experiment)].map(
      ([kind, experiment], i) =>
        [kind, { experiment, place: null, colour: colourOf(1 + i) }] as const,
    ),
  ]);
}

/** What stands beside the present run at first: the run kept last, or else the other model. */
export function firstBeside({ experiment, place }: Present, kept: readonly KeptRun[]): Choice {
  const other = kept.findLast(
    (run) => !(same(run.place.experiment, experiment) && run.place.step === place?.step),
  );
  return other?.id ?? MODEL_KINDS.find((kind) => kind !== experiment.model.kind)!;
}

/** Whether two experiments have their points, and with them axes and losses, in common units. */
export function sameData(a: Experiment, b: Experiment): boolean {
  return a.data.name === b.data.name;
}
