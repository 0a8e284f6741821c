import * as v from 'valibot';
import { componentCount, type Experiment, parseExperiment } from '../core/experiment.ts';
import { parameterCount } from '../core/network.ts';
import { list } from '../core/parsed.ts';
import { type Checkpoint, SnapshotSchema, TrainerEventSchema } from '../core/run.ts';
import { same } from '../core/same.ts';
import type { KeptRun } from './bookmark.ts';

/**
 * The run that a reload brings back, in this tab's session storage. Where it
 * cannot be kept or read, nothing is said: the run begins at its seed, as
 * without it.
 */

const KEY = 'mdn-playground.run';
const VERSION = 1;
/** The longest text that is kept or looked at, in characters; a browser grants about five million. */
const LONGEST = 4_000_000;
const MOST_EVENTS = 10_000;

const series = v.pipe(
  v.object({
    epoch: v.custom<Float64Array>((value) => value instanceof Float64Array),
    loss: v.custom<Float64Array>((value) => value instanceof Float64Array),
  }),
  v.check(({ epoch, loss }) => epoch.length === loss.length),
);

const KeptRunSchema = v.object({
  version: v.literal(VERSION),
  /** Read by a schema of its own. */
  experiment: v.unknown(),
  step: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  running: v.boolean(),
  losses: v.object({ train: series, test: series }),
  events: list(TrainerEventSchema, { min: 0, max: MOST_EVENTS }),
  colours: v.nullable(v.custom<Int32Array>((value) => value instanceof Int32Array)),
  snapshot: v.nullable(SnapshotSchema),
});

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
export function writeRun(run: KeptRun): string {
  const text = JSON.stringify({ version: VERSION, ...run }, replaced);
  if (text.length <= LONGEST || !run.snapshot) return text;
  const losses = { train: NO_LOSSES, test: NO_LOSSES };
  return writeRun({ ...run, snapshot: null, losses, events: [] });
}

/** The run that a text holds; null if it cannot be gone on with. Never throws. */
export function parseRun(text: string): KeptRun | null {
  if (text.length > LONGEST) return null;
  let value: unknown;
  try {
    value = JSON.parse(text, revived);
  } catch {
    return null;
  }
  const run = v.safeParse(KeptRunSchema, value);
  if (!run.success) return null;
  const { version: _, experiment, ...rest } = run.output;
  const parsed = parseExperiment(experiment);
  if (!parsed.ok) return null;
  const kept = { ...rest, experiment: parsed.value };
  return fits(kept) ? kept : null;
}

/** True if every array is as long as the experiment's network has it. */
function fits({ experiment: { model }, snapshot, colours }: KeptRun): boolean {
  const components = componentCount(model);
  const count = parameterCount({ hidden: model.hidden, components });
  const whole = ({ state, lowest }: Checkpoint) =>
    [state.parameters, state.firstMoment, state.secondMoment, lowest?.parameters].every(
      (array) => array === undefined || array.length === count,
    );
  return (
    (!snapshot || (whole(snapshot.now) && whole(snapshot.checkpoint))) &&
    (!colours || colours.length === components)
  );
}

/** Keeps a run for a reload, in place of the one that was kept before. */
export function keepRun(run: KeptRun | null): void {
  try {
    const { sessionStorage } = globalThis;
    // Where the new one finds no room, the old one is of no use either.
    sessionStorage.removeItem(KEY);
    if (run) sessionStorage.setItem(KEY, writeRun(run));
  } catch {
    // Storage is full, missing or forbidden.
  }
}

/** The run of an experiment that was kept; null if there is none. */
export function keptRun(experiment: Experiment): KeptRun | null {
  try {
    const text = globalThis.sessionStorage.getItem(KEY);
    const run = text === null ? null : parseRun(text);
    return run && same(run.experiment, experiment) ? run : null;
  } catch {
    return null;
  }
}
