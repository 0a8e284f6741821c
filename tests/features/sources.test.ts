import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { INITIAL_VIEW, type View } from '../../src/core/view.ts';
import { newest, onFrame } from '../../src/features/sources.ts';
import type { Frame } from '../../src/protocol/messages.ts';
import { Lab } from '../../src/store/lab.ts';
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

describe('the newest predictions', () => {
  const lab = new Lab(DEFAULT_EXPERIMENT);
  const source = newest(lab, DEFAULT_EXPERIMENT.model, { x: [-15, 15], y: [-15, 15] });
  const frames: unknown[] = [];
  const untrained = source.value;
  source.subscribe(() => frames.push(source.value));

  const show = (step: number) => {
    const frame = { view: structuredClone(untrained)!, usages: [] } as Partial<Frame> as Frame;
    lab.feed.frame = frame;
    lab.run.setState((run) => ({ frame: run.frame + 1, step }));
    return frame.view;
  };

  it('are those of the untrained network until the run has made a step, and are not drawn again', () => {
    expect(untrained?.grid.components).toBe(30);
    show(0);
    expect(source.value).toBe(untrained);
    expect(frames).toEqual([]);
  });

  it("are the worker's from the first step on", () => {
    const first = show(2);
    expect(source.value).toBe(first);
    const second = show(4);
    expect(frames).toEqual([first, second]);
  });

  it("are the worker's, of an untrained network too, where something else is asked for", () => {
    lab.view.setState({ answer: 'samples' });
    const other = show(0);
    expect(source.value).toBe(other);
  });
});
