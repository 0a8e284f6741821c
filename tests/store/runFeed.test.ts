import { describe, expect, it } from 'vitest';
import type { Frame } from '../../src/protocol/messages.ts';
import { RunFeed } from '../../src/store/runFeed.ts';

const series = (...epochs: number[]) => ({
  epoch: Float64Array.from(epochs),
  loss: Float64Array.from(epochs, (epoch) => 10 / epoch),
});

const frame = (train: number[], test: number[]) =>
  ({
    train: series(...train),
    test: series(...test),
    scores: null,
    states: [],
  }) as Partial<Frame> as Frame;

describe('the losses of a run', () => {
  it('are put together from its frames', () => {
    const feed = new RunFeed();
    feed.take(frame([1, 2], [2]));
    feed.take(frame([3], []));
    expect([...feed.losses().train.epoch]).toEqual([1, 2, 3]);
    expect([...feed.losses().test.loss]).toEqual([5]);
  });

  it('stand once an epoch where the run goes back to one and tells it again', () => {
    const feed = new RunFeed();
    feed.take(frame([48, 49, 50, 51], [49, 50]));
    feed.truncate(50);
    feed.take(frame([51, 52], [50, 51]));
    expect([...feed.losses().train.epoch]).toEqual([48, 49, 50, 51, 52]);
    expect([...feed.losses().test.epoch]).toEqual([49, 50, 51]);
  });

  it('grow past what was set aside for them', () => {
    const feed = new RunFeed();
    for (let epoch = 1; epoch <= 3000; epoch++) feed.take(frame([epoch], []));
    expect(feed.losses().train.epoch).toHaveLength(3000);
    expect(feed.losses().train.loss.at(-1)).toBe(10 / 3000);
  });
});

describe('what a frame shows', () => {
  const shown = (step: number, mean: number, scores: object | null = null) =>
    ({
      ...frame([], []),
      run: 1,
      step,
      shownEpoch: step,
      parameters: Float32Array.of(mean),
      view: { grid: { means: Float32Array.of(mean), deviations: Float32Array.of(Number.NaN) } },
      scores,
    }) as unknown as Frame;

  it('stays the same object where only scores are new', () => {
    const feed = new RunFeed();
    feed.take(shown(4, 0.5));
    const { view } = feed.frame!;
    feed.take(shown(4, 0.5, {}));
    expect(feed.frame!.view).toBe(view);
    expect(feed.frame!.scores).not.toBeNull();
  });

  it('is another after a step, of other weights, or where more is asked for', () => {
    const others = [
      shown(5, 0.5),
      shown(4, 0.25),
      { ...shown(4, 0.5), view: { ...shown(4, 0.5).view, density: {} } } as unknown as Frame,
    ];
    for (const other of others) {
      const feed = new RunFeed();
      feed.take(shown(4, 0.5));
      feed.take(other);
      expect(feed.frame!.view).toBe(other.view);
    }
  });
});
