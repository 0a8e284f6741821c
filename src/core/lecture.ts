import * as v from 'valibot';
import { LIMITS } from './experiment.ts';
import { LONGEST_LINK } from './link.ts';
import { list, number as numberWithin, type Parsed, parsed, refused } from './parsed.ts';
import { parseScene, type Scene, writeScene } from './scene.ts';

/**
 * What happens when a scene is entered: the run stands where the scene says, or it
 * plays, up to an epoch or to its end.
 */
export type Entering =
  | { readonly kind: 'nothing' | 'end' }
  | { readonly kind: 'epoch'; readonly epoch: number };

/** One step of a lecture. */
export interface LectureScene {
  readonly id: string;
  readonly title: string;
  /** What the instructor wants to say; a hall never sees it. */
  readonly note: string;
  readonly entering: Entering;
  readonly scene: Scene;
}

/** A list of scenes to be given one after the other. */
export interface Lecture {
  readonly title: string;
  /** How long it is meant to take; null where nobody has said. */
  readonly minutes: number | null;
  readonly scenes: readonly LectureScene[];
}

export const EMPTY_LECTURE: Lecture = { title: '', minutes: null, scenes: [] };

export const MOST_SCENES = 100;
export const LONGEST_TITLE = 120;
export const LONGEST_NOTE = 4000;
export const MINUTES_LIMIT = { min: 1, max: 600, integer: true } as const;

const FORMAT = 'mdn-playground lecture';
const VERSION = 1;

const EnteringSchema = v.variant('kind', [
  v.object({ kind: v.picklist(['nothing', 'end']) }),
  v.object({ kind: v.literal('epoch'), epoch: numberWithin(LIMITS.epochs) }),
]);

const SceneSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  title: v.pipe(v.string(), v.maxLength(LONGEST_TITLE)),
  note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
  entering: EnteringSchema,
  /** As in an address. */
  link: v.pipe(v.string(), v.maxLength(LONGEST_LINK)),
});

const LectureSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  title: v.pipe(v.string(), v.maxLength(LONGEST_TITLE)),
  minutes: v.nullable(numberWithin(MINUTES_LIMIT)),
  scenes: list(SceneSchema, { min: 0, max: MOST_SCENES }),
});

/** What a lecture is written down as: in the browser, in a file, in a link, in a message. */
export type WrittenLecture = v.InferOutput<typeof LectureSchema>;

export function writtenLecture({ title, minutes, scenes }: Lecture): WrittenLecture {
  return {
    format: FORMAT,
    version: VERSION,
    title,
    minutes,
    scenes: scenes.map(({ scene, ...rest }) => ({ ...rest, link: writeScene(scene) })),
  };
}

const versionOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;

/**
 * Rebuilds a lecture field by field from a value of unknown origin. One bad scene
 * refuses it whole: a lecture with a hole in it is found out in front of a class.
 */
export function parseLecture(value: unknown): Parsed<Lecture> {
  const version = versionOf(value);
  if (typeof version === 'number' && version > VERSION) {
    return refused('version', 'newerVersion', String(VERSION));
  }
  const read = parsed(LectureSchema, value, 'lecture');
  if (!read.ok) return read;
  const scenes: LectureScene[] = [];
  for (const { link, ...rest } of read.value.scenes) {
    const scene = parseScene(link);
    if (!scene.ok) return scene;
    scenes.push({ ...rest, scene: scene.value });
  }
  if (new Set(scenes.map(({ id }) => id)).size < scenes.length) {
    return refused('lecture', 'malformed');
  }
  const { title, minutes } = read.value;
  return { ok: true, value: { title, minutes, scenes } };
}

/** A change of a lecture, to be made of it as it is by then. */
export type LectureEdit = (lecture: Lecture) => Lecture;

/** Puts a scene in a place, counted from 0; none into a lecture that is full. */
export const insertScene =
  (scene: LectureScene, place: number): LectureEdit =>
  (lecture) =>
    lecture.scenes.length >= MOST_SCENES
      ? lecture
      : { ...lecture, scenes: lecture.scenes.toSpliced(place, 0, scene) };

/** Adds a scene behind another, or at the end. */
export const addScene =
  (scene: LectureScene, after: string | null = null): LectureEdit =>
  (lecture) => {
    const at = lecture.scenes.findIndex(({ id }) => id === after);
    return insertScene(scene, at < 0 ? lecture.scenes.length : at + 1)(lecture);
  };

export const changeScene =
  (id: string, change: Partial<Omit<LectureScene, 'id'>>): LectureEdit =>
  (lecture) => ({
    ...lecture,
    scenes: lecture.scenes.map((scene) => (scene.id === id ? { ...scene, ...change } : scene)),
  });

export const removeScene =
  (id: string): LectureEdit =>
  (lecture) => ({ ...lecture, scenes: lecture.scenes.filter((scene) => scene.id !== id) });

/** Moves a scene so many places towards the end, as far as there are any. */
export const moveScene =
  (id: string, by: number): LectureEdit =>
  (lecture) => {
    const from = lecture.scenes.findIndex((scene) => scene.id === id);
    const scene = lecture.scenes[from];
    if (!scene) return lecture;
    const to = Math.max(0, Math.min(lecture.scenes.length - 1, from + by));
    return { ...lecture, scenes: lecture.scenes.toSpliced(from, 1).toSpliced(to, 0, scene) };
  };

/** Takes a lecture back whose place another took; what was added to that one since stays, at the end. */
export const takeBack =
  (lecture: Lecture, other: Lecture): LectureEdit =>
  (now) => {
    const known = new Set([...lecture.scenes, ...other.scenes].map(({ id }) => id));
    const added = now.scenes.filter(({ id }) => !known.has(id));
    return added.reduce((whole, scene) => addScene(scene)(whole), lecture);
  };
