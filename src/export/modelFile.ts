import { strToU8, zipSync } from 'fflate';
import type { Experiment } from '../core/experiment.ts';
import type { Fitted } from '../core/model.ts';

/** The formats of a trained network; each is loaded when it is asked for. */
export const MODEL_FORMATS = ['safetensors', 'onnx', 'layersModel'] as const;
export type ModelFormat = (typeof MODEL_FORMATS)[number];

interface ModelFile {
  /** The end of its name, with the dot. */
  readonly ending: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

type Writer = (experiment: Experiment, fitted: Fitted) => Promise<ModelFile | null>;

const WRITERS: Readonly<Record<ModelFormat, Writer>> = {
  async safetensors(experiment, fitted) {
    const { holdsWeights, safetensors } = await import('./safetensors.ts');
    const bytes = safetensors(experiment, fitted);
    return holdsWeights(bytes, fitted) ? { ending: '.safetensors', bytes } : null;
  },
  async onnx(experiment, fitted) {
    const [{ onnx }, { onnxAgrees }] = await Promise.all([
      import('./onnx.ts'),
      import('./onnxAnswers.ts'),
    ]);
    const bytes = onnx(experiment, fitted);
    return onnxAgrees(bytes, fitted) ? { ending: '.onnx', bytes } : null;
  },
  async layersModel(experiment, fitted) {
    const { layersModel } = await import('./layersModel.ts');
    const files = await layersModel(experiment, fitted);
    if (!files) return null;
    const bytes = zipSync({
      'model.json': strToU8(files['model.json']),
      'model.weights.bin': new Uint8Array(files['model.weights.bin']),
    });
    return { ending: '-layers-model.zip', bytes };
  },
};

/** A trained network as a file that has been read back and compared with it; null if it is not the same. */
export function modelFile(
  format: ModelFormat,
  experiment: Experiment,
  fitted: Fitted,
): Promise<ModelFile | null> {
  return WRITERS[format](experiment, fitted);
}
