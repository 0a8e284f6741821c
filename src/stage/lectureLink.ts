import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { base64, bytesOf } from '../core/base64.ts';
import { type Lecture, parseLecture, writtenLecture } from '../core/lecture.ts';
import { LONGEST_LINK } from '../core/link.ts';
import { type Parsed, refused } from '../core/parsed.ts';
import { writeScene } from '../core/scene.ts';

/** What a packed lecture may come to, in bytes: room for many long notes, and none for a bomb. */
const MOST_BYTES = 1_000_000;

const SAFE: Readonly<Record<string, string>> = { '+': '-', '/': '_', '=': '' };

/** A lecture as one word of a link. */
export function packedLecture(lecture: Lecture): string {
  const bytes = deflateSync(strToU8(JSON.stringify(writtenLecture(lecture))), { level: 9 });
  return base64(bytes).replace(/[+/=]/g, (sign) => SAFE[sign]!);
}

/** Reads what `packedLecture` made. Never throws. */
export function unpackedLecture(text: string): Parsed<Lecture> {
  try {
    const bytes = bytesOf(text.replaceAll('-', '+').replaceAll('_', '/'));
    const room = new Uint8Array(MOST_BYTES);
    return parseLecture(JSON.parse(strFromU8(inflateSync(bytes, { out: room }))));
  } catch {
    return refused('lecture', 'malformed');
  }
}

/** The link that opens a lecture at its first scene; null where it would be too long to be one. */
export function lectureLink(lecture: Lecture, page: string): string | null {
  const [first] = lecture.scenes;
  if (!first) return null;
  const scene = { ...first.scene, view: { ...first.scene.view, presenting: false } };
  const link = new URL(`#/?${writeScene(scene)}&lecture=${packedLecture(lecture)}`, page).href;
  return link.length > LONGEST_LINK ? null : link;
}
