import type { Experiment } from './experiment.ts';
import { decimal, FLAGS, withText } from './flags.ts';
import { type Parsed, type Problem, refused } from './parsed.ts';
import { toNumber } from './row.ts';
import { SETTINGS, type Setting, type SettingPath, settingIn } from './settings.ts';

/** The most runs of a sweep. */
const MOST_RUNS = 10_000;
/** The most settings that are swept, besides the seed. */
const MOST_SETTINGS = 2;

/** The settings that the page sweeps, by their names in the command. */
export const SWEPT = ['components', 'learning-rate', 'width', 'points', 'noise'] as const;
export type Swept = (typeof SWEPT)[number];

/** What is to be run, as it is written. */
export interface SweepText {
  /** `NAME=LIST` each; see `listed`. NAME is a setting's flag, or `width` for the units of every layer. */
  readonly settings: readonly string[];
  /** A list of seeds; null for the experiment's own. */
  readonly seeds: string | null;
}

/** What is to be run, as plain values. */
export interface Sweep {
  /** The settings that are swept, besides the seed. */
  readonly axes: readonly SweptSetting[];
  readonly experiments: readonly Experiment[];
}

/** A setting that is swept. */
export interface SweptSetting {
  /** Its flag, or `width`. */
  readonly name: string;
  readonly path: SettingPath;
}

/** A setting that is swept, and the texts of its values. */
interface Axis extends SweptSetting {
  readonly values: readonly string[];
}

/**
 * The experiments of a sweep: every combination of values and seeds, each once,
 * the seed changing first and the first setting last. One bad value refuses all.
 */
export function sweepOf(base: Experiment, text: SweepText): Parsed<Sweep> {
  const written = text.seeds === null ? text.settings : [...text.settings, `seed=${text.seeds}`];
  if (text.settings.length > MOST_SETTINGS) return refused('sweep', 'tooLong');
  const axes: Axis[] = [];
  for (const each of written) {
    const read = axisOf(each);
    if (!read.ok) return read;
    const axis = read.value;
    if (axes.some(({ path }) => path === axis.path)) return refused(axis.path, 'repeated');
    axes.push(axis);
  }
  if (axes.reduce((product, { values }) => product * values.length, 1) > MOST_RUNS) {
    return refused('sweep', 'tooLarge', String(MOST_RUNS));
  }
  let experiments: readonly Experiment[] = [base];
  for (const { name, path, values } of axes) {
    const next: Experiment[] = [];
    for (const experiment of experiments) {
      for (const value of values) {
        const parsed = withText(experiment, path, textFor(name, value, experiment));
        if (!parsed.ok) return naming(value, parsed.problems);
        next.push(parsed.value);
      }
    }
    experiments = next;
  }
  const distinct = new Map(
    experiments.map((experiment) => [experimentKey(experiment), experiment]),
  );
  const settings = text.seeds === null ? axes : axes.slice(0, -1);
  return { ok: true, value: { axes: settings, experiments: [...distinct.values()] } };
}

/** Names the value, once; to a setting that the model has not, none matters. */
function naming(value: string, problems: readonly Problem[]): Parsed<never> {
  const [problem] = problems as readonly [Problem, ...Problem[]];
  const named = problem.reason === 'notOfModel' ? problem : { ...problem, value };
  return { ok: false, problems: [named] };
}

/** The setting that is swept under a name: a flag, or `width`. */
export function sweptPath(name: string): SettingPath | undefined {
  return name === 'width' ? 'model.hidden' : FLAGS.get(name);
}

/** What an experiment has as a setting that is swept, in the notation of a link. */
export function sweptValue({ name, path }: SweptSetting, experiment: Experiment): string {
  if (name === 'width') return String(experiment.model.hidden[0]);
  const { write }: Setting = SETTINGS[path];
  return write(settingIn(experiment, path));
}

/** A sweep's seeds, each once. */
export function seedsOf({ experiments }: Sweep): readonly number[] {
  return [...new Set(experiments.map(({ seed }) => seed))];
}

/** The same sweep over `count` seeds: its own, and the least that are not among them. */
export function withSeeds(sweep: Sweep, count: number): Sweep {
  const own = seedsOf(sweep);
  const others = Array.from({ length: count }, (_, i) => 1 + i).filter((one) => !own.includes(one));
  const seeds = [...own, ...others].slice(0, count);
  const there = new Map(sweep.experiments.map((one) => [experimentKey(one), one]));
  const values = new Map(sweep.experiments.map((one) => [experimentKey({ ...one, seed: 0 }), one]));
  const experiments = [...values.values()].flatMap((one) =>
    seeds.flatMap((seed) => {
      const found = there.get(experimentKey({ ...one, seed }));
      if (found) return found;
      // Another seed draws other points, of which a trained range may hold too few.
      const parsed = withText(one, 'seed', String(seed));
      return parsed.ok ? parsed.value : [];
    }),
  );
  return { ...sweep, experiments };
}

/** The same text for the same experiment, and for no other. */
export function experimentKey(experiment: Experiment): string {
  return JSON.stringify(experiment);
}

/** A value as it is written for the setting: a width is that of every layer. */
function textFor(name: string, value: string, { model }: Experiment): string {
  return name === 'width' ? model.hidden.map(() => value).join() : value;
}

function axisOf(text: string): Parsed<Axis> {
  const [, name = '', list = ''] = /^([\w-]+)=(.*)$/.exec(text) ?? [];
  const path = sweptPath(name);
  if (!path) return refused('sweep', 'malformed');
  if (list.trim() === '') return refused(path, 'missing');
  const values = listed(list);
  if (values) return { ok: true, value: { name, path, values } };
  return { ok: false, problems: [{ field: path, reason: 'malformed', value: list }] };
}

/**
 * The values of a list, comma after comma: `1,2,5`, whole steps `1..10`, other
 * steps `0.1..0.5:0.1` (both ends included), or several of these. Null for what
 * cannot be read, and for more than a sweep may hold.
 */
export function listed(text: string): string[] | null {
  const values: string[] = [];
  for (const item of text.split(',')) {
    const part = item.includes('..') ? stepped(item) : [item.trim()];
    if (!part || part.includes('')) return null;
    values.push(...part);
    if (values.length > MOST_RUNS) return null;
  }
  return values;
}

function stepped(range: string): string[] | null {
  const [, ...texts] = /^(.+)\.\.([^:]+)(?::(.+))?$/.exec(range) ?? [];
  const [from = Number.NaN, to = Number.NaN, step = 1] = texts.map((text) =>
    text === undefined ? undefined : toNumber(decimal(text)),
  );
  // A little more, so that 0.1..0.5:0.1 ends at 0.5 whatever binary fractions make of it.
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  if (!(step > 0) || !(count >= 1 && count <= MOST_RUNS)) return null;
  return Array.from({ length: count }, (_, i) =>
    decimal(String(Number((from + i * step).toPrecision(12)))),
  );
}
