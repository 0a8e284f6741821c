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
