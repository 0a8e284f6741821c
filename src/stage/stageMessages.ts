import * as v from 'valibot';
import { CountdownSchema, MINUTES_MOST } from '../core/countdown.ts';
import { type Lecture, parseLecture, type WrittenLecture } from '../core/lecture.ts';
import { LONGEST_LINK } from '../core/link.ts';
import { number as numberWithin } from '../core/parsed.ts';
import { parseScene, type Scene } from '../core/scene.ts';
import { SETTINGS } from '../core/settings.ts';
import { ANSWER_KINDS, PACE_LIMIT } from '../core/view.ts';

/** What stage and presenter's window tell each other; each reads the other's by its schema. */

/** Settings that the presenter's window changes. */
export const REMOTE_SETTINGS = ['model.components', 'training.learningRate', 'data.noise'] as const;

const COMMANDS = [
  'next',
  'previous',
  'first',
  'play',
  'step',
  'reset',
  'black',
  'freeze',
  'qr',
] as const;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const AskedSchema = v.variant('kind', [
  /** The window is there, and wants to know how the stage is. */
  v.object({ kind: v.literal('hello') }),
  v.object({ kind: v.literal('command'), command: v.picklist(COMMANDS) }),
  v.object({ kind: v.literal('enter'), id }),
  v.object({ kind: v.literal('view'), answer: v.picklist(ANSWER_KINDS) }),
  v.object({
    kind: v.literal('pace'),
    pace: v.nullable(numberWithin(PACE_LIMIT)),
  }),
  v.object({
    kind: v.literal('timer'),
    order: v.union([
      v.picklist(['turn', 'dismiss']),
      numberWithin({ min: 1, max: MINUTES_MOST, integer: true }),
    ]),
  }),
  v.object({
    kind: v.literal('set'),
    path: v.picklist(REMOTE_SETTINGS),
    value: v.pipe(v.number(), v.finite()),
  }),
]);

/** What the presenter's window asks of the stage. */
export type Asked = v.InferOutput<typeof AskedSchema>;

const ToldSchema = v.object({
  kind: v.literal('state'),
  lecture: v.unknown(),
  at: v.nullable(id),
  link: v.pipe(v.string(), v.maxLength(LONGEST_LINK)),
  running: v.boolean(),
  epoch: whole,
  epochs: whole,
  black: v.boolean(),
  frozen: v.boolean(),
  qr: v.boolean(),
  timer: v.nullable(CountdownSchema),
});

/** How the stage is, as it is sent. */
export interface Told extends v.InferOutput<typeof ToldSchema> {
  readonly lecture: WrittenLecture;
}

/** How the stage is, as the presenter's window takes it in. */
export interface StageNow extends Omit<Told, 'kind' | 'lecture' | 'link'> {
  readonly lecture: Lecture;
  readonly scene: Scene;
}

/** Null for what is no request, as from a later version of the page. */
export function parseAsked(value: unknown): Asked | null {
  const read = v.safeParse(AskedSchema, value);
  if (!read.success) return null;
  const asked = read.output;
  if (asked.kind !== 'set') return asked;
  const { min, max } = SETTINGS[asked.path].allowed.limit;
  return asked.value >= min && asked.value <= max ? asked : null;
}

/** Null for what is no state of a stage. */
export function parseTold(value: unknown): StageNow | null {
  const read = v.safeParse(ToldSchema, value);
  if (!read.success) return null;
  const { kind: _, link, lecture: written, ...rest } = read.output;
  const [scene, lecture] = [parseScene(link), parseLecture(written)];
  return scene.ok && lecture.ok ? { ...rest, scene: scene.value, lecture: lecture.value } : null;
}

/** One stage and its windows have a channel of their own. */
export const channelOf = (stage: string) => `mdn-playground.stage.${stage}`;
