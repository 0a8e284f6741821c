import fc from 'fast-check';
import { EMPTY_LECTURE, type Lecture } from '../../src/core/lecture.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { INITIAL_VIEW } from '../../src/core/view.ts';
import { anyScene } from './arbitrary.ts';

/** A lecture with a scene for each letter, which is its name and its title. */
export function lectureOf(letters: string): Lecture {
  return {
    ...EMPTY_LECTURE,
    scenes: [...letters].map((letter, i) => ({
      id: letter,
      title: letter,
      note: `Note ${letter}`,
      entering: { kind: 'nothing' },
      scene: {
        experiment: { ...DEFAULT_EXPERIMENT, seed: i },
        view: INITIAL_VIEW,
        epoch: null,
      },
    })),
  };
}

export function anyLecture(): fc.Arbitrary<Lecture> {
  const entering = fc.oneof(
    fc.constantFrom({ kind: 'nothing' } as const, { kind: 'end' } as const),
    fc.record({ kind: fc.constant('epoch' as const), epoch: fc.integer({ min: 1, max: 1000 }) }),
  );
  const scene = fc.record({
    id: fc.uuid(),
    title: fc.string({ maxLength: 120 }),
    note: fc.string({ maxLength: 400 }),
    entering,
    scene: anyScene(),
  });
  return fc.record({
    title: fc.string({ maxLength: 120 }),
    minutes: fc.option(fc.integer({ min: 1, max: 600 })),
    scenes: fc.uniqueArray(scene, { maxLength: 4, selector: ({ id }) => id }),
  });
}
