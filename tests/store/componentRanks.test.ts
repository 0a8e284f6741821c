import { describe, expect, it } from 'vitest';
import { createComponentRanks } from '../../src/store/componentRanks.ts';
import { createRunStore } from '../../src/store/run.ts';
import { RunFeed } from '../../src/store/runFeed.ts';

function started() {
  const run = createRunStore();
  const feed = new RunFeed();
  const ranks = createComponentRanks(run, feed);
  const frame = (epoch: number, usage: number[]) => {
    feed.frame = { view: { usage: Float32Array.from(usage) } } as unknown as typeof feed.frame;
    run.setState((status) => ({ frame: status.frame + 1, epoch, step: 2 * epoch }));
  };
  const places = () => {
    const found = ranks.getState().places;
    return found && Array.from(found);
  };
  return { run, frame, places };
}

describe('the colours of a run’s components', () => {
  it('are given out after a few epochs, by number', () => {
    const { frame, places } = started();
    frame(1, [0.2, 0.8]);
    expect(places()).toBeNull();
    frame(6, [0.2, 0.8]);
    expect(places()).toEqual([0, 1]);
  });

  it('stay for the run', () => {
    const { frame, places } = started();
    const usage = Array.from({ length: 11 }, () => 0);
    frame(6, usage.with(0, 0.2).with(10, 0.8));
    frame(9, usage.with(0, 0.9).with(10, 0.1));
    // Both would have the first colour; the heavier one got it when colours were given out.
    expect(places()?.[0]).toBe(1);
    expect(places()?.[10]).toBe(0);
  });

  it('are given out anew after a new start', () => {
    const { run, frame, places } = started();
    const usage = Array.from({ length: 11 }, () => 0);
    frame(6, usage.with(0, 0.2).with(10, 0.8));
    run.setState({ step: 0, epoch: 0 });
    expect(places()).toBeNull();
    frame(7, usage.with(0, 0.8).with(10, 0.2));
    expect(places()?.[0]).toBe(0);
  });

  it('are none for a network with one component', () => {
    const { frame, places } = started();
    frame(9, [1]);
    expect(places()).toBeNull();
  });
});
