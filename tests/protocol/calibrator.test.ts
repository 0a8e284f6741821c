import { describe, expect, it } from 'vitest';
import type { Calibration } from '../../src/core/calibration.ts';
import { Calibrator } from '../../src/protocol/calibrator.ts';

/** A run whose calibration takes so many milliseconds, one at a time. */
function stand(cost = 30) {
  let now = 0;
  const begun: { step: number; at: number }[] = [];
  const run = {
    shownStep: 1,
    calibrating() {
      begun.push({ step: run.shownStep, at: now });
      let left = cost;
      const step = run.shownStep;
      return {
        advance() {
          now += 1;
          return --left > 0 ? null : ({ step } as Calibration);
        },
      };
    },
  };
  const calibrator = new Calibrator(() => now);
  /** So many stints of training, each of 10 ms and a step. */
  const train = (stints: number) => {
    for (let i = 0; i < stints; i++) {
      now += 10;
      run.shownStep++;
      calibrator.advance(run, 10, true);
    }
  };
  return { run, begun, calibrator, train, now: () => now };
}

describe('Calibrator', () => {
  it('begins at most once a second while the run trains, and takes a tenth of the time', () => {
    const { begun, train, now } = stand();
    train(1000);
    begun.slice(1).forEach(({ at }, i) => {
      expect(at - begun[i]!.at).toBeGreaterThanOrEqual(1000);
    });
    expect(begun.length).toBeGreaterThan(7);
    expect(now() - 10_000).toBeLessThan(1200);
  });

  it('of a run at rest has what it is now, once, whatever was begun before', () => {
    const { run, begun, calibrator, train } = stand();
    train(3);
    expect(begun).toHaveLength(1);
    while (!calibrator.advance(run, 10, false));
    expect(calibrator.take()).toEqual({ step: run.shownStep });
    expect(calibrator.take()).toBeNull();
    expect(calibrator.due(run, false)).toBe(false);
  });

  it('uses up no more than a stint at once', () => {
    const { run, calibrator, now } = stand(1000);
    calibrator.advance(run, 10, false);
    expect(now()).toBeLessThanOrEqual(10);
  });

  it('waits where there is no width yet, and begins anew for another run', () => {
    const { run, begun, calibrator } = stand();
    expect(calibrator.advance({ ...run, calibrating: () => null }, 10, false)).toBe(false);
    expect(calibrator.due(run, false)).toBe(false);
    calibrator.forget();
    while (!calibrator.advance(run, 10, false));
    expect(begun).toHaveLength(1);
  });
});
