import { isOwn, ownSet, takeOwn, titled } from './datasets/own.ts';
import { EXPERIMENT_VERSION, type Experiment, parseExperiment } from './experiment.ts';
import { linkValues } from './linkText.ts';
import { type Parsed, type Problem, refused } from './parsed.ts';
import { readRows, toNumber, writeRows } from './row.ts';
import { ROWS } from './settings.ts';

/** The longest text that is looked at as a link, in characters. */
export const LONGEST_LINK = 12_000;

/** What a link may need besides its experiment, in characters: the address of the page, and how the run is shown. */
const BESIDES = 800;

/**
 * The experiment as the query part of a fragment: `v=1&data=inverted&…`. Data of the
 * user's own travel with it, unless they are too many (`linkCarries`).
 */
export function writeLink(experiment: Experiment): string {
  const { settings, points } = written(experiment);
  return fits(settings, points) ? `${settings}${points}` : settings;
}

/** False where the link cannot carry the data set that it names: that is then to be had in this browser alone. */
export function linkCarries(experiment: Experiment): boolean {
  const { settings, points } = written(experiment);
  return fits(settings, points);
}

function fits(settings: string, points: string): boolean {
  return settings.length + points.length <= LONGEST_LINK - BESIDES;
}

function written(experiment: Experiment): { settings: string; points: string } {
  const own = ownSet(experiment.data.name);
  const title = own?.title ? [`title=${encoded(own.title)}`] : [];
  const settings = [`v=${experiment.version}`, ...writeRows(ROWS, experiment), ...title];
  return { settings: settings.join('&'), points: own ? `&own=${own.packed}` : '' };
}

/**
 * A title, encoded so that it comes through whatever a link suffers (see `linkValues`),
 * in a shell as well: `~` stands for `%`, which may be decoded too early.
 */
function encoded(title: string): string {
  const code = (character: string) => `%${character.charCodeAt(0).toString(16)}`;
  return encodeURIComponent(title)
    .replace(/[!'()*.~]/g, code)
    .replaceAll('%', '~');
}

/** The title that `encoded` wrote; null for none. */
function decodedTitle(text: string): string | null {
  try {
    return titled(decodeURIComponent(text.replaceAll('~', '%')));
  } catch {
    return null;
  }
}

/** The data set that a link names, where it is one of the user's own that neither comes with it nor is at hand. */
function absentIn(values: ReadonlyMap<string, readonly string[]>): Problem | null {
  const [name = ''] = values.get('data') ?? [];
  const [packed] = values.get('own') ?? [];
  const [title = ''] = values.get('title') ?? [];
  if (packed) takeOwn({ title: decodedTitle(title), packed });
  if (!isOwn(name) || ownSet(name)) return null;
  return { field: 'data.name', reason: 'absent', value: decodedTitle(title) ?? name };
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
  const absent = absentIn(values);
  if (absent) return { ok: false, problems: [absent] };
  const draft = readRows(ROWS, values, { version, data: {}, model: {}, training: {} });
  return draft.ok ? parseExperiment(draft.value) : draft;
}
