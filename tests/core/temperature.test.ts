import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { mostLikely } from '../../src/core/mixture.ts';
import { mixturesAt } from '../../src/core/model.ts';
import { predict } from '../../src/core/predict.ts';
import { type Temperature, temper, tempered, UNCHANGED } from '../../src/core/temperature.ts';
import { untrained } from '../../src/core/untrained.ts';

const experiment = articleExperiment('inverted', 'mdn');
const fitted = untrained(experiment);

function drawn(temperature: Temperature) {
  const request = {
    columns: 3,
    range: [-10, 10],
    samplesPerPoint: 4,
    temperature,
    density: null,
    scores: false,
    calibration: false,
  } as const;
  return predict(fitted, request, experiment.seed);
}

const weightsOfSome = fc
  .array(fc.float({ min: Math.fround(0.01), max: 1, noNaN: true }), { minLength: 1, maxLength: 9 })
  .map((values) => {
    const total = values.reduce((sum, value) => sum + value, 0);
    return Float32Array.from(values, (value) => value / total);
  });
const temperatures = fc.float({ min: Math.fround(0.02), max: 5, noNaN: true });

describe('weights at a temperature', () => {
  it('sum to 1 and keep their order', () => {
    fc.assert(
      fc.property(weightsOfSome, temperatures, (weights, temperature) => {
        const tempered = weights.slice();
        temper(tempered, temperature);
        expect(tempered.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
        weights.forEach((weight, i) => {
          weights.forEach((other, j) => {
            if (weight > other) expect(tempered[i]!).toBeGreaterThanOrEqual(tempered[j]!);
          });
        });
      }),
    );
  });

  it('are to the power 1/T, up to a factor', () => {
    const tempered = Float32Array.of(0.2, 0.8);
    temper(tempered, 0.5);
    expect(tempered[1]! / tempered[0]!).toBeCloseTo(16, 4);
  });

  it('are those of the likeliest component alone at 0, the first of equal ones', () => {
    const tempered = Float32Array.of(0.1, 0.45, 0.45);
    temper(tempered, 0);
    expect([...tempered]).toEqual([0, 1, 0]);
  });

  it('are the same to the bit at 1', () => {
    fc.assert(
      fc.property(weightsOfSome, (weights) => {
        const tempered = weights.slice();
        temper(tempered, 1);
        expect(tempered).toEqual(weights);
      }),
    );
  });
});

describe('samples at a temperature', () => {
  it('of 0 and 0 are the mean of the likeliest component', () => {
    const { samples } = drawn({ weights: 0, widths: 0 });
    mixturesAt(fitted, Float64Array.from(samples!.x)).forEach((mixture, i) => {
      const [k] = mostLikely(mixture, 1);
      expect(samples!.y[i]).toBeCloseTo(mixture.means[k!]!, 4);
      expect(samples!.component[i]).toBe(k);
    });
  });

  it('of 1 and 1 are those that the mixture itself gives', () => {
    const { samples } = drawn(UNCHANGED);
    const { samples: narrow } = drawn({ weights: 1, widths: 0.25 });
    // The same random numbers: of a quarter of the variance each lies half as far from its mean.
    expect(narrow!.component).toEqual(samples!.component);
    mixturesAt(fitted, Float64Array.from(samples!.x)).forEach((mixture, i) => {
      const mean = mixture.means[samples!.component[i]!]!;
      expect(2 * (narrow!.y[i]! - mean)).toBeCloseTo(samples!.y[i]! - mean, 3);
    });
  });

  it('change nothing but the samples', () => {
    const [usual, tempered] = [drawn(UNCHANGED), drawn({ weights: 0.3, widths: 2 })];
    expect({ ...tempered, samples: null }).toEqual({ ...usual, samples: null });
    expect(tempered.samples).not.toEqual(usual.samples);
  });
});

describe('a mixture at a temperature', () => {
  const mixture = {
    weights: Float64Array.of(0.2, 0.8),
    means: Float64Array.of(-1, 2),
    deviations: Float64Array.of(0.5, 1.5),
  };

  it('is itself at 1', () => {
    expect(tempered(mixture, UNCHANGED)).toEqual(mixture);
  });

  it('has T times the variances, and weights in proportion to π^(1/T)', () => {
    const { weights, means, deviations } = tempered(mixture, { weights: 0.5, widths: 2 });
    expect(means).toEqual(mixture.means);
    expect(deviations[0]! ** 2).toBeCloseTo(2 * 0.25, 12);
    expect(weights[1]! / weights[0]!).toBeCloseTo(16, 10);
    expect(weights[0]! + weights[1]!).toBeCloseTo(1, 12);
  });
});
