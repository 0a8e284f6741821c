import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { recall, remember } from '../store/storage.ts';

/**
 * What the reader has done, kept in the browser. What is stored comes from
 * outside: it is bounded, versioned, and dropped whole if anything is odd.
 */
const PROGRESS_VERSION = 1;
const KEY = 'mdn-playground.learn';
/** Longest stored text that is looked at, in characters. */
const LONGEST = 10_000;

const Name = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9-]+$/));
const ChapterNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));

const within = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most));

/** Where the bells that are set by hand may stand, in the target's unit, and how wide they may be. */
export const HAND_LIMITS = { mean: [-18, 18], width: [0.2, 12] } as const;

const BellSchema = v.object({
  /** Relative to the others; π is its share of the sum. */
  weight: within(0, 1),
  mean: within(...HAND_LIMITS.mean),
  width: within(...HAND_LIMITS.width),
});

/** One bell of the mixture that is set by hand. */
export type Bell = Readonly<v.InferOutput<typeof BellSchema>>;

const ProgressSchema = v.object({
  version: v.literal(PROGRESS_VERSION),
  /** Tasks that are done, by name. */
  tasks: v.pipe(v.array(Name), v.maxLength(100)),
  /** Chapters that were read to their end. */
  read: v.pipe(v.array(ChapterNumber), v.maxLength(99)),
  /** Where the reader was last: the heading is empty at a chapter's beginning. */
  last: v.nullable(v.object({ chapter: ChapterNumber, heading: v.union([Name, v.literal('')]) })),
  /** The three bells that the reader has set by hand, with which a later figure begins. */
  bells: v.optional(v.nullable(v.pipe(v.array(BellSchema), v.length(3), v.readonly())), null),
});

export type Progress = v.InferOutput<typeof ProgressSchema>;

export const NO_PROGRESS: Progress = { version: 1, tasks: [], read: [], last: null, bells: null };

/** Reads what was stored; anything unexpected counts as nothing. */
export function parseProgress(text: string | null): Progress {
  if (text === null || text.length > LONGEST) return NO_PROGRESS;
  try {
    const result = v.safeParse(ProgressSchema, JSON.parse(text));
    return result.success ? result.output : NO_PROGRESS;
  } catch {
    return NO_PROGRESS;
  }
}

export const progressStore = createStore<Progress>(() => parseProgress(recall(KEY)));

progressStore.subscribe((progress) => remember(KEY, JSON.stringify(progress)));

export function markTask(name: string): void {
  const { tasks } = progressStore.getState();
  if (!tasks.includes(name)) progressStore.setState({ tasks: [...tasks, name] });
}

export function markRead(chapter: number): void {
  const { read } = progressStore.getState();
  if (!read.includes(chapter)) progressStore.setState({ read: [...read, chapter] });
}

export function markPlace(chapter: number, heading: string): void {
  const { last } = progressStore.getState();
  if (last?.chapter === chapter && last.heading === heading) return;
  const known = v.is(Name, heading);
  progressStore.setState({ last: { chapter, heading: known ? heading : '' } });
}

export function keepBells(bells: readonly Bell[]): void {
  progressStore.setState({ bells });
}

export function resetProgress(): void {
  progressStore.setState(NO_PROGRESS);
}
