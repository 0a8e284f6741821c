import { describe, expect, it } from 'vitest';
import { writtenLecture } from '../../src/core/lecture.ts';
import { writeScene } from '../../src/core/scene.ts';
import { parseAsked, parseTold } from '../../src/stage/stageMessages.ts';
import { lectureOf } from '../helpers/lectures.ts';

const lecture = lectureOf('ab');
const { scene } = lecture.scenes[1]!;
const told = {
  kind: 'state',
  lecture: writtenLecture(lecture),
  at: 'b',
  link: writeScene(scene),
  running: true,
  epoch: 3,
  epochs: 10,
  black: false,
  frozen: false,
  qr: false,
  timer: { kind: 'held', left: 90_000 },
};

describe('what stage and presenter’s window tell each other', () => {
  it('is rebuilt: the lecture, the scene that is shown, the run', () => {
    expect(parseTold(structuredClone(told))).toEqual({
      lecture,
      scene,
      at: 'b',
      running: true,
      epoch: 3,
      epochs: 10,
      black: false,
      frozen: false,
      qr: false,
      timer: { kind: 'held', left: 90_000 },
    });
  });

  it.each([
    null,
    'state',
    { ...told, kind: 'other' },
    { ...told, link: 'v=1&points=9e9' },
    { ...told, lecture: { ...told.lecture, version: 2 } },
    { ...told, epoch: -1 },
    { ...told, timer: { kind: 'held', left: -1 } },
  ])('is passed over where it is no state of a stage', (value) => {
    expect(parseTold(value)).toBeNull();
  });

  it('asks for a scene, a view, a setting within its bounds, and nothing else', () => {
    const taken = [
      { kind: 'hello' },
      { kind: 'command', command: 'next' },
      { kind: 'enter', id: 'b' },
      { kind: 'view', answer: 'density' },
      { kind: 'set', path: 'model.components', value: 5 },
      { kind: 'pace', pace: null },
      { kind: 'pace', pace: 30 },
      { kind: 'timer', order: 3 },
      { kind: 'timer', order: 'turn' },
    ];
    for (const asked of taken) expect(parseAsked(asked)).toEqual(asked);
    const refused = [
      undefined,
      { kind: 'command', command: 'close' },
      { kind: 'view', answer: 'other' },
      { kind: 'set', path: 'model.components', value: 1e9 },
      { kind: 'set', path: 'training.epochs', value: 5 },
      { kind: 'set', path: 'data.noise', value: Number.NaN },
      { kind: 'pace', pace: 1e9 },
      { kind: 'timer', order: 0 },
      { kind: 'timer', order: 'ring' },
    ];
    for (const asked of refused) expect(parseAsked(asked)).toBeNull();
  });
});
