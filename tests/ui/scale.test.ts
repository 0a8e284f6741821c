import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFraction, keyed, stepped, type TrackScale, toFraction } from '../../src/ui/scale.ts';

const POINTS: TrackScale = { min: 50, max: 20_000, integer: true, kind: 'log' };
const NOISE: TrackScale = { min: 0, max: 5, kind: 'linear', step: 0.05 };
const RATE: TrackScale = { min: 1e-5, max: 1, kind: 'log' };

describe('a slider’s track', () => {
  it('reaches both ends exactly', () => {
    for (const scale of [POINTS, NOISE, RATE]) {
      expect(fromFraction(0, scale)).toBe(scale.min);
      expect(fromFraction(1, scale)).toBe(scale.max);
      expect(fromFraction(-3, scale)).toBe(scale.min);
      expect(fromFraction(7, scale)).toBe(scale.max);
    }
  });

  it('never leaves the limits and keeps whole numbers whole', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (fraction) => {
        const value = fromFraction(fraction, POINTS);
        expect(Number.isInteger(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(50);
        expect(value).toBeLessThanOrEqual(20_000);
      }),
    );
  });

  it('gives round values: two digits on a logarithmic track, multiples of the step on a linear one', () => {
    expect(fromFraction(0.6, RATE)).toBe(0.01);
    expect(fromFraction(0.613, RATE)).toBe(0.012);
    expect(fromFraction(0.2113, NOISE)).toBe(1.05);
  });

  it('puts a value where it takes it from', () => {
    expect(toFraction(0.01, RATE)).toBeCloseTo(0.6, 12);
    expect(toFraction(2.5, NOISE)).toBe(0.5);
  });

  it('stays at its start where there is no range or the value lies outside', () => {
    expect(toFraction(1, { min: 1, max: 1, kind: 'log' })).toBe(0);
    expect(toFraction(0, RATE)).toBe(0);
    expect(toFraction(50, NOISE)).toBe(1);
  });
});

describe('the keys of a spin button', () => {
  it('steps by the step and stops at the ends', () => {
    expect(keyed('ArrowUp', 1, NOISE)).toBe(1.05);
    expect(keyed('PageDown', 0.2, NOISE)).toBe(0);
    expect(keyed('Home', 3, NOISE)).toBe(0);
    expect(keyed('End', 3, NOISE)).toBe(5);
  });

  it('steps by a ratio on a logarithmic scale without a step', () => {
    expect(stepped(0.01, 1, RATE)).toBe(0.011);
    expect(stepped(0.01, 10, RATE)).toBe(0.032);
    expect(stepped(0.01, -10, RATE)).toBe(0.0032);
  });

  it('always moves a whole number by at least one', () => {
    expect(stepped(2, 1, { min: 1, max: 100, integer: true, kind: 'log' })).toBe(3);
    expect(stepped(2, -1, { min: 1, max: 100, integer: true, kind: 'log' })).toBe(1);
  });

  it('leaves other keys alone', () => {
    expect(keyed('a', 1, NOISE)).toBeUndefined();
    expect(keyed('Tab', 1, NOISE)).toBeUndefined();
  });
});
