import {
  EXPERIMENT_VERSION,
  type Experiment,
  type Parsed,
  parseExperiment,
  refused,
} from './experiment.ts';
import { linkValues } from './linkText.ts';
import { same } from './same.ts';
import { put, ROWS, settingIn, toNumber } from './settings.ts';

/** The longest text that is looked at as a link, in characters. */
export const LONGEST_LINK = 12_000;

/** The experiment as the query part of a fragment: `v=1&data=inverted&…`. */
export function writeLink(experiment: Experiment): string {
  const settings = ROWS.flatMap(([path, { key, absent, write }]) => {
    const value = settingIn(experiment, path);
    return value === undefined || same(value, absent) ? [] : [`${key}=${write(value)}`];
  });
  return [`v=${experiment.version}`, ...settings].join('&');
}

/**
 * Reads what `writeLink` wrote, in whatever shape it has arrived (see
 * `linkValues`). Every setting must be there that the table does not leave
 * unsaid, and none with two values; a key that is not in the table is passed
 * over (a later version may add one).
 */
export function parseLink(text: string): Parsed<Experiment> {
  if (text.length > LONGEST_LINK) return refused('link', 'tooLong', String(LONGEST_LINK));
  const values = linkValues(text);
  const [version, ...otherVersions] = (values.get('v') ?? []).map(toNumber);
  if (version !== undefined && version > EXPERIMENT_VERSION) {
    return refused('version', 'newerVersion', String(EXPERIMENT_VERSION));
  }
  if (otherVersions.length > 0) return refused('version', 'malformed');
  let draft: object = { version, data: {}, model: {}, training: {} };
  for (const [path, { key, absent, read }] of ROWS) {
    const [value, ...others] = values.get(key) ?? [];
    if (others.length > 0) return refused(path, 'malformed');
    draft = put(draft, path, value === undefined ? absent : read(value));
  }
  return parseExperiment(draft);
}
