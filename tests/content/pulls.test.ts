import { describe, expect, it } from 'vitest';
import { pullsOf } from '../../src/content/lab/pulls.ts';
import { softmax } from '../../src/core/loss.ts';
import { logDensity, type Mixture } from '../../src/core/mixture.ts';
import { mixtureNllGradient } from '../helpers/oracle.ts';

/** The mixture of raw outputs: logits, means and log variances of each component. */
function mixtureOf(raw: Float64Array): Mixture {
  const count = raw.length / 3;
  return {
    weights: softmax(raw, 0, count, new Float64Array(count)),
    means: raw.slice(count, 2 * count),
    deviations: raw.slice(2 * count).map((s) => Math.exp(s / 2)),
  };
}

describe('the pulls of a point', () => {
  const raw = Float64Array.of(0.3, -1.1, 0.8, -2, 0.5, 3, 0.2, -0.7, 0.4);
  const y = 0.9;
  const pulls = pullsOf(mixtureOf(raw), y);
  const loss = (values: Float64Array) => -logDensity(mixtureOf(values), y);

  it('are minus the gradient of its loss by every output', () => {
    const step = 1e-6;
    raw.forEach((_, i) => {
      const [up, down] = [raw.slice(), raw.slice()];
      up[i]! += step;
      down[i]! -= step;
      const gradient = (loss(up) - loss(down)) / (2 * step);
      const { logit, mean, logVariance } = pulls[i % 3]!;
      expect(-gradient).toBeCloseTo([logit, mean, logVariance][Math.floor(i / 3)]!, 6);
    });
  });

  it('are minus the derivatives that training is held to', () => {
    const derivatives = new Float64Array(9);
    mixtureNllGradient(raw, 0, 3, y, 0, derivatives);
    const asked = (['logit', 'mean', 'logVariance'] as const).flatMap((kind) =>
      pulls.map((pull) => -pull[kind]),
    );
    for (const [i, value] of derivatives.entries()) expect(asked[i]).toBeCloseTo(value, 12);
  });

  it('have responsibilities that sum to 1, and pulls on the weights that cancel out', () => {
    expect(pulls.reduce((sum, pull) => sum + pull.responsibility, 0)).toBeCloseTo(1, 12);
    expect(pulls.reduce((sum, pull) => sum + pull.logit, 0)).toBeCloseTo(0, 12);
  });
});
