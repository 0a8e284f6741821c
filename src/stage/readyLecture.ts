import type { Lecture } from '../core/lecture.ts';
import { INITIAL_VIEW } from '../core/view.ts';
import type { Translate } from '../i18n/index.ts';
import type { LECTURES } from '../lectures/lectures.ts';

/** A ready lecture with its words, in the language of the page. */
export function readyLecture(t: Translate, ready: (typeof LECTURES)[number]): Lecture {
  const { name, minutes } = ready;
  // So many keys at once are beyond the compiler; a test asks for each.
  const say = t as unknown as (key: string) => string;
  return {
    title: t(`lectures.${name}.title`),
    minutes,
    scenes: ready.scenes.map(({ name: scene, experiment, view, entering }) => ({
      id: `${name} ${scene}`,
      title: say(`lectures.${name}.${scene}.title`),
      note: say(`lectures.${name}.${scene}.note`),
      entering,
      scene: { experiment, view: { ...INITIAL_VIEW, ...view }, epoch: null },
    })),
  };
}
