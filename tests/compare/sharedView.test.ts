import { afterEach, describe, expect, it, vi } from 'vitest';
import { shareView } from '../../src/compare/sharedView.ts';
import { articleExperiment } from '../../src/core/article.ts';
import { Lab } from '../../src/store/lab.ts';

const made: Lab[] = [];
const lab = () => {
  made.push(new Lab(articleExperiment('inverted', 'mdn')));
  return made.at(-1)!;
};
afterEach(() => {
  for (const each of made.splice(0)) each.dispose();
});

describe('two labs side by side', () => {
  it('have one cursor and one kind of answer, whichever is moved', () => {
    const [one, other] = [lab(), lab()];
    const stop = shareView(one, other, true);
    one.show({ cursor: 7, answer: 'density' });
    expect(other.view.getState()).toMatchObject({ cursor: 7, answer: 'density' });
    other.show({ cursor: -2 });
    expect(one.view.getState().cursor).toBe(-2);
    stop();
    other.show({ cursor: 5 });
    expect(one.view.getState().cursor).toBe(-2);
  });

  it('have one pace', () => {
    const [one, other] = [lab(), lab()];
    const pace = vi.spyOn(other.controller, 'pace');
    shareView(one, other, true);
    one.show({ pace: 30 });
    expect(pace).toHaveBeenCalledWith(30);
    one.show({ cursor: 1 });
    expect(pace).toHaveBeenCalledTimes(1);
  });

  it('of different data have cursors of their own', () => {
    const [one, other] = [lab(), lab()];
    shareView(one, other, false);
    one.show({ cursor: 7, truth: true });
    expect(other.view.getState()).toMatchObject({ cursor: 4, truth: true });
    other.show({ cursor: 1, point: { set: 'test', index: 3 } });
    expect(one.view.getState()).toMatchObject({ cursor: 7, point: null });
  });
});
