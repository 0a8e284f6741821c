import { readWithArrays, withArrays } from '../core/arrays.ts';
import { base64, bytesOf } from '../core/base64.ts';
import { type LastingPlace, parsePlace, parseWay, storedPlace } from '../core/place.ts';
import type { WayState } from '../core/way.ts';
import { keepInTab, keptInTab } from './tabStorage.ts';

/**
 * The run that a reload brings back, in this tab's session storage. Where it
 * cannot be kept or read, nothing is said: the run begins at its seed, as
 * without it.
 */

const KEYS = { run: 'mdn-playground.run', way: 'mdn-playground.way' } as const;
const VERSION = 3;
/** The longest text that is kept or looked at, in characters; a browser grants about five million. */
const LONGEST = 4_000_000;

/** A value with typed arrays as text: its JSON, and in a line of their own the arrays' bytes. */
function written(value: unknown): string {
  const { text, bytes } = withArrays(value);
  return `${text}\n${base64(bytes)}`;
}

/** The value that a text holds; null for none. Never throws. */
function read(written: string): unknown {
  try {
    const [text = '', bytes = ''] = written.split('\n');
    return readWithArrays({ text, bytes: bytesOf(bytes) });
  } catch {
    return null;
  }
}

const NO_LOSSES = { epoch: new Float64Array(), loss: new Float64Array() };

/** A run as text; one that is too large is to be trained once more to where it stood. */
export function writeRun(run: LastingPlace): string {
  const text = written({ version: VERSION, ...storedPlace(run) });
  if (text.length <= LONGEST || !run.snapshot) return text;
  const losses = { train: NO_LOSSES, test: NO_LOSSES };
  return writeRun({ ...run, snapshot: null, losses, events: [] });
}

/** The run that a text holds; null if it cannot be gone on with. Never throws. */
export function parseRun(text: string): LastingPlace | null {
  if (text.length > LONGEST) return null;
  const value = read(text);
  const version = (value as { version?: unknown } | null)?.version;
  return version === VERSION ? parsePlace(value) : null;
}

/** What a browser grants for a run and its way together, less a little, in characters. */
const ROOM = 4_800_000;
/** What a state takes as text beside its parameters, in characters, at most. */
const BESIDE = 88;

/** A run's way as text, with so many states, evenly chosen with both ends, as there is room for; null for none. */
export function writeWay(states: readonly WayState[], room: number): string | null {
  const bytes = states[0]?.parameters.byteLength ?? 0;
  const fitting = Math.floor(room / (BESIDE + 4 * Math.ceil(bytes / 3)));
  const count = Math.min(states.length, fitting);
  if (count < 2) return null;
  const chosen = Array.from(
    { length: count },
    (_, i) => states[Math.round((i * (states.length - 1)) / (count - 1))]!,
  );
  return written(chosen);
}

/** A run that comes back after a reload, with what it has gone through. */
export interface ReloadedRun {
  readonly place: LastingPlace;
  readonly way: readonly WayState[];
}

/** Keeps a run for a reload, in place of the one that was kept before, and of its way what there is room for. */
export function keepForReload(place: LastingPlace | null, way: readonly WayState[] = []): void {
  const text = place && writeRun(place);
  keepInTab(KEYS.way, null);
  keepInTab(KEYS.run, text);
  // Without a snapshot it is trained again, and its way with it.
  if (text && place?.snapshot) keepInTab(KEYS.way, writeWay(way, ROOM - text.length));
}

/** The run that was there before the reload; null if there is none. */
export function reloadedRun(): ReloadedRun | null {
  const text = keptInTab(KEYS.run);
  const place = text === null ? null : parseRun(text);
  if (!place) return null;
  const way = keptInTab(KEYS.way) ?? '';
  return { place, way: (way.length <= ROOM && parseWay(read(way), place.experiment)) || [] };
}
