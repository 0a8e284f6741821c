import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';
import { readWithArrays, withArrays } from '../core/arrays.ts';
import { OwnSetSchema, ownSet, takeOwn } from '../core/datasets/own.ts';
import { parseExperiment } from '../core/experiment.ts';
import { MOST_KEPT, parseKeptRun, storedRun } from '../core/keptRun.ts';
import { list, type Problem, parsed } from '../core/parsed.ts';
import { parsePlace, parseWay } from '../core/place.ts';
import type { RunFileProblem, SavedRun } from '../core/savedRun.ts';
import { ViewSchema } from '../core/view.ts';

export type ReadRunFile =
  | { readonly ok: true; readonly value: SavedRun }
  | { readonly ok: false; readonly problem: RunFileProblem };

const FORMAT = 'mdn-playground run';
const VERSION = 1;

const NAMES = { text: 'run.json', arrays: 'arrays.bin', sums: 'checksums.json' } as const;

/** The largest file that is looked at, in bytes. */
export const LARGEST_RUN_FILE = 300e6;
/** The most that its parts are inflated to, in bytes. */
const LARGEST = { text: 32e6, arrays: 256e6, sums: 1e3 } as const;

/** The same run makes the same file. */
const MODIFIED = '1980-01-01T00:00:00';

/** Writes a run as a zip file of JSON and the bytes of its arrays. */
export function writeRunFile({ experiment, view, run, kept }: SavedRun): Uint8Array<ArrayBuffer> {
  const { text, bytes } = withArrays({
    own: ownSet(experiment.data.name),
    experiment,
    view,
    run: run && { ...run, place: { ...run.place, experiment: undefined } },
    kept: kept.map(storedRun),
  });
  // The head can be read whatever the rest has become.
  const head = JSON.stringify({ format: FORMAT, version: VERSION });
  const json = strToU8(`${head.slice(0, -1)},${text.slice(1)}\n`);
  return zipSync(
    {
      [NAMES.text]: json,
      // Weights do not shrink.
      [NAMES.arrays]: [bytes, { level: 0 }],
      [NAMES.sums]: strToU8(sumsOf({ json, bytes })),
    },
    { mtime: MODIFIED },
  );
}

/** What tells that a part is not as it was written: zip's own checksums are not looked at. */
function sumsOf({ json, bytes }: { readonly json: Uint8Array; readonly bytes: Uint8Array }) {
  return JSON.stringify({ [NAMES.text]: checksum(json), [NAMES.arrays]: checksum(bytes) });
}

const HeadSchema = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const StandingSchema = v.object({
  /** Read by a schema of its own. */
  place: v.custom<object>((value) => typeof value === 'object' && value !== null),
  way: v.unknown(),
  sight: v.union([v.null(), v.literal('best'), v.pipe(v.number(), v.integer(), v.minValue(0))]),
});

const KeptSchema = list(v.unknown(), { min: 0, max: MOST_KEPT });

/** Reads what `writeRunFile` wrote, from whatever source. Never throws, and takes no more room than is bounded. */
export function readRunFile(file: Uint8Array): ReadRunFile {
  if (file.length > LARGEST_RUN_FILE) return refusal({ reason: 'tooLarge' });
  const entries = unzipped(file);
  if (!entries) return refusal({ reason: 'foreign' });
  if (entries === 'tooLarge') return refusal({ reason: 'tooLarge' });
  const { json, bytes, sums } = entries;
  const text = strFromU8(json);
  let value: unknown;
  try {
    value = readWithArrays({ text, bytes });
  } catch {
    return text.startsWith(`{"format":"${FORMAT}"`)
      ? damaged('file')
      : refusal({ reason: 'foreign' });
  }
  const head = v.safeParse(HeadSchema, value);
  if (!head.success) return refusal({ reason: 'foreign' });
  if (head.output.version > VERSION) return refusal({ reason: 'newer' });
  if (sums !== sumsOf(entries)) return damaged('file');
  return readRun(value as Readonly<Record<string, unknown>>);
}

function readRun(value: Readonly<Record<string, unknown>>): ReadRunFile {
  const own = v.safeParse(v.nullish(OwnSetSchema), value.own);
  if (!own.success) return damaged('experiment');
  // An experiment is known to be good only where its data are at hand.
  if (own.output) takeOwn(own.output);
  const experiment = parseExperiment(value.experiment);
  if (!experiment.ok) return damaged('experiment', experiment.problems);
  const view = parsed(ViewSchema, value.view, 'view');
  if (!view.ok) return damaged('view', view.problems);
  const kept = v.safeParse(KeptSchema, value.kept);
  const keptRuns = kept.success ? kept.output.map(parseKeptRun) : [null];
  if (!keptRuns.every((run) => run !== null)) return damaged('kept');
  const whole = { experiment: experiment.value, view: view.value, kept: keptRuns };
  if (value.run === null) return { ok: true, value: { ...whole, run: null } };

  const standing = v.safeParse(StandingSchema, value.run);
  if (!standing.success) return damaged('run');
  const { place: placed, way: states, sight } = standing.output;
  const place = parsePlace({ ...placed, experiment: experiment.value });
  if (!place) return damaged('run');
  const way = parseWay(states, experiment.value);
  if (!way) return damaged('timeline');
  return { ok: true, value: { ...whole, run: { place, way, sight } } };
}

/** The parts of the zip file; null for what is none, or has not all. */
function unzipped(file: Uint8Array) {
  let large = false;
  const wanted = new Map<string, number>([
    [NAMES.text, LARGEST.text],
    [NAMES.arrays, LARGEST.arrays],
    [NAMES.sums, LARGEST.sums],
  ]);
  try {
    const entries = unzipSync(file, {
      filter: ({ name, originalSize }) => {
        const most = wanted.get(name);
        // Each is inflated once, however often the file names it.
        if (most === undefined || !wanted.delete(name)) return false;
        large ||= originalSize > most;
        return originalSize <= most;
      },
    });
    if (large) return 'tooLarge';
    const { [NAMES.text]: json, [NAMES.arrays]: arrays, [NAMES.sums]: sums } = entries;
    return json && arrays && sums
      ? { json, bytes: new Uint8Array(arrays), sums: strFromU8(sums) }
      : null;
  } catch {
    return null;
  }
}

function damaged(
  part: (RunFileProblem & { reason: 'damaged' })['part'],
  problems: readonly Problem[] = [],
): ReadRunFile {
  return refusal({ reason: 'damaged', part, problems });
}

function refusal(problem: RunFileProblem): ReadRunFile {
  return { ok: false, problem };
}

/** 32 bits that change with any byte (FNV-1a). */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
