import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createTranslator } from 'use-intl/core';
import { piecesOf, pointsOf, readTable, type Table, textOf } from '../core/csv.ts';
import { takePoints } from '../core/datasets/own.ts';
import { type Experiment, parseExperiment } from '../core/experiment.ts';
import { FLAGS as SETTING_FLAGS, withText } from '../core/flags.ts';
import { parseLink } from '../core/link.ts';
import type { Parsed, Problem } from '../core/parsed.ts';
import { DEFAULT_EXPERIMENT, PRESETS, presetOf } from '../core/presets.ts';
import { RECIPES, withRecipe } from '../core/recipes.ts';
import type { SavedRun } from '../core/savedRun.ts';
import { sweepOf } from '../core/sweep.ts';
import { withData } from '../core/usual.ts';
import * as exporting from '../i18n/en/export.ts';
import * as lab from '../i18n/en/lab.ts';
import { problemSentence } from '../i18n/problemSentence.ts';
import { runFileSentence } from '../i18n/runFileSentence.ts';
import type { RunFiles } from './run.ts';
import { canBeWritten, openRunFile } from './runFiles.ts';
import type { SweepArguments } from './sweep.ts';

/** The largest file that is read as an experiment, in bytes. */
const LARGEST_FILE = 1_000_000;

/** The most workers of a sweep. */
const MOST_JOBS = 64;

/** Problems of a file or link that are told. */
const MOST_TOLD = 3;

const translate = createTranslator({ locale: 'en', messages: { ...lab, ...exporting } });

export interface Arguments extends RunFiles {
  readonly experiment: Experiment;
  readonly json: boolean;
  /** What is run instead of the one experiment; null for that alone. */
  readonly sweep: SweepArguments | null;
  /** Whether it is told which experiments these are, and none is run. */
  readonly list: boolean;
}

/** What the command line asks for, or one sentence that names the flag that is wrong. */
export type ParsedArguments = { readonly ok: true; readonly value: Arguments } | Refused;

interface Refused {
  readonly ok: false;
  readonly message: string;
}

/** The experiment that a flag makes of the one so far, or what is wrong with the flag's text. */
type Apply = (text: string, experiment: Experiment) => Parsed<Experiment> | string;

/** Flags of whole experiments, and one flag for each setting. */
const FLAGS: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['--preset', readPreset],
  ['--link', parseLink],
  ['--experiment', readExperiment],
  ['--recipe', readRecipe],
  ...Array.from(SETTING_FLAGS, ([flag, path]): [string, Apply] => [
    `--${flag}`,
    (text, experiment) => withText(experiment, path, text),
  ]),
]);

/** The flags of a table of the user's own; the data are taken where the last of the three stands. */
interface TableFlags {
  readonly csv: string | null;
  readonly input: string | null;
  readonly target: string | null;
}

const NO_TABLE: TableFlags = { csv: null, input: null, target: null };

const TABLE_FLAGS: ReadonlyMap<string, keyof TableFlags> = new Map([
  ['--csv', 'csv'],
  ['--input', 'input'],
  ['--target', 'target'],
]);

/** The flags of a sweep, as they are written. */
interface SweepFlags {
  readonly settings: readonly string[];
  readonly seeds: string | null;
  readonly jobs: string | null;
  readonly resume: string | null;
}

const NO_SWEEP: SweepFlags = { settings: [], seeds: null, jobs: null, resume: null };

/** Takes in the text of one of them. */
type Take = (text: string, before: SweepFlags) => SweepFlags;

const SWEEP_FLAGS: ReadonlyMap<string, Take> = new Map<string, Take>([
  ['--sweep', (text, before) => ({ ...before, settings: [...before.settings, text] })],
  ['--seeds', (seeds, before) => ({ ...before, seeds })],
  ['--jobs', (jobs, before) => ({ ...before, jobs })],
  ['--resume', (resume, before) => ({ ...before, resume })],
]);

