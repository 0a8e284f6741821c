import { type Experiment, testInterval } from '../core/experiment.ts';
import { dataWord, generatorOf } from './generators.ts';
import { base64Lines, inPart, type Line, lines, type Program, RATES } from './program.ts';
import { tfjsData, tfjsSplit } from './tfjsData.ts';

/**
 * An experiment as a TypeScript module for TensorFlow.js. What it exports, `run`, takes
 * the page's points and weights, as the PyTorch program does.
 *
 * @param weights a safetensors file to be written into it; null for none
 */
export function tfjsProgram(experiment: Experiment, weights: Uint8Array | null = null): Program {
  const mixture = experiment.model.kind === 'mdn';
  return {
    head: head(experiment, weights),
    data: tfjsData(experiment),
    model: [...opened(experiment, weights), ...model(experiment)],
    loss: mixture ? mixtureLoss(experiment) : squaredError(experiment),
    training: training(experiment),
    samples: [...(mixture ? mixtureSamples(experiment) : gaussianSamples(experiment)), ...CLOSED],
  };
}

const SHUFFLE = `function shuffle(order: number[]): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor((i + 1) * random());
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}`;

const QUANTILE = `function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, share * sorted.length - 0.5));
  const below = sorted[Math.floor(at)]!;
  return below + (at % 1) * (sorted[Math.ceil(at)]! - below);
}`;

function head({ model, data, seed, training }: Experiment, weights: Uint8Array | null): Line[] {
  const network = model.kind === 'mdn' ? 'mixture density' : 'feed-forward';
  return lines(
    [
      `/** A ${network} network on the ${dataWord(data.name)} data: a run of MDN Playground. */`,
      'data.name',
      'model.kind',
    ],
    "import * as tf from '@tensorflow/tfjs';",
    '',
    [`let state = ${seed};`, 'seed'],
    'function random(): number { // uniform on [0, 1) (mulberry32)',
    '  state = (state + 0x6d2b79f5) | 0;',
    '  let t = Math.imul(state ^ (state >>> 15), 1 | state);',
    '  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;',
    '  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;',
    '}',
    'const normal = () =>',
    '  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());',
    training.order === 'shuffled' && [`\n${SHUFFLE}`, 'training.order'],
    model.kind === 'mdn' &&
      model.initialisation === 'spread' && [`\n${QUANTILE}`, 'model.initialisation'],
    weights && `\n/** A safetensors file. */\nconst WEIGHTS = \`\n${base64Lines(weights)}\`;`,
    '',
    '/** Tensors and facts: 8 bytes of length, a JSON header, then float32 values. */',
    'function readSafetensors(file: ArrayBuffer) {',
    '  const start = 8 + Number(new DataView(file).getBigUint64(0, true));',
    '  const header = JSON.parse(new TextDecoder().decode(file.slice(8, start)));',
    '  const { __metadata__: about, ...entries } = header;',
    '  const tensors = Object.values<{ shape: number[]; data_offsets: number[] }>(entries).map((t) => {',
    '    const [from, to] = t.data_offsets.map((offset) => start + offset);',
    '    const tensor = tf.tensor(new Float32Array(file.slice(from, to)), t.shape);',
    '    // A kernel is [outputs, inputs] in the file, and [inputs, outputs] here.',
    '    return t.shape.length === 2 ? tensor.transpose() : tensor;',
    '  });',
    '  return { about: about as Record<string, string>, tensors };',
    '}',
  );
}

/** The head of `run`: points and weights as tensors. */
function opened(experiment: Experiment, weights: Uint8Array | null): Line[] {
  const { data, training } = experiment;
  const standardise = training.standardise;
  const [input, target] = standardise ? [', input', ', target'] : ['', ''];
  const generated = generatorOf(data.name) !== null;
  return lines(
    generated
      ? 'interface Options {\n  readonly csv?: string; // CSV: x, y and split; points are drawn if it is left out'
      : ['interface Options {\n  readonly csv: string; // CSV: x, y and split', 'data.name'],
    '  readonly weights?: ArrayBuffer; // a safetensors file to begin with\n  readonly epochs?: number;\n}',
    '',
    [
      `export function run({ csv, weights, epochs = ${weights ? 0 : training.epochs} }: Options${generated ? ' = {}' : ''}) {`,
      'data.name',
      'training.epochs',
    ],
    ...tfjsSplit(experiment),
    weights &&
      '  const file = weights ?? Uint8Array.from(atob(WEIGHTS), (c) => c.charCodeAt(0)).buffer;',
    weights
      ? '  const given = readSafetensors(file);'
      : '  const given = weights && readSafetensors(weights);',
    standardise && [
      '  let [input, target] = [scaleOf(train.map(([x]) => x)), scaleOf(train.map(([, y]) => y))];\n' +
        '  if (given) {\n' +
        '    // The units that the weights were trained in.\n' +
        "    const units = JSON.parse(given.about['scaling']!);\n" +
        '    input = { mean: units.input.offset, std: units.input.factor };\n' +
        '    target = { mean: units.target.offset, std: units.target.factor };\n' +
        '  }',
      'training.standardise',
    ],
    '  const column = (values: readonly number[], { mean, std } = { mean: 0, std: 1 }) =>',
    '    tf.tensor2d(values.map((v) => (v - mean) / std), [values.length, 1]);',
    '  const columns = (points: readonly Point[]) =>',
    [
      `    [column(points.map(([x]) => x)${input}), column(points.map(([, y]) => y)${target})] as const;`,
      'training.standardise',
    ],
    '  const [[xTrain, yTrain], [xTest, yTest]] = [columns(train), columns(test)];',
    '',
  );
}

