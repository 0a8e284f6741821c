import { describe, expect, it } from 'vitest';
import { normalConditional } from '../../../src/core/truth/conditional.ts';
import { type DensityCurve, densityCurve } from '../../../src/core/truth/densityCurve.ts';
import { knownTruth } from '../../helpers/truth.ts';

function integral({ y, density }: DensityCurve): number {
  let total = 0;
  for (let i = 1; i < y.length; i++) {
    total += 0.5 * (y[i]! - y[i - 1]!) * (density[i]! + density[i - 1]!);
  }
  return total;
}

describe('the curve of a true density', () => {
  it.each([3, 0.3, 0.01])('follows a Gaussian of deviation %d closely', (deviation) => {
    const curve = densityCurve(normalConditional(1.234, deviation), [-15, 15]);
    const peak = 1 / (deviation * Math.sqrt(2 * Math.PI));
    expect(curve.peak / peak).toBeCloseTo(1, 2);
    curve.y.forEach((y, i) => {
      const exact = peak * Math.exp(-0.5 * ((y - 1.234) / deviation) ** 2);
      expect(Math.abs(curve.density[i]! - exact) / peak).toBeLessThan(0.01);
    });
    for (let i = 1; i < curve.y.length; i++) {
      expect(curve.y[i]).toBeGreaterThanOrEqual(curve.y[i - 1]!);
      const climb = Math.abs(curve.density[i]! - curve.density[i - 1]!);
      expect(climb / peak).toBeLessThan(0.06);
    }
  });

  it.each(['inverted', 'spiral'] as const)('integrates to 1 for the %s data', (name) => {
    for (const noise of [0.1, 1]) {
      for (const x of [-6, 0.5, 4]) {
        const curve = densityCurve(knownTruth(name, noise).at(x)!, [-20, 20]);
        expect(integral(curve)).toBeCloseTo(1, 1);
        expect(curve.y.length).toBeLessThan(600);
      }
    }
  });

  it('stands upright at a jump, and has its peak beside a singularity', () => {
    // Uniform on (0, 1), and a square root's singularity that holds next to nothing.
    const uniform = (y: number) => Math.min(1, Math.max(0, y));
    const jump = densityCurve({ mean: 0, variance: 1, cdf: uniform, logDensity: null }, [-2, 2]);
    const rising = jump.y.filter((_, i) => jump.density[i]! > 0.05 && jump.density[i]! < 0.95);
    for (const y of rising) expect(Math.min(Math.abs(y), Math.abs(y - 1))).toBeLessThan(0.001);
    expect(Math.min(...jump.y.filter((_, i) => jump.density[i]! > 0.95))).toBeLessThan(0.001);
    expect(jump.peak).toBeCloseTo(1, 6);

    const spike = (y: number) => 0.999 * uniform(y) + 0.001 * Math.sqrt(uniform(y));
    const cusp = densityCurve({ mean: 0, variance: 1, cdf: spike, logDensity: null }, [-2, 2]);
    expect(Math.max(...cusp.density)).toBeGreaterThan(1.05);
    expect(cusp.peak).toBeLessThan(1.01);
  });

  it('is nothing where there is no probability', () => {
    const curve = densityCurve(normalConditional(100, 1), [-15, 15]);
    expect(Math.max(...curve.density)).toBe(0);
    expect(curve.peak).toBe(0);
  });
});
