import { describe, expect, it } from 'vitest';
import { adamUpdate } from '../../src/core/adam.ts';
import { forward } from '../../src/core/network.ts';
import { goldenCases, relativeError } from '../helpers/golden.ts';
import { adam, gradient, loss } from '../helpers/oracle.ts';

const TOLERANCE = 1e-8;

describe.each(goldenCases())('$name, against PyTorch', (golden) => {
  const { network, parameters, x, y } = golden;

  it('computes the same raw output', () => {
    expect(relativeError(forward(network, parameters, x), golden.output)).toBeLessThan(TOLERANCE);
  });

  it('computes the same loss and gradient', () => {
    const result = gradient(network, parameters, x, y);
    expect(relativeError([result.loss], [golden.loss])).toBeLessThan(TOLERANCE);
    expect(relativeError([loss(network, parameters, x, y)], [golden.loss])).toBeLessThan(TOLERANCE);
    expect(relativeError(result.gradient, golden.gradient)).toBeLessThan(TOLERANCE);
  });

  it('takes the same steps of Adam', () => {
    const { steps, losses, lossAfter, parametersAfter, ...settings } = golden.adam;
    const moving = parameters.slice();
    const mean = new Float64Array(moving.length);
    const square = new Float64Array(moving.length);
    const seen: number[] = [];
    for (let step = 1; step <= steps; step++) {
      const result = gradient(network, moving, x, y);
      seen.push(result.loss);
      adam(moving, result.gradient, mean, square, adamUpdate(step, settings));
    }
    expect(relativeError(seen, losses)).toBeLessThan(TOLERANCE);
    expect(relativeError(moving, parametersAfter)).toBeLessThan(TOLERANCE);
    expect(relativeError([loss(network, moving, x, y)], [lossAfter])).toBeLessThan(TOLERANCE);
  });
});
