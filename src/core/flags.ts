import { type Experiment, parseExperiment } from './experiment.ts';
import { type Parsed, refused } from './parsed.ts';
import {
  ROWS,
  SETTINGS,
  type Setting,
  type SettingPath,
  settingIn,
  withSetting,
} from './settings.ts';

/** Every setting by its flag, without dashes: `components`, `learning-rate`. */
export const FLAGS: ReadonlyMap<string, SettingPath> = new Map(
  ROWS.map(([path, { flag, key }]) => [flag ?? key, path]),
);

/** The experiment with a setting read from text: that of a link, or `off` for what a link leaves unsaid. */
export function withText(
  experiment: Experiment,
  path: SettingPath,
  text: string,
): Parsed<Experiment> {
  const { allowed, absent, read }: Setting = SETTINGS[path];
  if (settingIn(experiment, path) === undefined) return refused(path, 'notOfModel');
  const off = text === 'off' && absent !== undefined;
  if (!off && allowed.kind === 'choice' && !allowed.names.includes(text)) {
    if (!allowed.isOther?.(text)) return refused(path, 'notAllowed');
  }
  const value = off ? absent : read(text.split(',').map(decimal).join());
  return parseExperiment(withSetting(experiment, path, value as never));
}

/** A number of any notation in that of a link; other text as it is. */
export function decimal(text: string): string {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}