function model(experiment: Experiment): Line[] {
  const { model, training } = experiment;
  const mixture = model.kind === 'mdn';
  const floor = mixture ? model.varianceFloor : 0;
  const outputs = mixture ? 'K + K * D + K' : '1';
  return lines(
    mixture && [
      `  const [K, D] = [${model.components}, 1]; // components, numbers in a target`,
      'model.components',
    ],
    floor > 0 && [
      training.standardise
        ? `  const FLOOR = ${floor}; // the least variance, in units of training`
        : `  const variance = scaleOf(train.map(([, y]) => y)).std ** 2;\n  const FLOOR = Number(given?.about['variance_floor'] ?? ${floor} * variance);`,
      'model.varianceFloor',
      'training.standardise',
    ],
    "  const dense = (inputs: number, units: number, activation: 'relu' | 'tanh' | 'linear') => {",
    '    // U(-1/sqrt(fan_in), 1/sqrt(fan_in)) for weights and biases; the default is another.',
    '    const [minval, maxval] = [-1 / Math.sqrt(inputs), 1 / Math.sqrt(inputs)];',
    '    const start = () => tf.initializers.randomUniform({ minval, maxval, seed: 1e9 * random() });',
    '    const [kernelInitializer, biasInitializer] = [start(), start()];',
    '    return tf.layers.dense({',
    '      inputShape: [inputs], units, activation, kernelInitializer, biasInitializer,',
    '    });',
    '  };',
    ...inPart(
      'network',
      '  const network = tf.sequential({',
      '    layers: [',
      ...model.hidden.map(
        (units, i) =>
          [
            `      dense(${model.hidden[i - 1] ?? 1}, ${units}, '${model.activation}'),`,
            'model.hidden',
            'model.activation',
          ] as const,
      ),
      [
        `      dense(${model.hidden.at(-1)}, ${outputs}, 'linear'),`,
        'model.hidden',
        'model.components',
        'model.kind',
      ],
      '    ],',
      '  });',
    ),
    mixture &&
      model.initialisation === 'spread' && [
        '  // Each component begins with a stretch of the targets of its own.\n' +
          '  const [kernel, bias] = network.layers.at(-1)!.getWeights() as [tf.Tensor, tf.Tensor1D];\n' +
          '  const sorted = yTrain.dataSync().slice().sort();\n' +
          '  const spread = 2 * Math.log(Math.min(1, 3.5 / K) * scaleOf([...sorted]).std);\n' +
          '  const middles = Array.from({ length: K }, (_, k) => quantile(sorted, (k + 0.5) / K));\n' +
          '  const begun = tf.concat([bias.slice(0, K), tf.tensor1d(middles), tf.fill([K], spread)]);\n' +
          '  network.layers.at(-1)!.setWeights([kernel, begun]);',
        'model.initialisation',
      ],
    '  if (given) network.setWeights(given.tensors);',
  );
}

