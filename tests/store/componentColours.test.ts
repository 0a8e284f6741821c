import { describe, expect, it } from 'vitest';
import { createComponentColours } from '../../src/store/componentColours.ts';
import { createRunStore } from '../../src/store/run.ts';
import { RunFeed } from '../../src/store/runFeed.ts';

function started() {
  const run = createRunStore();
  const feed = new RunFeed();
  const { store } = createComponentColours(run, feed);
  const frame = (epoch: number, ...usages: number[][]) => {
    feed.frame = {
      view: {},
      usages: usages.map((weights) => ({ epoch, weights: Float32Array.from(weights) })),
    } as unknown as typeof feed.frame;
    run.setState((status) => ({ frame: status.frame + 1, epoch, step: 2 * epoch }));
  };
  const colours = () => {
    const found = store.getState().colours;
    return found && Array.from(found);
  };
  return { run, frame, colours };
}

/** Eleven components, of which the first and the last would have the same colour. */
const usage = (first: number, last: number) => [first, 0, 0, 0, 0, 0, 0, 0, 0, 0, last];

describe('the colours of a run’s components', () => {
  it('are given out with the first usage that is told', () => {
    const { frame, colours } = started();
    frame(4);
    expect(colours()).toBeNull();
    frame(6, [0.2, 0.8]);
    expect(colours()).toEqual([0, 1]);
  });

  it('stay for the run, also when it goes back to an earlier step', () => {
    const { frame, colours } = started();
    frame(10, usage(0.2, 0.8));
    frame(20, usage(0.9, 0.1));
    frame(15, usage(0.9, 0.1));
    // The heavier one got the colour that both would have when colours were given out.
    expect(colours()?.[0]).toBe(1);
    expect(colours()?.[10]).toBe(0);
  });

  it('are the same however many usages a frame brings', () => {
    const [one, two] = [started(), started()];
    one.frame(5, usage(0.2, 0.8));
    one.frame(10, usage(0.9, 0.1));
    two.frame(12, usage(0.2, 0.8), usage(0.9, 0.1));
    expect(two.colours()).toEqual(one.colours());
  });

  it('are given out anew after a new start', () => {
    const { run, frame, colours } = started();
    frame(6, usage(0.2, 0.8));
    run.setState({ step: 0, epoch: 0 });
    expect(colours()).toBeNull();
    frame(7, usage(0.8, 0.2));
    expect(colours()?.[0]).toBe(0);
  });

  it('are none for a network with one component', () => {
    const { frame, colours } = started();
    frame(9, [1]);
    expect(colours()).toBeNull();
  });
});
