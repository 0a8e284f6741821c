import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { followLosses } from '../../src/features/loss-figure/useLossLayers.ts';
import { Lab } from '../../src/store/lab.ts';
import type { RunStatus } from '../../src/store/run.ts';

describe('the loss curves', () => {
  const told = (before: Partial<RunStatus>, change: Partial<RunStatus>, during = () => {}) => {
    const lab = new Lab(DEFAULT_EXPERIMENT);
    lab.run.setState({ step: 2, epoch: 1, shownEpoch: 1, ...before });
    const listener = vi.fn();
    followLosses(lab, listener);
    during();
    lab.run.setState(change);
    return listener.mock.calls.length;
  };

  it('are drawn anew after a step, when another epoch is looked at, for another length and another run', () => {
    for (const change of [{ step: 4 }, { shownEpoch: 0 }, { epochs: 50 }, { run: 1 }]) {
      expect(told({}, { ...change, frame: 1 })).toBe(1);
    }
  });

  it('are drawn anew where a run has diverged in the step that was shown last', () => {
    const events = [{ kind: 'diverged', step: 2, backTo: 2 }] as never;
    expect(told({}, { frame: 1, state: 'diverged', events })).toBe(1);
  });

  it('stay where a frame brings nothing but scores, and where training begins', () => {
    expect(told({}, { frame: 1 })).toBe(0);
    expect(told({ step: 0 }, { state: 'running' })).toBe(0);
  });
});
