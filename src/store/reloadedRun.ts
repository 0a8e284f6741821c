import { type LastingPlace, parsePlace, storedPlace } from '../core/place.ts';
import { keepInTab, keptInTab } from './tabStorage.ts';

/**
 * The run that a reload brings back, in this tab's session storage. Where it
 * cannot be kept or read, nothing is said: the run begins at its seed, as
 * without it.
 */

const KEY = 'mdn-playground.run';
const VERSION = 2;
/** The longest text that is kept or looked at, in characters; a browser grants about five million. */
const LONGEST = 4_000_000;
const ARRAYS = { Float32Array, Float64Array, Int32Array };
type ArrayName = keyof typeof ARRAYS;

const CHUNK = 8192;

function base64({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(text);
}

/** What JSON has no word for: typed arrays, and numbers that are not finite. */
function replaced(_: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return { array: value.constructor.name, base64: base64(value) };
  if (typeof value === 'number' && !Number.isFinite(value)) return { number: String(value) };
  return value;
}

function revived(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('number' in value && typeof value.number === 'string') return Number(value.number);
  if (!('array' in value && 'base64' in value)) return value;
  if (!Object.hasOwn(ARRAYS, value.array as string)) return value;
  const bytes = Uint8Array.from(atob(String(value.base64)), (letter) => letter.charCodeAt(0));
  return new ARRAYS[value.array as ArrayName](bytes.buffer);
}

const NO_LOSSES = { epoch: new Float64Array(), loss: new Float64Array() };

/** A run as text; one that is too large is to be trained once more to where it stood. */
export function writeRun(run: LastingPlace): string {
  const text = JSON.stringify({ version: VERSION, ...storedPlace(run) }, replaced);
  if (text.length <= LONGEST || !run.snapshot) return text;
  const losses = { train: NO_LOSSES, test: NO_LOSSES };
  return writeRun({ ...run, snapshot: null, losses, events: [] });
}

/** The run that a text holds; null if it cannot be gone on with. Never throws. */
export function parseRun(text: string): LastingPlace | null {
  if (text.length > LONGEST) return null;
  let value: unknown;
  try {
    value = JSON.parse(text, revived);
  } catch {
    return null;
  }
  const version = (value as { version?: unknown } | null)?.version;
  return version === VERSION ? parsePlace(value) : null;
}

/** Keeps a run for a reload, in place of the one that was kept before. */
export function keepForReload(run: LastingPlace | null): void {
  keepInTab(KEY, run && writeRun(run));
}

/** The run that was there before the reload; null if there is none. */
export function reloadedRun(): LastingPlace | null {
  const text = keptInTab(KEY);
  return text === null ? null : parseRun(text);
}