/** Reads the flags in order; a later one overrides an earlier one, and a sweep is of what all of them come to. */
export function parseArguments(words: readonly string[]): ParsedArguments {
  let experiment = DEFAULT_EXPERIMENT;
  let json = false;
  let list = false;
  let swept = NO_SWEEP;
  let opened: SavedRun | null = null;
  let save: string | null = null;
  let table = NO_TABLE;
  for (let i = 0; i < words.length; i++) {
    const flag = words[i]!;
    if (flag === '--json') {
      json = true;
      continue;
    }
    if (flag === '--list') {
      list = true;
      continue;
    }
    const sweep = SWEEP_FLAGS.get(flag);
    const apply = FLAGS.get(flag);
    const part = TABLE_FLAGS.get(flag);
    const ofFile = flag === '--open' || flag === '--save';
    if (!sweep && !apply && !part && !ofFile) return bad(flag, 'is not a known flag');
    const text = words[++i];
    if (text === undefined) return bad(flag, 'needs a value');
    if (sweep) {
      swept = sweep(text, swept);
      continue;
    }
    if (part) {
      table = { ...table, [part]: text };
      const read = readTableFlags(table, experiment);
      if (!read) continue;
      if ('message' in read) return read;
      experiment = read;
      continue;
    }
    if (flag === '--save') {
      if (!canBeWritten(text)) return bad(flag, `cannot be written: ${text.slice(0, 200)}`);
      save = text;
      continue;
    }
    if (flag === '--open') {
      const file = openRunFile(text);
      if (!file) return bad(flag, `could not be read: ${text.slice(0, 200)}`);
      if (!file.ok) return bad(flag, `is not taken. ${runFileSentence(translate, file.problem)}`);
      opened = file.value;
      experiment = opened.experiment;
      continue;
    }
    const applied = apply!(text, experiment);
    if (typeof applied === 'string') return bad(flag, applied);
    if (!applied.ok) return bad(flag, `is not taken. ${sentences(applied.problems)}`);
    experiment = applied.value;
  }
  if (table !== NO_TABLE && Object.values(table).includes(null)) {
    return bad('--csv', 'goes with --input and --target, all three');
  }
  const common = { experiment, json, list, opened, save };
  if (swept === NO_SWEEP) return { ok: true, value: { ...common, sweep: null } };
  if (save !== null) return bad('--save', 'goes with one run, not with a sweep');
  const sweep = readSweep(experiment, swept);
  return 'message' in sweep ? sweep : { ok: true, value: { ...common, sweep } };
}

/** The whole sweep, before any of it runs. */
function readSweep(experiment: Experiment, flags: SweepFlags): SweepArguments | Refused {
  const { settings, seeds, resume } = flags;
  const jobs = flags.jobs === null ? Math.max(1, availableParallelism() - 1) : Number(flags.jobs);
  if (!(Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS)) {
    return bad('--jobs', `must be a whole number from 1 to ${MOST_JOBS}`);
  }
  const swept = sweepOf(experiment, { settings, seeds });
  if (swept.ok) return { experiments: swept.value.experiments, jobs, resume };
  const written = [...settings, ...(seeds === null ? [] : [`--seeds ${seeds}`])].join(' ');
  return bad(`--sweep ${written}`, `is not taken. ${sentences(swept.problems)}`);
}

/** The experiment on the table's points; null as long as a flag is missing. */
function readTableFlags(
  { csv, input, target }: TableFlags,
  experiment: Experiment,
): Experiment | Refused | null {
  if (csv === null || input === null || target === null) return null;
  let table: Table;
  try {
    const bytes = readFileSync(csv);
    const pieces = piecesOf(bytes.length);
    if (pieces.length > 1) process.stderr.write('a part of the file is read, spread evenly\n');
    table = readTable(textOf(pieces.map(([from, to]) => bytes.subarray(from, to))));
  } catch {
    return bad('--csv', `could not be read: ${csv.slice(0, 200)}`);
  }
  const [x, y] = [input, target].map((name) => table.columns.indexOf(name)) as [number, number];
  if (table.columns.length === 0) return bad('--csv', 'holds no table');
  const columns = `must be one of ${table.columns.slice(0, 20).join(', ')}`;
  if (x < 0) return bad('--input', columns);
  if (y < 0) return bad('--target', columns);
  const read = pointsOf(table, x, y, false);
  if (!read) return bad('--csv', 'holds fewer than 2 rows with two numbers in those columns');
  if (read.skipped.length > 0) {
    process.stderr.write(`left out: ${read.skipped.length} rows that hold no two numbers\n`);
  }
  return withData(experiment, takePoints(read.points, `${input}, ${target}`));
}

/** One line, whatever the flag holds. */
function bad(flag: string, reason: string): Refused {
  return { ok: false, message: `${flag.slice(0, 80)} ${reason}`.replace(/[\s\p{Cc}]+/gu, ' ') };
}

function sentences(problems: readonly Problem[]): string {
  const told = problems.slice(0, MOST_TOLD).map((problem) => problemSentence(translate, problem));
  const more = problems.length - told.length;
  const rest = more > 0 ? [translate('notice.more', { count: String(more) })] : [];
  return [...told, ...rest].join(' ');
}

function readPreset(label: string): Parsed<Experiment> | string {
  const preset = presetOf(label);
  return preset
    ? { ok: true, value: preset.experiment }
    : `must be one of ${PRESETS.map((p) => p.label).join(', ')}`;
}

/** Sets the training; data and model are those of the flags before it. */
function readRecipe(name: string, experiment: Experiment): Parsed<Experiment> | string {
  const recipe = RECIPES.find((one) => one === name);
  return recipe
    ? { ok: true, value: withRecipe(experiment, recipe) }
    : `must be one of ${RECIPES.join(', ')}`;
}

function readExperiment(path: string): Parsed<Experiment> | string {
  try {
    const text = readFileSync(path, 'utf8');
    if (text.length > LARGEST_FILE) return `holds more than ${LARGEST_FILE} bytes`;
    return parseExperiment(JSON.parse(text));
  } catch {
    return `could not be read as JSON: ${path.slice(0, 200)}`;
  }
}
