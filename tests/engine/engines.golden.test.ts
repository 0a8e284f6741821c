import { beforeAll, describe, expect, it } from 'vitest';
import { adamUpdate } from '../../src/core/adam.ts';
import { ENGINE_NAMES } from '../../src/core/experiment.ts';
import type { Engine, Session } from '../../src/engine/engine.ts';
import { engineOf } from '../helpers/engines.ts';
import { type GoldenCase, goldenCases, relativeError } from '../helpers/golden.ts';

/** What float32 arithmetic may lose. */
const TOLERANCE = 1e-5;
const PARAMETER_TOLERANCE = 1e-4;

describe.each(ENGINE_NAMES)('the engine %s', (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await engineOf(name);
  });

  describe.each(goldenCases())('$name, against PyTorch', (golden) => {
    it('computes the same raw output', () => {
      using session = open(golden);
      const output = session.forward(Float32Array.from(golden.x), session.parameters());
      expect(relativeError(output, golden.output)).toBeLessThan(TOLERANCE);
    });

    it('computes the same loss and gradient', () => {
      using session = open(golden);
      session.accumulate(0, golden.x.length);
      const mean = session.gradient().map((g) => g / golden.x.length);
      expect(relativeError(mean, golden.gradient)).toBeLessThan(TOLERANCE);
      const loss = session.testLoss(0, golden.x.length, 0) / golden.x.length;
      expect(relativeError([loss], [golden.loss])).toBeLessThan(TOLERANCE);
    });

    it('takes the same steps of Adam', () => {
      using session = open(golden);
      const { steps, losses, lossAfter, parametersAfter, ...settings } = golden.adam;
      const n = golden.x.length;
      const seen = [];
      for (let step = 1; step <= steps; step++) {
        const update = adamUpdate(step, { ...settings, scale: 1 / n });
        const [outcome] = session.train([{ from: 0, to: n, update }], Number.POSITIVE_INFINITY);
        seen.push(outcome!.loss);
      }
      expect(relativeError(seen, losses)).toBeLessThan(TOLERANCE);
      expect(relativeError(session.parameters(), parametersAfter)).toBeLessThan(
        PARAMETER_TOLERANCE,
      );
      const after = session.testLoss(0, n, 0) / n;
      expect(relativeError([after], [lossAfter])).toBeLessThan(TOLERANCE);
    });
  });

  function open(golden: GoldenCase): Session & Disposable {
    const rows = { x: Float32Array.from(golden.x), y: Float32Array.from(golden.y) };
    const session = engine.open({
      network: golden.network,
      train: rows,
      test: rows,
    });
    const zeros = new Float32Array(golden.parameters.length);
    session.setState({
      parameters: Float32Array.from(golden.parameters),
      firstMoment: zeros,
      secondMoment: zeros,
    });
    return Object.assign(session, { [Symbol.dispose]: () => session.dispose() });
  }
});
