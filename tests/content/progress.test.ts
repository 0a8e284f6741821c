import { describe, expect, it } from 'vitest';
import {
  markPlace,
  markRead,
  markTask,
  NO_PROGRESS,
  parseProgress,
  progressStore,
  resetProgress,
} from '../../src/content/progress.ts';

const bell = { weight: 0.5, mean: -3, width: 2 };
const good = {
  version: 1,
  tasks: ['half'],
  read: [3],
  last: { chapter: 3, heading: 'the-end' },
  bells: [bell, bell, bell],
};

describe('stored progress', () => {
  it('comes back as it was', () => {
    expect(parseProgress(JSON.stringify(good))).toEqual(good);
  });

  it('that knows of no bells comes back too', () => {
    const { bells: _, ...before } = good;
    expect(parseProgress(JSON.stringify(before))).toEqual({ ...good, bells: null });
  });

  it.each([
    ['nothing', null],
    ['a bell of no width', JSON.stringify({ ...good, bells: [bell, bell, { ...bell, width: 0 }] })],
    ['no JSON', '{'],
    ['another version', JSON.stringify({ ...good, version: 2 })],
    ['a name with markup', JSON.stringify({ ...good, tasks: ['<b>'] })],
    ['too many tasks', JSON.stringify({ ...good, tasks: Array(200).fill('a') })],
    ['a chapter that is no number', JSON.stringify({ ...good, read: ['1'] })],
    ['something too long', JSON.stringify({ ...good, more: 'x'.repeat(20_000) })],
  ])('counts as none when it is %s', (_, text) => {
    expect(parseProgress(text)).toEqual(NO_PROGRESS);
  });
});

describe('progress', () => {
  it('grows by what is done, once each, and can be forgotten', () => {
    for (let i = 0; i < 2; i++) {
      markTask('half');
      markRead(3);
      markPlace(3, 'where-the-minimum-is');
    }
    expect(progressStore.getState()).toMatchObject({
      tasks: ['half'],
      read: [3],
      last: { chapter: 3, heading: 'where-the-minimum-is' },
    });
    markPlace(4, 'Not a heading!');
    expect(progressStore.getState().last).toEqual({ chapter: 4, heading: '' });
    resetProgress();
    expect(progressStore.getState()).toEqual(NO_PROGRESS);
  });
});
