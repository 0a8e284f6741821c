import { describe, expect, it } from 'vitest';
import { parseLecture, writtenLecture } from '../../src/core/lecture.ts';
import { parseScene, writeScene } from '../../src/core/scene.ts';
import { answerKinds } from '../../src/features/drawnAnswer.ts';
import { LECTURES } from '../../src/lectures/lectures.ts';
import { readyLecture } from '../../src/stage/readyLecture.ts';
import { t } from '../helpers/texts.ts';

describe.each(LECTURES.map((ready) => [ready.name, readyLecture(t, ready)] as const))(
  'the lecture %s',
  (_, lecture) => {
    it('passes its own schema', () => {
      expect(parseLecture(writtenLecture(lecture))).toEqual({ ok: true, value: lecture });
    });

    it.each(lecture.scenes.map((scene) => [scene.title, scene] as const))(
      'says something at “%s”, which its link brings back',
      (title, { scene, note, entering }) => {
        expect(parseScene(writeScene(scene))).toEqual({ ok: true, value: scene });
        expect(title.length).toBeGreaterThan(5);
        expect(note.length).toBeGreaterThan(60);
        const { experiment, view } = scene;
        expect(answerKinds(experiment.model)).toContain(view.answer);
        if (entering.kind === 'epoch') {
          expect(entering.epoch).toBeLessThanOrEqual(experiment.training.epochs);
        }
      },
    );
  },
);