function mixtureLoss({ model, training: { standardise } }: Experiment): Line[] {
  const floored = model.kind === 'mdn' && model.varianceFloor > 0;
  return lines(
    ...inPart(
      'outputs',
      '  function answer(x: tf.Tensor2D) {',
      '    const heads = tf.split(network.apply(x) as tf.Tensor2D, [K, K * D, K], 1);',
      '    const [logits, means, s] = heads as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];',
      '    // log pi from logSoftmax: the logarithm of a softmax is -Infinity where that is 0.',
      '    const logPi = tf.logSoftmax(logits);',
      [
        floored
          ? '    const logVariance: tf.Tensor = s.exp().add(FLOOR).log();'
          : '    const logVariance: tf.Tensor = s; // sigma^2 = exp(s)',
        'model.varianceFloor',
      ],
      '    return { logPi, mu: means.reshape([-1, K, D]), logVariance };',
      '  }',
    ),
    '',
    ...inPart(
      'loss',
      '  /** -log p(y given x) of each point, in nats. */',
      '  function losses(x: tf.Tensor2D, y: tf.Tensor2D): tf.Tensor {',
      '    const { logPi, mu, logVariance } = answer(x);',
      '    const distance = y.expandDims(1).sub(mu).square().sum(2);',
      '    // (2 pi sigma^2)^(-1/2) for each of the D numbers in a target; the original has it once.',
      '    const logNormal = logVariance.add(Math.log(2 * Math.PI)).mul(D)',
      '      .add(distance.div(logVariance.exp())).mul(-0.5);',
      '    // In the original, exp(logNormal) is summed first: in float32 it is 0 from 14.4 sigma on.',
      '    return tf.logSumExp(logPi.add(logNormal), 1).neg();',
      '  }',
    ),
    '',
    [
      standardise
        ? "  // In nats a point, in the target's own unit: a density shrinks as its unit grows.\n" +
          '  const inUnit = (loss: number) => loss + Math.log(target.std);'
        : '  const inUnit = (loss: number) => loss; // in nats a point',
      'training.standardise',
    ],
    ...LOSS_ON,
  );
}

const LOSS_ON = [
  '  const lossOn = (x: tf.Tensor2D, y: tf.Tensor2D) =>',
  '    inUnit(tf.tidy(() => losses(x, y).mean().dataSync()[0]!));',
];

function squaredError({ training: { standardise } }: Experiment): Line[] {
  return lines(
    ...inPart(
      'loss',
      '  /** The squared error of each point: a Gaussian NLL, but for scale and constant. */',
      '  function losses(x: tf.Tensor2D, y: tf.Tensor2D): tf.Tensor {',
      '    return (network.apply(x) as tf.Tensor2D).sub(y).square().sum(1);',
      '  }',
    ),
    '',
    [
      standardise
        ? "  const inUnit = (loss: number) => loss * target.std ** 2; // in the target's own unit squared"
        : '  const inUnit = (loss: number) => loss; // the MSE',
      'training.standardise',
    ],
    ...LOSS_ON,
  );
}

const NOT_FINITE = "      if (!Number.isFinite(loss)) throw new Error('The loss is ' + loss);";

/** The rate of each step, where it changes. */
function rate({ learningRate, schedule, rateChanges }: Experiment['training']): string {
  return [
    '  function rate(step: number): number {',
    `    ${rateChanges.length > 0 ? 'let' : 'const'} base = ${learningRate};`,
    ...rateChanges.map(({ step, rate }) => `    if (step >= ${step}) base = ${rate};`),
    ...(schedule.kind === 'constant'
      ? ['    return base;']
      : [
          `    const done = Math.min(1, step / (${schedule.epochs} * stepsPerEpoch));`,
          '    return base * (0.01 + 0.99 * 0.5 * (1 + Math.cos(Math.PI * done)));',
        ]),
    '  }',
  ].join('\n');
}

