import * as ort from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { type Fitted, mixturesAt } from '../../src/core/model.ts';
import { PRESETS } from '../../src/core/presets.ts';
import { put } from '../../src/core/row.ts';
import { untrained } from '../../src/core/untrained.ts';
import { comparedAt } from '../../src/export/agreement.ts';
import { layersModel } from '../../src/export/layersModel.ts';
import { onnx } from '../../src/export/onnx.ts';
import { onnxAgrees } from '../../src/export/onnxAnswers.ts';
import { ALL_SETTINGS, ALL_STANDARDISED } from '../helpers/trainedOn.ts';

const CASES = [
  ...PRESETS,
  ...PRESETS.map(({ label, experiment }) => ({
    label: `${label}, the other scaling`,
    experiment: put(experiment, 'training.standardise', !experiment.training.standardise),
  })),
  { label: 'A variance floor', experiment: ALL_SETTINGS },
  { label: 'A variance floor, standardised', experiment: ALL_STANDARDISED },
  { label: 'Measured points', experiment: articleExperiment('engel', 'mdn') },
];

/** π, μ and σ of the network itself, one after the other. */
function expected(fitted: Fitted) {
  const mixtures = mixturesAt(fitted, comparedAt(fitted));
  return (['weights', 'means', 'deviations'] as const).map((name) =>
    mixtures.flatMap((mixture) => [...mixture[name]]),
  );
}

function close(found: ArrayLike<number>, wanted: readonly number[]): void {
  expect(found.length).toBe(wanted.length);
  const worst = Math.max(
    ...wanted.map((value, i) => Math.abs(found[i]! - value) / Math.max(1, Math.abs(value))),
  );
  expect(worst).toBeLessThan(1e-5);
}

describe.each(CASES)('$label', ({ experiment }) => {
  const fitted = untrained(experiment);

  it('answers the same as ONNX, by a runtime that is not ours', async () => {
    const file = onnx(experiment, fitted);
    expect(onnxAgrees(file, fitted)).toBe(true);
    const session = await ort.InferenceSession.create(file);
    const x = Float32Array.from(comparedAt(fitted));
    const answers = await session.run({ x: new ort.Tensor('float32', x, [x.length, 1]) });
    const wanted = expected(fitted);
    ['pi', 'mu', 'sigma'].forEach((name, i) => {
      close(answers[name]!.data as Float32Array, wanted[i]!);
    });
    await session.release();
  });

  it('answers the same as a LayersModel', async () => {
    const files = await layersModel(experiment, fitted);
    // It has been loaded by TensorFlow.js and compared; null says that it answers otherwise.
    expect(files).not.toBeNull();
    const { userDefinedMetadata } = JSON.parse(files!['model.json']);
    expect(JSON.parse(userDefinedMetadata.experiment)).toEqual(experiment);
  });
});

describe('a file that says something else', () => {
  it('is not taken for the network', () => {
    const { experiment } = PRESETS[2]!;
    const fitted = untrained(experiment);
    const other = {
      ...fitted,
      parameters: fitted.parameters.map((v, i) => (i === 5 ? v + 0.1 : v)),
    };
    expect(onnxAgrees(onnx(experiment, other), fitted)).toBe(false);
  });
});
