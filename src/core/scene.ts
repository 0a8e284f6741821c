import * as v from 'valibot';
import { type Experiment, LIMITS } from './experiment.ts';
import { parseLink, writeLink } from './link.ts';
import { linkValues } from './linkText.ts';
import { number as numberWithin, type Parsed, parsed } from './parsed.ts';
import { type Allowed, described, number, type Rows, readRows, writeRows } from './row.ts';
import { INITIAL_VIEW, VIEW, type View, ViewSchema } from './view.ts';

/**
 * What there is to be seen, as one plain value: an experiment, the way it is
 * shown, and how far it is trained. The address holds it, and whatever sets a lab
 * applies it.
 */
export interface Scene {
  readonly experiment: Experiment;
  readonly view: View;
  /** The epoch that the run is trained to; null to leave it where it begins. */
  readonly epoch: number | null;
}

/** What a scene has beside its experiment. */
const ShownSchema = v.object({
  view: ViewSchema,
  epoch: v.nullable(numberWithin(LIMITS.epochs)),
});

const EPOCH = { ...number(LIMITS.epochs, { key: 'epoch', label: 'epoch' }), absent: null } as const;

type SceneLabel = (typeof VIEW)[keyof View]['label'] | typeof EPOCH.label;

/** The table of what a scene has beside its experiment. A link leaves unsaid what is as at first. */
export const SHOWN: Rows<string> = [
  ...(Object.keys(VIEW) as (keyof View)[]).map(
    (key) => [`view.${key}`, { ...VIEW[key], absent: INITIAL_VIEW[key] }] as Rows<string>[number],
  ),
  ['epoch', EPOCH] as Rows<string>[number],
];

/** What a field of a scene is called, under `problem.shown`, and what it may be. */
export function describeShown(field: string) {
  return described(SHOWN, field) as { label: SceneLabel; allowed: Allowed } | undefined;
}

/** The scene as the query part of a fragment: its experiment, and what is not as at first. */
export function writeScene(scene: Scene): string {
  return [writeLink(scene.experiment), ...writeRows(SHOWN, scene)].join('&');
}

/** Reads what `writeScene` or `writeLink` wrote, in whatever shape it has arrived. */
export function parseScene(text: string): Parsed<Scene> {
  const experiment = parseLink(text);
  if (!experiment.ok) return experiment;
  const draft = readRows(SHOWN, linkValues(text), { view: {} });
  if (!draft.ok) return draft;
  const shown = parsed(ShownSchema, draft.value, 'scene');
  return shown.ok ? { ok: true, value: { experiment: experiment.value, ...shown.value } } : shown;
}
