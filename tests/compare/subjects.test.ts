import { describe, expect, it } from 'vitest';
import { firstBeside, sameData, subjectsOf } from '../../src/compare/subjects.ts';
import { articleExperiment } from '../../src/core/article.ts';
import type { KeptRun } from '../../src/core/keptRun.ts';
import { keepsakeHere } from '../helpers/keepsakes.ts';
import { onOwnPoints } from '../helpers/ownPoints.ts';

const mdn = articleExperiment('inverted', 'mdn');
const PRESENT = { experiment: mdn, place: null };

function kept(id: string, experiment = mdn, epoch = 10, colour = 0): KeptRun {
  return { ...keepsakeHere(experiment, epoch), id, name: id, colour, keptAt: 0 };
}

describe('what stands side by side', () => {
  it('is at first the present run beside the other model', () => {
    expect(firstBeside(PRESENT, [])).toBe('ffnn');
    expect(firstBeside({ ...PRESENT, experiment: articleExperiment('sine', 'ffnn') }, [])).toBe(
      'mdn',
    );
  });

  it('is the present run beside the one kept last, but never beside itself', () => {
    const own = kept('own');
    const other = kept('other', { ...mdn, seed: 3 });
    expect(firstBeside(PRESENT, [other, kept('later')])).toBe('later');
    const present = { experiment: mdn, place: own.place };
    expect(firstBeside(present, [other, own])).toBe('other');
    expect(firstBeside(present, [own])).toBe('ffnn');
  });

  it('is chosen among the present run, the kept ones where they stood, and each model from its start', () => {
    const other = kept('other', { ...mdn, seed: 3 });
    const subjects = subjectsOf(PRESENT, [other]);
    expect([...subjects.keys()]).toEqual(['present', 'other', 'ffnn', 'mdn']);
    expect(subjects.get('other')).toMatchObject({ place: other.place, colour: 0 });
    expect(subjects.get('ffnn')).toMatchObject({
      experiment: articleExperiment('inverted', 'ffnn'),
      place: null,
    });
  });

  it('goes on as the same run when another is kept, or scored', () => {
    const [before, after] = [[], [kept('other', { ...mdn, seed: 3 })]].map((runs) =>
      subjectsOf(PRESENT, runs),
    );
    for (const kind of ['ffnn', 'mdn']) {
      expect(after!.get(kind)!.experiment).toBe(before!.get(kind)!.experiment);
    }
  });

  it('is of the same points where they are somebody’s own, on axes in common', () => {
    const own = onOwnPoints(60);
    const ffnn = subjectsOf({ experiment: own, place: null }, []).get('ffnn')!.experiment;
    expect(ffnn.data).toEqual(own.data);
    expect(sameData(own, ffnn)).toBe(true);
    expect(sameData(own, onOwnPoints(61))).toBe(false);
  });

  it('has colours of its own, as far as there are any', () => {
    const eight = Array.from({ length: 8 }, (_, colour) =>
      kept(`${colour}`, { ...mdn, seed: colour }, 10, colour),
    );
    for (const count of [0, 3, 5]) {
      const colours = [...subjectsOf(PRESENT, eight.slice(0, count)).values()].map(
        ({ colour }) => colour,
      );
      expect(new Set(colours).size).toBe(count + 3);
    }
    const all = [...subjectsOf(PRESENT, eight).values()].map(({ colour }) => colour);
    expect(all.every((colour) => colour >= 0 && colour < 8)).toBe(true);
  });

  it('is of the same data whatever points were drawn', () => {
    expect(sameData(mdn, { ...mdn, seed: 3 })).toBe(true);
    expect(sameData(mdn, articleExperiment('sine', 'mdn'))).toBe(false);
  });
});
