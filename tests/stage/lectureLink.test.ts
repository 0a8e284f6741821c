import { describe, expect, it } from 'vitest';
import { linkValues } from '../../src/core/linkText.ts';
import { parseScene } from '../../src/core/scene.ts';
import { LECTURES } from '../../src/lectures/lectures.ts';
import { lectureLink, packedLecture, unpackedLecture } from '../../src/stage/lectureLink.ts';
import { readyLecture } from '../../src/stage/readyLecture.ts';
import { lectureOf } from '../helpers/lectures.ts';
import { t } from '../helpers/texts.ts';

const PAGE = 'https://example.org/playground/';

describe('the link of a lecture', () => {
  it.each(LECTURES.map((ready) => [ready.name, readyLecture(t, ready)] as const))(
    'carries the ready lecture %s, and opens at its first scene',
    (_, lecture) => {
      const link = lectureLink(lecture, PAGE)!;
      const [sent] = linkValues(link).get('lecture')!;
      expect(unpackedLecture(sent!)).toEqual({ ok: true, value: lecture });
      expect(parseScene(link)).toEqual({ ok: true, value: lecture.scenes[0]!.scene });
    },
  );

  it('is not made where it would be too long, or leads to nothing', () => {
    expect(lectureLink(lectureOf(''), PAGE)).toBeNull();
    // Nothing in common, so that nothing can be packed.
    const noise = (seed: number) =>
      Array.from({ length: 4000 }, (_, i) =>
        String.fromCharCode(33 + ((i * i * seed) % 8000)),
      ).join('');
    const long = lectureOf('abcdef');
    const scenes = long.scenes.map((scene, i) => ({ ...scene, note: noise(7919 + i) }));
    expect(lectureLink({ ...long, scenes }, PAGE)).toBeNull();
  });

  it.each(['', 'x', '!!!', 'AAAA', packedLecture(lectureOf('abc')).slice(0, -9)])(
    'says so where %j is no lecture',
    (text) => {
      expect(unpackedLecture(text).ok).toBe(false);
    },
  );
});
