import * as tf from '@tensorflow/tfjs';
import type { Experiment } from '../core/experiment.ts';
import type { Fitted } from '../core/model.ts';
import { layers } from '../core/network.ts';
import { type Answers, agrees, comparedAt } from './agreement.ts';
import { metadata } from './metadata.ts';

/**
 * A fitted network as the two files of a TensorFlow.js LayersModel, in the data's own
 * units: the change of units is folded into the first and the last layer. A mixture has
 * three outputs, `pi`, `mu` and `log_variance`, since no layer of TensorFlow.js takes an
 * exponential: σ² = exp(log_variance) + variance_floor. A feed-forward network has `mu`.
 */

const WEIGHTS_FILE = 'model.weights.bin';

export interface LayersModelFiles {
  readonly 'model.json': string;
  readonly [WEIGHTS_FILE]: ArrayBuffer;
}

/** One layer's kernel, [inputs][outputs] as TensorFlow.js has it, and biases. */
function weightsOf({ task, parameters }: Fitted, layer: number, from: number, to: number) {
  const shape = layers(task.network);
  const { inputs, weight, bias } = shape[layer]!;
  const { input } = task.scaling;
  const kernel = new Float32Array(inputs * (to - from));
  const biases = new Float32Array(to - from);
  for (let out = from; out < to; out++) {
    let moved = parameters[bias + out]!;
    for (let i = 0; i < inputs; i++) {
      const value = parameters[weight + out * inputs + i]!;
      if (layer === 0) moved -= (value * input.offset) / input.factor;
      kernel[i * (to - from) + out - from] = layer === 0 ? value / input.factor : value;
    }
    biases[out - from] = moved;
  }
  return { kernel, biases, inputs };
}

/** The network with its weights. */
function modelOf(fitted: Fitted): tf.LayersModel {
  const { network, scaling } = fitted.task;
  const { offset, factor } = scaling.target;
  const { components: k, hidden, activation } = network;
  const x = tf.input({ shape: [1], name: 'x' });
  const filled: [tf.layers.Layer, Float32Array, Float32Array, number][] = [];
  const dense = (
    name: string,
    layer: number,
    [from, to]: readonly [number, number],
    kind: 'tanh' | 'relu' | 'softmax' | 'linear',
    [times, plus]: readonly [number, number] = [1, 0],
  ) => {
    const { kernel, biases, inputs } = weightsOf(fitted, layer, from, to);
    const made = tf.layers.dense({ units: to - from, activation: kind, name });
    filled.push([
      made,
      kernel.map((value) => times * value),
      biases.map((value) => times * value + plus),
      inputs,
    ]);
    return made;
  };
  let last = x;
  hidden.forEach((units, i) => {
    last = dense(`hidden_${i}`, i, [0, units], activation).apply(last) as tf.SymbolicTensor;
  });
  const end = hidden.length;
  const scaled = [factor, offset] as const;
  const heads =
    k === 0
      ? [dense('mu', end, [0, 1], 'linear', scaled)]
      : [
          dense('pi', end, [0, k], 'softmax'),
          dense('mu', end, [k, 2 * k], 'linear', scaled),
          dense('log_variance', end, [2 * k, 3 * k], 'linear', [1, 2 * Math.log(factor)]),
        ];
  const outputs = heads.map((head) => head.apply(last) as tf.SymbolicTensor);
  const model = tf.model({ inputs: x, outputs });
  for (const [layer, kernel, biases, inputs] of filled) {
    layer.setWeights([tf.tensor2d(kernel, [inputs, biases.length]), tf.tensor1d(biases)]);
  }
  return model;
}

/** Adds the floor in the unit of the data. */
function floorOf({ network, scaling }: Fitted['task']): number {
  return network.varianceFloor * scaling.target.factor ** 2;
}

/** A fitted network as the files of a LayersModel; null if, read back, they answer something else. */
export async function layersModel(
  experiment: Experiment,
  fitted: Fitted,
): Promise<LayersModelFiles | null> {
  // Its arithmetic is float32 everywhere, as a graphics card's may not be.
  await tf.setBackend('cpu');
  const model = modelOf(fitted);
  model.setUserDefinedMetadata({
    ...metadata(experiment, fitted),
    layout: 'pi, mu and log_variance in the data’s own units',
    variance_floor: String(floorOf(fitted.task)),
  });
  let artifacts: tf.io.ModelArtifacts | undefined;
  await model.save(
    tf.io.withSaveHandler(async (made) => {
      artifacts = made;
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
    }),
  );
  model.dispose();
  const { weightData, weightSpecs = [], ...rest } = artifacts!;
  const weights = tf.io.CompositeArrayBuffer.join(weightData);
  const files = {
    'model.json': JSON.stringify({
      ...rest,
      weightsManifest: [{ paths: [WEIGHTS_FILE], weights: weightSpecs }],
    }),
    [WEIGHTS_FILE]: weights,
  };
  return agrees(fitted, await answersOf(files, fitted)) ? files : null;
}

/** What the files answer, read back by TensorFlow.js. */
async function answersOf(files: LayersModelFiles, fitted: Fitted): Promise<Answers> {
  const { weightsManifest, ...topology } = JSON.parse(files['model.json']);
  const model = await tf.loadLayersModel(
    tf.io.fromMemory({
      ...topology,
      weightSpecs: weightsManifest[0].weights,
      weightData: files[WEIGHTS_FILE],
    }),
  );
  const x = comparedAt(fitted);
  const found = tf.tidy(() =>
    [model.predict(tf.tensor2d(Float32Array.from(x), [x.length, 1]))]
      .flat()
      .map((tensor) => tensor.dataSync()),
  );
  model.dispose();
  if (fitted.task.network.components === 0) {
    const constant = (value: number) => new Float64Array(x.length).fill(value);
    return {
      weights: constant(1),
      means: found[0]!,
      deviations: constant(fitted.deviation),
    };
  }
  const [weights, means, logVariances] = found as [Float32Array, Float32Array, Float32Array];
  const floor = floorOf(fitted.task);
  const deviations = Float64Array.from(logVariances, (s) => Math.sqrt(Math.exp(s) + floor));
  return { weights, means, deviations };
}
