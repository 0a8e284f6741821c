import { readFileSync } from 'node:fs';
import { createTranslator } from 'use-intl/core';
import { type Experiment, parseExperiment } from '../core/experiment.ts';
import { parseLink } from '../core/link.ts';
import { type Parsed, type Problem, refused } from '../core/parsed.ts';
import { DEFAULT_EXPERIMENT, PRESETS, presetOf } from '../core/presets.ts';
import { RECIPES, withRecipe } from '../core/recipes.ts';
import { ROWS, type Setting, type SettingPath, settingIn, withSetting } from '../core/settings.ts';
import * as texts from '../i18n/en/lab.ts';
import { problemSentence } from '../i18n/problemSentence.ts';

/** The largest file that is read as an experiment, in bytes. */
const LARGEST_FILE = 1_000_000;

/** Problems of a file or link that are told. */
const MOST_TOLD = 3;

export interface Arguments {
  readonly experiment: Experiment;
  readonly json: boolean;
}

/** What the command line asks for, or one sentence that names the flag that is wrong. */
export type ParsedArguments =
  | { readonly ok: true; readonly value: Arguments }
  | { readonly ok: false; readonly message: string };

/** The experiment that a flag makes of the one so far, or what is wrong with the flag's text. */
type Apply = (text: string, experiment: Experiment) => Parsed<Experiment> | string;

/** Flags of whole experiments, and one flag for each setting. */
const FLAGS: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['--preset', readPreset],
  ['--link', parseLink],
  ['--experiment', readExperiment],
  ['--recipe', readRecipe],
  ...ROWS.map(([path, row]): [string, Apply] => [`--${row.flag ?? row.key}`, setter(path, row)]),
]);

/** Reads the flags in order; a later one overrides an earlier one. */
export function parseArguments(list: readonly string[]): ParsedArguments {
  let experiment = DEFAULT_EXPERIMENT;
  let json = false;
  for (let i = 0; i < list.length; i++) {
    const flag = list[i]!;
    if (flag === '--json') {
      json = true;
      continue;
    }
    const apply = FLAGS.get(flag);
    if (!apply) return bad(flag, 'is not a known flag');
    const text = list[++i];
    if (text === undefined) return bad(flag, 'needs a value');
    const applied = apply(text, experiment);
    if (typeof applied === 'string') return bad(flag, applied);
    if (!applied.ok) return bad(flag, `is not taken. ${sentences(applied.problems)}`);
    experiment = applied.value;
  }
  return { ok: true, value: { experiment, json } };
}

/** One line, whatever the flag holds. */
function bad(flag: string, reason: string): ParsedArguments {
  return { ok: false, message: `${flag.slice(0, 80)} ${reason}`.replace(/\s+/g, ' ') };
}

function sentences(problems: readonly Problem[]): string {
  const t = createTranslator({ locale: 'en', messages: texts });
  const told = problems.slice(0, MOST_TOLD).map((problem) => problemSentence(t, problem));
  const more = problems.length - told.length;
  return [...told, ...(more > 0 ? [t('notice.more', { count: String(more) })] : [])].join(' ');
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

/** Reads one setting: its text is that of a link, or `off` for what a link leaves unsaid. */
function setter(path: SettingPath, { allowed, absent, read }: Setting): Apply {
  return (text, experiment) => {
    if (settingIn(experiment, path) === undefined) {
      return `is no setting of the model ${experiment.model.kind}`;
    }
    const off = text === 'off' && absent !== undefined;
    if (!off && allowed.kind === 'choice' && !allowed.names.includes(text)) {
      return refused(path, 'notAllowed');
    }
    const value = off ? absent : read(text.split(',').map(decimal).join());
    return parseExperiment(withSetting(experiment, path, value as never));
  };
}

/** A number of any notation in that of a link; other text as it is. */
function decimal(text: string): string {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}
