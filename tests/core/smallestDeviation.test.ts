import { describe, expect, it } from 'vitest';
import { smallestDeviation } from '../../src/core/smallestDeviation.ts';
import { stated } from '../helpers/fitted.ts';

/** A row of two components: logits, means and the logarithms of the variances. */
const row = (logits: number[], logVariances: number[]) => [...logits, 0, 0, ...logVariances];

function of(raw: number[], varianceFloor = 0, factor = 1) {
  const network = { components: 2, varianceFloor };
  const { fitted, forward } = stated({ network, raw, scale: { offset: 0, factor } });
  const x = new Float64Array(raw.length / 6);
  const data = { ...fitted.task.data, train: { x, y: x } };
  return smallestDeviation({ ...fitted, task: { ...fitted.task, data } }, forward);
}

describe('the smallest deviation', () => {
  it('is that of the narrowest component in any row', () => {
    const rows = [...row([0, 0], [0, Math.log(4)]), ...row([0, 0], [Math.log(0.25), 0])];
    expect(of(rows)).toBeCloseTo(0.5, 12);
  });

  it('is in the target’s own units and no smaller than the floor allows', () => {
    expect(of(row([0, 0], [-800, 0]), 0.04, 10)).toBeCloseTo(2, 12);
  });

  it('passes over a component that has next to no weight', () => {
    expect(of(row([0, -9], [0, -20]))).toBeCloseTo(1, 12);
  });

  it('is null where no row has numbers, and that of the others where some have', () => {
    expect(of(row([Number.NaN, 0], [0, 0]))).toBeNull();
    expect(of(row([0, 0], [Number.NaN, Number.NaN]))).toBeNull();
    expect(of([...row([Number.NaN, 0], [0, 0]), ...row([0, 0], [0, 0])])).toBe(1);
  });
});