function training({ model, training }: Experiment): Line[] {
  const { learningRate, schedule, rateChanges, clipNorm, weightDecay, order } = training;
  const changes = schedule.kind === 'cosine' || rateChanges.length > 0;
  const keeps = training.keepBest || training.stopAtPlateau;
  const every = keeps
    ? testInterval(training.epochs)
    : Math.max(1, Math.floor(training.epochs / 20));
  const counted = schedule.kind === 'cosine' || training.stopAtPlateau;
  return lines(
    [`  const BATCH = ${training.batchSize};`, 'training.batchSize'],
    counted && [
      '  const stepsPerEpoch = Math.ceil(train.length / BATCH); // Adam steps count, not epochs',
      'training.schedule',
      'training.stopAtPlateau',
    ],
    changes && [rate(training), ...RATES],
    [
      `  const adam = tf.train.adam(${changes ? 'rate(0)' : learningRate}, 0.9, 0.999, 1e-8);`,
      ...RATES,
    ],
    '  const weightsOf = network.trainableWeights.map((weight) => weight.read() as tf.Variable);',
    keeps && [
      '  let [best, kept] = [Infinity, null as tf.Tensor[] | null];',
      'training.keepBest',
      'training.stopAtPlateau',
    ],
    training.stopAtPlateau && [
      '  let [clearly, since] = [Infinity, 0];\n' +
        '  const patience = Math.max(20, Math.ceil(400 / stepsPerEpoch));',
      'training.stopAtPlateau',
    ],
    '  const order = train.map((_, i) => i);',
    '  const history: number[] = []; // the loss of each step; Adam steps count, not epochs',
    '  for (let epoch = 1; epoch <= epochs; epoch++) {',
    '    let total = 0; // for the mean over the epoch; the original tells of its last batch alone',
    order === 'shuffled' && ['    shuffle(order);', 'training.order'],
    '    for (let from = 0; from < order.length; from += BATCH) {',
    '      const rows = order.slice(from, from + BATCH);',
    changes && [
      '      (adam as unknown as { learningRate: number }).learningRate = rate(history.length);',
      ...RATES,
    ],
    ...inPart(
      'step',
      '      const loss = tf.tidy(() => {',
      '        const { value, grads } = tf.variableGrads(',
      '          () => losses(tf.gather(xTrain, rows), tf.gather(yTrain, rows)).mean(),',
      '          weightsOf,',
      '        );',
      clipNorm > 0 && [
        '        const norm = tf.addN(Object.values(grads).map((g) => g.square().sum())).sqrt();\n' +
          `        const clip = tf.minimum(1, tf.div(${clipNorm}, norm.add(1e-6)));\n` +
          '        for (const name in grads) grads[name] = grads[name]!.mul(clip);',
        'training.clipNorm',
      ],
      weightDecay > 0 && [
        `        for (const w of weightsOf) grads[w.name] = grads[w.name]!.add(w.mul(${weightDecay}));`,
        'training.weightDecay',
      ],
      '        adam.applyGradients(weightsOf.map(({ name }) => ({ name, tensor: grads[name]! })));',
      '        return value.dataSync()[0]!;',
      '      });',
    ),
    [
      training.recover
        ? `      // The page goes back some steps and halves the rate.\n${NOT_FINITE}`
        : NOT_FINITE,
      'training.recover',
    ],
    '      history.push(loss);',
    '      total += loss * rows.length;',
    '    }',
    [
      `    if (epoch % ${every} > 0) continue;`,
      'training.epochs',
      'training.keepBest',
      'training.stopAtPlateau',
    ],
    '    const [trainLoss, testLoss] = [inUnit(total / order.length), lossOn(xTest, yTest)];',
    "    console.log('epoch', epoch, 'train', trainLoss, 'test', testLoss);",
    keeps && [
      '    if (testLoss < best) {\n' +
        '      [best, kept] = [testLoss, network.getWeights().map((weight) => weight.clone())];\n' +
        '    }',
      'training.keepBest',
      'training.stopAtPlateau',
    ],
    training.stopAtPlateau && [
      `    if (testLoss < clearly${model.kind === 'mdn' ? ' - 0.001' : ' * 0.999'}) [clearly, since] = [testLoss, epoch];\n` +
        '    else if (epoch - since >= patience) break;',
      'training.stopAtPlateau',
      'model.kind',
    ],
    '  }',
    keeps && [
      '  if (kept) network.setWeights(kept); // the weights of the least test loss',
      'training.keepBest',
      'training.stopAtPlateau',
    ],
  );
}

function mixtureSamples({ training: { standardise } }: Experiment): Line[] {
  const answer = 'mu[row]![k]! + sigma * normal()';
  return inPart(
    'sample',
    '  /** One answer for each x: a component by its weight, then from its Gaussian. */',
    '  function sample(x: readonly number[]): number[] {',
    '    const [pi, mu, logVariance] = tf.tidy(() => {',
    [
      `      const { logPi, mu, logVariance } = answer(${standardise ? 'column(x, input)' : 'column(x)'});`,
      'training.standardise',
    ],
    '      return [logPi.exp(), mu.squeeze([2]), logVariance].map((t) => t.arraySync());',
    '    }) as [number[][], number[][], number[][]];',
    '    return x.map((_, row) => {',
    '      let left = random();',
    '      const found = pi[row]!.findIndex((share) => (left -= share) < 0);',
    '      const k = found < 0 ? K - 1 : found; // rounding may leave something over',
    '      const sigma = Math.exp(0.5 * logVariance[row]![k]!);',
    [
      `      return ${standardise ? `target.mean + target.std * (${answer})` : answer};`,
      'training.standardise',
    ],
    '    });',
    '  }',
  );
}

function gaussianSamples({ training: { standardise } }: Experiment): Line[] {
  return lines(
    '  const sigma = Math.sqrt(lossOn(xTrain, yTrain)); // the Gaussian that squared error stands for',
    '',
    ...inPart(
      'sample',
      '  /** One answer for each x, from N(f(x), sigma^2). */',
      '  function sample(x: readonly number[]): number[] {',
      [
        `    const means = tf.tidy(() => (network.apply(${standardise ? 'column(x, input)' : 'column(x)'}) as tf.Tensor2D).dataSync());`,
        'training.standardise',
      ],
      [
        standardise
          ? '    return x.map((_, i) => target.mean + target.std * means[i]! + sigma * normal());'
          : '    return x.map((_, i) => means[i]! + sigma * normal());',
        'training.standardise',
      ],
      '  }',
    ),
  );
}

const CLOSED = lines(
  '',
  '  return { network, history, testLoss: lossOn(xTest, yTest), sample };',
  '}',
);
