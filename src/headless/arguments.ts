import { readFileSync } from 'node:fs';
import { DATA_NAMES } from '../core/datasets/datasets.ts';
import {
  type Experiment,
  MODEL_KINDS,
  type Parsed,
  type Problem,
  parseExperiment,
} from '../core/experiment.ts';
import { parseLink } from '../core/link.ts';
import { DEFAULT_EXPERIMENT, PRESETS, presetOf, withData, withModel } from '../core/presets.ts';

/** The largest file that is read as an experiment, in bytes. */
const LARGEST_FILE = 1_000_000;

export interface Arguments {
  readonly experiment: Experiment;
  readonly json: boolean;
}

/** What the command line asks for, or one sentence that names the flag that is wrong. */
export type ParsedArguments =
  | { readonly ok: true; readonly value: Arguments }
  | { readonly ok: false; readonly message: string };

/** How a flag changes the experiment so far: the new one, or what is wrong with the text. */
type Apply = (text: string, experiment: Experiment) => unknown;

class BadFlag extends Error {}

const FLAGS: Readonly<Record<string, Apply>> = {
  preset: (label) => {
    const preset = presetOf(label);
    if (!preset) throw new BadFlag(`must be one of ${PRESETS.map((p) => p.label).join(', ')}`);
    return preset.experiment;
  },
  link: (text) => unwrap(parseLink(text)),
  experiment: (path) => readExperiment(path),
  data: (text, e) => withData(e, oneOf(DATA_NAMES, text)),
  model: (text, e) => withModel(e, oneOf(MODEL_KINDS, text)),
  seed: (text, e) => ({ ...e, seed: toNumber(text) }),
  engine: (engine, e) => ({ ...e, engine }),
  points: (text, e) => ({ ...e, data: { ...e.data, points: toNumber(text) } }),
  noise: (text, e) => ({ ...e, data: { ...e.data, noise: toNumber(text) } }),
  hidden: (text, e) => ({ ...e, model: { ...e.model, hidden: text.split(',').map(toNumber) } }),
  components: (text, e) => {
    if (e.model.kind !== 'mdn') throw new BadFlag('needs the model mdn');
    return { ...e, model: { ...e.model, components: toNumber(text) } };
  },
  epochs: (text, e) => ({ ...e, training: { ...e.training, epochs: toNumber(text) } }),
  'batch-size': (text, e) => ({ ...e, training: { ...e.training, batchSize: toNumber(text) } }),
  'learning-rate': (text, e) => ({
    ...e,
    training: { ...e.training, learningRate: toNumber(text), rateChanges: [] },
  }),
};

/** Reads the flags in order; a later one overrides an earlier one. */
export function parseArguments(list: readonly string[]): ParsedArguments {
  let experiment: Experiment = DEFAULT_EXPERIMENT;
  let json = false;
  for (let i = 0; i < list.length; i++) {
    const flag = list[i] as string;
    if (flag === '--json') {
      json = true;
      continue;
    }
    const apply = flag.startsWith('--') ? FLAGS[flag.slice(2)] : undefined;
    if (!apply || !Object.hasOwn(FLAGS, flag.slice(2))) return bad(flag, 'is not a known flag');
    const text = list[++i];
    if (text === undefined) return bad(flag, 'needs a value');
    try {
      experiment = unwrap(parseExperiment(apply(text, experiment)));
    } catch (error) {
      if (!(error instanceof BadFlag)) throw error;
      return bad(flag, error.message);
    }
  }
  return { ok: true, value: { experiment, json } };
}

function bad(flag: string, reason: string): ParsedArguments {
  return { ok: false, message: `${flag.slice(0, 80)} ${reason}` };
}

function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

function oneOf<T extends string>(allowed: readonly T[], text: string): T {
  const found = allowed.find((name) => name === text);
  if (!found) throw new BadFlag(`must be one of ${allowed.join(', ')}`);
  return found;
}

function unwrap(parsed: Parsed<Experiment>): Experiment {
  if (parsed.ok) return parsed.value;
  throw new BadFlag(parsed.problems.map(sentence).join('; '));
}

function readExperiment(path: string): unknown {
  try {
    const text = readFileSync(path, 'utf8');
    if (text.length > LARGEST_FILE) throw new BadFlag(`holds more than ${LARGEST_FILE} bytes`);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof BadFlag) throw error;
    throw new BadFlag(`could not be read as JSON: ${path.slice(0, 200)}`);
  }
}

function sentence({ field, reason, allowed }: Problem): string {
  switch (reason) {
    case 'missing':
      return `lacks ${field}`;
    case 'malformed':
      return `has no valid value for ${field}`;
    case 'tooSmall':
      return `must have ${field} at least ${allowed}`;
    case 'tooLarge':
      return `must have ${field} at most ${allowed}`;
    case 'notWhole':
      return `must have a whole number for ${field}`;
    case 'notAllowed':
      return `must have ${field} one of ${allowed ?? 'the allowed values'}`;
    case 'tooLong':
      return `is longer than ${allowed} characters`;
    case 'newerVersion':
      return `is of a newer version than ${allowed}`;
  }
}
