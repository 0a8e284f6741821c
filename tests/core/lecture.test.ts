import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addScene,
  changeScene,
  EMPTY_LECTURE,
  type Lecture,
  type LectureScene,
  moveScene,
  parseLecture,
  removeScene,
  writtenLecture,
} from '../../src/core/lecture.ts';
import { anyScene } from '../helpers/arbitrary.ts';
import { anyLecture, lectureOf } from '../helpers/lectures.ts';

const titles = ({ scenes }: Lecture) => scenes.map(({ title }) => title).join('');
const scene = (title: string): LectureScene => lectureOf(title).scenes[0]!;

describe('a lecture', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyLecture(), (lecture) => {
        const text = JSON.stringify(writtenLecture(lecture));
        expect(parseLecture(JSON.parse(text))).toEqual({ ok: true, value: lecture });
      }),
      { numRuns: 30 },
    );
  });

  it('of a newer version is refused as that, whatever else it holds', () => {
    expect(parseLecture({ format: 'something else', version: 2, scenes: 'x' })).toEqual({
      ok: false,
      problems: [{ field: 'version', reason: 'newerVersion', allowed: '1' }],
    });
  });

  it('with one bad scene is refused whole, naming what is wrong with it', () => {
    const written = writtenLecture(lectureOf('ab'));
    const link = written.scenes[1]!.link.replace(/k=\d+/, 'k=9999');
    const bad = { ...written, scenes: [written.scenes[0], { ...written.scenes[1], link }] };
    expect(parseLecture(bad)).toMatchObject({
      ok: false,
      problems: [{ field: 'model.components', reason: 'tooLarge' }],
    });
  });

  it('with two scenes of one name is refused', () => {
    const [first] = lectureOf('a').scenes;
    const twice = writtenLecture({ ...EMPTY_LECTURE, scenes: [first!, first!] });
    expect(parseLecture(twice).ok).toBe(false);
  });

  it.each([null, 7, 'x', [], {}, { version: 1 }, { format: 'mdn-playground lecture', version: 1 }])(
    'is not made of %j, and nothing is thrown',
    (value) => {
      expect(parseLecture(value).ok).toBe(false);
    },
  );

  it('is changed scene by scene', () => {
    const abc = lectureOf('abc');
    expect(titles(moveScene('a', 1)(abc))).toBe('bac');
    expect(titles(moveScene('c', -1)(abc))).toBe('acb');
    expect(titles(moveScene('a', -1)(abc))).toBe('abc');
    expect(titles(moveScene('x', 1)(abc))).toBe('abc');
    expect(titles(removeScene('b')(abc))).toBe('ac');
    expect(titles(addScene(scene('d'))(abc))).toBe('abcd');
    expect(titles(addScene(scene('d'), 'a')(abc))).toBe('adbc');
    expect(titles(changeScene('b', { title: 'B' })(abc))).toBe('aBc');
  });

  it('takes no more scenes than it can hold', () => {
    const full = { ...EMPTY_LECTURE, scenes: Array.from({ length: 100 }, () => scene('a')) };
    expect(addScene(scene('b'))(full)).toBe(full);
  });

  it('holds any scene', () => {
    fc.assert(
      fc.property(anyScene(), (seen) => {
        const lecture = { ...EMPTY_LECTURE, scenes: [{ ...scene('a'), scene: seen }] };
        expect(parseLecture(writtenLecture(lecture))).toEqual({ ok: true, value: lecture });
      }),
      { numRuns: 30 },
    );
  });
});
