import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { INITIAL_VIEW, type View } from '../../src/core/view.ts';
import { onFrame } from '../../src/features/sources.ts';
import type { Lab } from '../../src/store/lab.ts';
import { createRunStore } from '../../src/store/run.ts';

describe('a frame', () => {
  const run = createRunStore();
  const view = createStore<View>(() => INITIAL_VIEW);
  const told: boolean[] = [];
  onFrame({ run, view } as Lab, (atOnce) => told.push(atOnce));

  it('is told once, and not with what changes beside it', () => {
    run.setState({ frame: 1, state: 'running' });
    run.setState({ restarts: 1 });
    expect(told).toEqual([false]);
  });

  it('waits for its turn to be drawn, unless it is the answer that Live gives to the hand', () => {
    run.setState({ frame: 2, state: 'finished' });
    view.setState({ live: true });
    run.setState({ frame: 3, state: 'running' });
    run.setState({ frame: 4, state: 'finished' });
    expect(told.slice(-3)).toEqual([false, false, true]);
  });
});
