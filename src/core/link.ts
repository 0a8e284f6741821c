import { EXPERIMENT_VERSION, type Experiment, parseExperiment } from './experiment.ts';
import { linkValues } from './linkText.ts';
import { type Parsed, refused } from './parsed.ts';
import { readRows, toNumber, writeRows } from './row.ts';
import { ROWS } from './settings.ts';

/** The longest text that is looked at as a link, in characters. */
export const LONGEST_LINK = 12_000;

/** The experiment as the query part of a fragment: `v=1&data=inverted&…`. */
export function writeLink(experiment: Experiment): string {
  return [`v=${experiment.version}`, ...writeRows(ROWS, experiment)].join('&');
}

/**
 * Reads what `writeLink` wrote, in whatever shape it has arrived (see
 * `linkValues`). Every setting must be there that the table does not leave
 * unsaid, and none with two values; a key that is not in the table is passed
 * over (it belongs to the view, or to a later version).
 */
export function parseLink(text: string): Parsed<Experiment> {
  if (text.length > LONGEST_LINK) return refused('link', 'tooLong', String(LONGEST_LINK));
  const values = linkValues(text);
  if (!values.has('v') && !ROWS.some(([, { key }]) => values.has(key))) {
    return refused('link', 'malformed');
  }
  const [version, ...otherVersions] = (values.get('v') ?? []).map(toNumber);
  if (version !== undefined && version > EXPERIMENT_VERSION) {
    return refused('version', 'newerVersion', String(EXPERIMENT_VERSION));
  }
  if (otherVersions.length > 0) return refused('version', 'malformed');
  const draft = readRows(ROWS, values, { version, data: {}, model: {}, training: {} });
  return draft.ok ? parseExperiment(draft.value) : draft;
}
