import { describe, expect, it } from 'vitest';
import { Way } from '../../src/store/way.ts';

const states = (...epochs: number[]) =>
  epochs.map((epoch) => ({ epoch, parameters: Float32Array.of(epoch) }));
const kept = (way: Way) => way.states.map(({ epoch }) => epoch);

describe('the way of a run', () => {
  it('grows with its frames', () => {
    const way = new Way();
    way.take(states(0, 1));
    way.take(states());
    way.take(states(2, 5));
    expect(kept(way)).toEqual([0, 1, 2, 5]);
  });

  it('is told anew from where the run went back to', () => {
    const way = new Way();
    way.take(states(0, 1, 2, 5));
    way.truncate(2);
    expect(kept(way)).toEqual([0, 1, 2]);
    way.take(states(1, 3));
    expect(kept(way)).toEqual([0, 1, 3]);
  });

  it('gives the state nearest to an epoch, and none where there is none', () => {
    const way = new Way();
    expect(way.nearest(3)).toBeNull();
    way.take(states(0, 4, 10));
    expect([1, 3, 8, 99].map((epoch) => way.nearest(epoch)?.epoch)).toEqual([0, 4, 10, 10]);
  });
});
