import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adamUpdate } from '../../src/core/adam.ts';
import { logSumExp, mixtureNll, outputLoss } from '../../src/core/loss.ts';
import { initialParameters, type Network } from '../../src/core/network.ts';
import { randomStream } from '../../src/core/random.ts';
import { adam, clipFactor, gradient, loss, mixtureNllGradient } from '../helpers/oracle.ts';

const number = (size: number) => fc.double({ min: -size, max: size, noNaN: true });
const row = (size: number, logVariances: number) =>
  fc
    .integer({ min: 1, max: 6 })
    .chain((components) =>
      fc.tuple(
        fc.array(number(size), { minLength: 2 * components, maxLength: 2 * components }),
        fc.array(number(logVariances), { minLength: components, maxLength: components }),
      ),
    );

describe('the mixture negative log likelihood', () => {
  it('is the Gaussian one for a single component', () => {
    const nll = mixtureNll([7, 2, Math.log(4)], 0, 1, 5);
    expect(nll).toBeCloseTo(0.5 * Math.log(2 * Math.PI * 4) + 9 / 8, 12);
  });

  it('adds the floor to the variance', () => {
    expect(mixtureNll([0, 1, Math.log(4)], 0, 1, 3, 5)).toBeCloseTo(
      mixtureNll([0, 1, Math.log(9)], 0, 1, 3),
      12,
    );
  });

  it('does not change when all logits move together', () => {
    fc.assert(
      fc.property(row(5, 3), number(10), number(1000), ([head, tail], y, shift) => {
        const components = tail.length;
        const raw = [...head, ...tail];
        const moved = raw.map((value, i) => (i < components ? value + shift : value));
        const before = mixtureNll(raw, 0, components, y);
        expect(Math.abs(mixtureNll(moved, 0, components, y) - before)).toBeLessThan(
          1e-9 * (1 + Math.abs(before)),
        );
      }),
    );
  });

  it('and its derivatives stay finite for logits to ±10⁴ and log variances to ±500', () => {
    fc.assert(
      fc.property(
        row(1e4, 500),
        number(1e4),
        fc.constantFrom(0, 1e-5),
        ([head, tail], y, floor) => {
          const derivatives = new Float64Array(3 * tail.length);
          const raw = [...head, ...tail];
          const nll = mixtureNllGradient(raw, 0, tail.length, y, floor, derivatives);
          expect(nll).toBe(mixtureNll(raw, 0, tail.length, y, floor));
          expect(Number.isFinite(nll)).toBe(true);
          expect(derivatives.every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('stays finite for log variances that have diverged', () => {
    const derivatives = new Float64Array(3);
    for (const s of [-1e6, 1e6]) {
      expect(mixtureNllGradient([0, 3, s], 0, 1, 3, 0, derivatives)).not.toBeNaN();
      expect(derivatives.every(Number.isFinite)).toBe(true);
    }
  });

  it('has derivatives that agree with finite differences', () => {
    fc.assert(
      fc.property(row(2, 2), number(4), fc.constantFrom(0, 0.3), ([head, tail], y, floor) => {
        const raw = [...head, ...tail];
        const derivatives = new Float64Array(raw.length);
        mixtureNllGradient(raw, 0, tail.length, y, floor, derivatives);
        raw.forEach((value, i) => {
          const h = 1e-5;
          const up = mixtureNll(raw.with(i, value + h), 0, tail.length, y, floor);
          const down = mixtureNll(raw.with(i, value - h), 0, tail.length, y, floor);
          const expected = (up - down) / (2 * h);
          expect(Math.abs(derivatives[i]! - expected)).toBeLessThan(
            1e-6 * (1 + Math.abs(expected)),
          );
        });
      }),
    );
  });
});

describe('the gradient of a network', () => {
  const networks: Network[] = [
    { hidden: [4, 3], activation: 'tanh', components: 0, varianceFloor: 0 },
    { hidden: [], activation: 'relu', components: 0, varianceFloor: 0 },
    { hidden: [5], activation: 'relu', components: 2, varianceFloor: 0 },
    { hidden: [3, 4], activation: 'tanh', components: 3, varianceFloor: 0.2 },
  ];

  it.each(networks)('agrees with finite differences for %j', (network) => {
    const random = randomStream(3, 'weights');
    const parameters = Float64Array.from(initialParameters(network, random));
    const x = [-1.3, 0.2, 0.9, 2.1];
    const y = [0.4, -1.2, 2.3, 0.1];
    const result = gradient(network, parameters, x, y);
    expect(result.loss).toBeCloseTo(loss(network, parameters, x, y), 12);
    const h = 1e-6;
    parameters.forEach((value, i) => {
      const up = loss(network, parameters.with(i, value + h), x, y);
      const down = loss(network, parameters.with(i, value - h), x, y);
      expect(result.gradient[i]).toBeCloseTo((up - down) / (2 * h), 6);
    });
  });

  it('refuses outputs that do not fit the targets', () => {
    const network = { components: 2, varianceFloor: 0 };
    expect(() => outputLoss(network, [1, 2, 3], [1])).toThrow(RangeError);
    expect(() => outputLoss(network, [], [])).toThrow(RangeError);
  });
});

describe('logSumExp', () => {
  it('survives arguments whose exponentials overflow or vanish', () => {
    expect(logSumExp([1e4, 1e4])).toBeCloseTo(1e4 + Math.LN2, 9);
    expect(logSumExp([-1e4, -1e4])).toBeCloseTo(-1e4 + Math.LN2, 9);
    expect(logSumExp([])).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('adam', () => {
  const zeros = () => new Float64Array(2);

  it('moves each parameter by the learning rate at the first step', () => {
    const parameters = Float64Array.of(1, 2);
    adam(parameters, [1e-3, -40], zeros(), zeros(), adamUpdate(1, { learningRate: 0.1 }));
    expect(parameters[0]).toBeCloseTo(0.9, 5);
    expect(parameters[1]).toBeCloseTo(2.1, 5);
  });

  it('clips the norm of the mean gradient, not of the sum', () => {
    expect(clipFactor([30, 40], { scale: 0.1, clipNorm: 10 })).toBe(1);
    expect(clipFactor([30, 40], { scale: 0.1, clipNorm: 1 })).toBeCloseTo(0.2, 6);
    expect(clipFactor([30, 40], { scale: 0.1, clipNorm: 0 })).toBe(1);
    const mean = zeros();
    const update = adamUpdate(1, { learningRate: 0.1, scale: 0.1, clipNorm: 1 });
    adam(zeros(), [30, 40], mean, zeros(), update);
    expect(mean[0]).toBeCloseTo(0.1 * 0.6, 6);
    expect(mean[1]).toBeCloseTo(0.1 * 0.8, 6);
  });

  it('adds weight decay to the gradient after clipping it', () => {
    const mean = zeros();
    const update = adamUpdate(1, { learningRate: 0.1, clipNorm: 1, weightDecay: 0.5 });
    adam(Float64Array.of(4, 0), [30, 40], mean, zeros(), update);
    expect(mean[0]).toBeCloseTo(0.1 * (0.6 + 2), 6);
    expect(mean[1]).toBeCloseTo(0.1 * 0.8, 6);
  });

  it('refuses step 0 and arrays of different lengths', () => {
    expect(() => adamUpdate(0, { learningRate: 0.1 })).toThrow(RangeError);
    expect(() =>
      adam(zeros(), [1], zeros(), zeros(), adamUpdate(1, { learningRate: 0.1 })),
    ).toThrow(RangeError);
  });
});
