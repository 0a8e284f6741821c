import { expect, it } from 'vitest';
import { createRunStore, type RunStatus, showsBest } from '../../src/store/run.ts';

const shown = (change: Partial<RunStatus>) =>
  showsBest({ ...createRunStore().getState(), epoch: 100, shownEpoch: 40, ...change });

it('the best weights are shown if they are asked for, or a run at its end has gone back to them', () => {
  expect(shown({ sight: 'best' })).toBe(true);
  expect(shown({ state: 'finished' })).toBe(true);
  expect(shown({ state: 'finished', sight: 40 })).toBe(false);
  expect(shown({ state: 'running', shownEpoch: 99 })).toBe(false);
  expect(shown({ state: 'finished', shownEpoch: 100 })).toBe(false);
});
