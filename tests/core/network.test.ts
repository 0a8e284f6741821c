import { describe, expect, it } from 'vitest';
import { forward, initialParameters, layers, parameterCount } from '../../src/core/network.ts';
import { randomStream } from '../../src/core/random.ts';

const network = {
  hidden: [3, 2],
  activation: 'relu',
  components: 4,
  varianceFloor: 0,
} as const;

describe('the flat parameter vector', () => {
  it('holds layer after layer, weights before biases, without gaps', () => {
    expect(layers(network)).toEqual([
      { inputs: 1, outputs: 3, weight: 0, bias: 3 },
      { inputs: 3, outputs: 2, weight: 6, bias: 12 },
      { inputs: 2, outputs: 12, weight: 14, bias: 38 },
    ]);
    expect(parameterCount(network)).toBe(50);
  });

  it('has the article’s sizes', () => {
    expect(parameterCount({ hidden: [40], components: 0 })).toBe(121);
    expect(parameterCount({ hidden: [50, 50], components: 30 })).toBe(100 + 2550 + 4590);
  });

  it('starts within ±1/√fan_in, weights and biases, and fills that range', () => {
    const wide = { ...network, hidden: [100, 64] };
    const parameters = initialParameters(wide, randomStream(1, 'weights'));
    for (const { inputs, outputs, weight } of layers(wide)) {
      const own = parameters.subarray(weight, weight + (inputs + 1) * outputs);
      const largest = Math.max(...own.map(Math.abs));
      const bound = 1 / Math.sqrt(inputs);
      expect(largest).toBeLessThanOrEqual(bound);
      expect(largest).toBeGreaterThan(0.9 * bound);
      expect(Math.min(...own)).toBeLessThan(-0.8 * bound);
    }
  });
});

describe('forward', () => {
  it('computes a network small enough to do by hand', () => {
    const small = { hidden: [2], activation: 'relu', components: 0, varianceFloor: 0 } as const;
    // h = relu([1, −1] x + [0.5, 0]), f = 2 h₁ + 3 h₂ + 1
    const parameters = [1, -1, 0.5, 0, 2, 3, 1];
    expect([...forward(small, parameters, [2, -2])]).toEqual([6, 7]);
  });
});
