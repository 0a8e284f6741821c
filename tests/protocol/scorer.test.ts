import { describe, expect, it } from 'vitest';
import type { Scores } from '../../src/core/predictions.ts';
import { Scorer } from '../../src/protocol/scorer.ts';

/** A run whose scoring takes a millisecond for every 100 points. */
function stand() {
  let now = 0;
  const begun: number[] = [];
  const run = {
    shownStep: 1,
    scoring(points: number) {
      begun.push(points);
      let left = points / 100;
      const step = run.shownStep;
      return {
        advance() {
          now += 1;
          return --left > 0 ? null : ({ step } as Scores);
        },
      };
    },
  };
  return { run, begun, scorer: new Scorer(() => now), now: () => now };
}

describe('Scorer', () => {
  it('scores few points while the run trains, and takes 3 % of the time for it', () => {
    const { run, begun, scorer, now } = stand();
    let slices = 0;
    while (!scorer.advance(run, 10, true)) slices++;
    expect(begun).toEqual([1000]);
    expect(now() / (10 * slices)).toBeLessThan(0.035);
    expect(scorer.take()).toEqual({ step: 1 });
    expect(scorer.take()).toBeNull();
  });

  it('scores all points once the run rests, and then no more until it moves', () => {
    const { run, begun, scorer } = stand();
    while (!scorer.advance(run, 10, true));
    expect(scorer.due(run, true)).toBe(false);
    expect(scorer.due(run, false)).toBe(true);
    while (!scorer.advance(run, 10, false));
    expect(begun).toEqual([1000, 20_000]);
    expect(scorer.due(run, false)).toBe(false);
    run.shownStep = 2;
    expect(scorer.due(run, false)).toBe(true);
  });

  it('gives up a long scoring when training goes on', () => {
    const { run, begun, scorer } = stand();
    while (!scorer.advance(run, 10, false));
    scorer.advance(run, 10, false);
    run.shownStep = 9;
    while (!scorer.advance(run, 10, true));
    expect(begun).toEqual([1000, 20_000, 1000]);
    expect(scorer.take()).toEqual({ step: 9 });
  });

  it('ends what it has begun on few points though a hand looks elsewhere, then scores what is shown', () => {
    const { run, begun, scorer } = stand();
    expect(scorer.advance(run, 5, false)).toBe(false);
    run.shownStep = 2;
    scorer.lookElsewhere();
    while (!scorer.advance(run, 5, false));
    expect(scorer.take()).toEqual({ step: 1 });
    while (!scorer.advance(run, 5, false));
    expect(scorer.take()).toEqual({ step: 2 });
    expect(begun).toEqual([1000, 1000]);
  });

  it('has a first number of a run at rest soon', () => {
    const { run, begun, scorer, now } = stand();
    while (!scorer.advance(run, 10, false));
    expect(begun).toEqual([1000]);
    expect(now()).toBe(10);
    while (!scorer.advance(run, 10, false));
    expect(begun).toEqual([1000, 20_000]);
    expect(scorer.due(run, false)).toBe(false);
  });

  it('finishes a scoring that takes long, so that no score is a second old while the run trains', () => {
    let now = 0;
    const run = {
      shownStep: 0,
      scoring: () => {
        const [begun, step] = [now, run.shownStep];
        let left = 50;
        return {
          advance() {
            now += 1;
            return --left > 0 ? null : ({ step, begun } as unknown as Scores);
          },
        };
      },
    };
    const scorer = new Scorer(() => now);
    let shown = 0;
    const ages: number[] = [];
    while (now < 20_000) {
      now += 10;
      run.shownStep++;
      ages.push(now - shown);
      if (scorer.advance(run, 10, true)) {
        shown = (scorer.take() as unknown as { begun: number }).begun;
      }
    }
    expect(Math.max(...ages.slice(200))).toBeLessThan(1000);
  });

  it('waits where there is nothing to score yet', () => {
    const { run, scorer } = stand();
    const empty = { ...run, scoring: () => null };
    expect(scorer.advance(empty, 10, false)).toBe(false);
    expect(scorer.due(empty, false)).toBe(false);
  });
});
