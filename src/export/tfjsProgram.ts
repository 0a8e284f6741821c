import { splitSizes } from '../core/data/data.ts';
import { type Experiment, testInterval } from '../core/experiment.ts';
import { base64Lines } from './base64.ts';
import { dataWord, type Generator, generatorOf, inJavaScript } from './generators.ts';
import { inPart, type Line, lines, type Program, RATES } from './program.ts';

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
    data: data(experiment),
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
  const generated = generatorOf(data.name) !== null;
  return lines(
    [
      `/** A ${network} network on the ${dataWord(data.name)} data: a run of MDN Playground. */`,
      'data.name',
      'model.kind',
    ],
    "import * as tf from '@tensorflow/tfjs';",
    '',
    'interface Options {',
    generated
      ? '  /** CSV with columns x, y and split; the points are drawn if it is left out. */\n  readonly csv?: string;'
      : ['  /** CSV with columns x, y and split. */\n  readonly csv: string;', 'data.name'],
    '  /** A safetensors file to begin with. */\n  readonly weights?: ArrayBuffer;',
    [
      `  /** Adam steps; ${training.epochs} epochs if left out. */\n  readonly steps?: number;`,
      'training.epochs',
    ],
    '}',
    '',
    'interface Points {\n  readonly x: readonly number[];\n  readonly y: readonly number[];\n}',
    '',
    [`let state = ${seed};`, 'seed'],
    '/** Uniform on [0, 1) (mulberry32). */',
    'function random(): number {',
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
    '  const tensors = Object.values<{ shape: number[]; data_offsets: [number, number] }>(entries).map(',
    '    ({ shape, data_offsets: [from, to] }) => {',
    '      const tensor = tf.tensor(new Float32Array(file.slice(start + from, start + to)), shape);',
    '      // A kernel is [outputs, inputs] in the file, and [inputs, outputs] here.',
    '      return shape.length === 2 ? tensor.transpose() : tensor;',
    '    },',
    '  );',
    '  return { about: about as Record<string, string>, tensors };',
    '}',
  );
}

function data(experiment: Experiment): Line[] {
  const { data, model, training } = experiment;
  const { standardise } = training;
  const floored =
    model.kind === 'mdn' && (model.varianceFloor > 0 || model.initialisation === 'spread');
  const generator = generatorOf(data.name);
  const sizes = splitSizes(data);
  const range = data.trainedOn;
  const read =
    "const rows = csv.trim().split('\\n').map((line) => line.split(','));\n" +
    'const of = (split: string) => pointsIn(rows.filter((row) => row[2] === split));\n' +
    "return { train: of('train'), test: of('test') };";
  return lines(
    ...(generator ? [...drawn(experiment, generator), ...lines('')] : []),
    range && [
      `const inside = ([x]: readonly string[]) => Number(x) >= ${range[0]} && Number(x) <= ${range[1]};`,
      'data.trainedOn',
    ],
    'function pointsIn(rows: readonly (readonly string[])[]): Points {',
    range && ['  rows = rows.filter(inside);', 'data.trainedOn'],
    '  return { x: rows.map(([x]) => Number(x)), y: rows.map(([, y]) => Number(y)) };',
    '}',
    '',
    ...(generator
      ? ([
          'function points(csv?: string) {',
          '  if (csv) {',
          indented(read, 4),
          '  }',
          ...inPart(
            'split',
            lines([
              '  // Each point is drawn by itself, so that those to test on can be drawn apart.\n' +
                `  return { train: pointsIn(draw(${sizes.train})), test: pointsIn(draw(${sizes.test})) };`,
              'data.points',
              'data.testFraction',
            ]),
          ),
        ] as const)
      : ([['function points(csv: string) {', 'data.name'], indented(read, 2)] as const)),
    '}',
    ...(standardise || floored
      ? ([
          [
            '\nfunction scaleOf(values: readonly number[]) {\n' +
              '  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;\n' +
              '  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;\n' +
              '  return { mean, std: Math.sqrt(variance) };\n' +
              '}',
            'training.standardise',
            'model.varianceFloor',
            'model.initialisation',
          ],
        ] as const)
      : []),
  );
}

/** Lines that begin so many blanks to the right. */
const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));

function drawn({ data }: Experiment, { drawn, x, y, remark }: Generator): Line[] {
  const ways = Object.values(drawn).map(([how]) => how);
  const rule = lines(
    [`const NOISE = ${data.noise};`, 'data.noise'],
    ways.includes('uniform') && [
      'const uniform = (from: number, to: number) => from + (to - from) * random();',
      'data.name',
    ],
    '',
    [
      [
        ...(remark ? remark.split('\n').map((text) => `// ${text}`) : []),
        'const draw = (n: number) =>',
        `  Array.from({ length: n }, (${ways.includes('even') ? '_, i' : ''}) => {`,
        ...Object.entries(drawn).map(([name, how]) => `    const ${name} = ${drawnOne(how)};`),
        `    return [${inJavaScript(x)}, ${inJavaScript(y)}].map(String);`,
        '  });',
      ].join('\n'),
      'data.name',
    ],
  );
  return inPart('points', rule);
}

function drawnOne([how, ...ends]: Generator['drawn'][string]): string {
  const given = ends.map(inJavaScript).join(', ');
  switch (how) {
    case 'uniform':
      return `uniform(${given})`;
    case 'even':
      return `(${given} * i) / (n - 1)`;
    case 'normal':
      return 'normal()';
    case 'sign':
      return 'random() < 0.5 ? -1 : 1';
  }
}

/** The head of `run`: points and weights as tensors. */
function opened(experiment: Experiment, weights: Uint8Array | null): Line[] {
  const { data, training } = experiment;
  const standardise = training.standardise;
  const scaled = standardise ? [', input', ', target'] : ['', ''];
  return lines(
    [
      `export function run({ csv, weights, steps: wanted }: Options${generatorOf(data.name) ? ' = {}' : ''}) {`,
      'data.name',
    ],
    '  const { train, test } = points(csv);',
    weights &&
      '  const file = weights ?? Uint8Array.from(atob(WEIGHTS), (c) => c.charCodeAt(0)).buffer;',
    weights
      ? '  const given = readSafetensors(file);'
      : '  const given = weights && readSafetensors(weights);',
    standardise && [
      '  let [input, target] = [scaleOf(train.x), scaleOf(train.y)];\n' +
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
    [
      `  const [xTrain, yTrain] = [column(train.x${scaled[0]}), column(train.y${scaled[1]})];\n` +
        `  const [xTest, yTest] = [column(test.x${scaled[0]}), column(test.y${scaled[1]})];`,
      'training.standardise',
    ],
    '',
  );
}

function model(experiment: Experiment): Line[] {
  const { model, training } = experiment;
  const mixture = model.kind === 'mdn';
  const floor = mixture && model.varianceFloor;
  const outputs = mixture ? 'K + K * D + K' : '1';
  return lines(
    mixture && [`  const K = ${model.components}; // components`, 'model.components'],
    mixture && '  const D = 1; // numbers in a target',
    floor !== false &&
      floor > 0 && [
        training.standardise
          ? `  const FLOOR = ${floor}; // the least variance, in units of training`
          : `  const FLOOR = Number(given?.about['variance_floor'] ?? ${floor} * scaleOf(train.y).std ** 2);`,
        'model.varianceFloor',
        'training.standardise',
      ],
    [
      "  const dense = (inputs: number, units: number, activation: 'relu' | 'tanh' | 'linear') => {\n" +
        '    // U(-1/sqrt(fan_in), 1/sqrt(fan_in)) for weights and biases; the default is another.\n' +
        '    const bound = 1 / Math.sqrt(inputs);\n' +
        '    const start = () =>\n' +
        '      tf.initializers.randomUniform({ minval: -bound, maxval: bound, seed: 1e9 * random() });\n' +
        '    const [kernelInitializer, biasInitializer] = [start(), start()];\n' +
        '    return tf.layers.dense({\n' +
        '      inputShape: [inputs], units, activation, kernelInitializer, biasInitializer,\n' +
        '    });\n' +
        '  };',
    ],
    ...inPart(
      'network',
      lines(
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
      lines(
        '  function answer(x: tf.Tensor2D) {',
        '    const raw = network.apply(x) as tf.Tensor2D;',
        '    const heads = tf.split(raw, [K, K * D, K], 1);',
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
    ),
    '',
    ...inPart(
      'loss',
      lines(
        '  /** -log p(y given x) of each point, in nats. */',
        '  function losses(x: tf.Tensor2D, y: tf.Tensor2D): tf.Tensor {',
        '    const { logPi, mu, logVariance } = answer(x);',
        '    const distance = y.expandDims(1).sub(mu).square().sum(2);',
        '    // (2 pi sigma^2)^(-1/2) for each of the D numbers in a target; the article has it once.',
        '    const logNormal = logVariance.add(Math.log(2 * Math.PI)).mul(D)',
        '      .add(distance.mul(logVariance.neg().exp())).mul(-0.5);',
        '    // In the article exp(logNormal) is summed first: in float32 it is 0 from 14.4 sigma on.',
        '    return tf.logSumExp(logPi.add(logNormal), 1).neg();',
        '  }',
      ),
    ),
    '',
    standardise
      ? [
          "  /** In nats a point, in the target's own unit: a density shrinks as its unit grows. */\n" +
            '  const inUnit = (loss: number) => loss + Math.log(target.std);',
          'training.standardise',
        ]
      : [
          '  /** In nats a point. */\n  const inUnit = (loss: number) => loss;',
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
      lines(
        '  /** The squared error of each point: a Gaussian NLL, but for scale and constant. */',
        '  function losses(x: tf.Tensor2D, y: tf.Tensor2D): tf.Tensor {',
        '    return (network.apply(x) as tf.Tensor2D).sub(y).square().sum(1);',
        '  }',
      ),
    ),
    '',
    standardise
      ? [
          "  /** The MSE, in the target's own unit squared. */\n" +
            '  const inUnit = (loss: number) => loss * target.std ** 2;',
          'training.standardise',
        ]
      : ['  /** The MSE. */\n  const inUnit = (loss: number) => loss;', 'training.standardise'],
    ...LOSS_ON,
  );
}

const NOT_FINITE = "    if (!Number.isFinite(loss)) throw new Error('The loss is ' + loss);";
const PRINTED = "    console.log('epoch', epoch + 1, 'train', trainLoss, 'test', testLoss);";

function training({ model, training }: Experiment): Line[] {
  const { learningRate, schedule, rateChanges, clipNorm, weightDecay, order } = training;
  const changes = schedule.kind === 'cosine' || rateChanges.length > 0;
  const keeps = training.keepBest || training.stopAtPlateau;
  const rate = [
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
  return lines(
    [`  const BATCH = ${training.batchSize};`, 'training.batchSize'],
    '  const stepsPerEpoch = Math.ceil(train.x.length / BATCH); // Adam steps count, not epochs',
    [`  const steps = wanted ?? ${training.epochs} * stepsPerEpoch;`, 'training.epochs'],
    changes && [rate, ...RATES],
    [
      `  const adam = tf.train.adam(${changes ? 'rate(0)' : learningRate}, 0.9, 0.999, 1e-8);`,
      ...RATES,
    ],
    '  const weightsOf = network.trainableWeights.map((weight) => weight.read() as tf.Variable);',
    [
      `  const EVERY = ${keeps ? testInterval(training.epochs) : Math.max(1, Math.floor(training.epochs / 20))}; // epochs from one test loss to the next`,
      'training.epochs',
      'training.keepBest',
      'training.stopAtPlateau',
    ],
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
    '  const order = train.x.map((_, i) => i);',
    '  const history: number[] = []; // the loss of each step',
    '  let total = 0;',
    '  for (let step = 0; step < steps; step++) {',
    '    const epoch = Math.floor(step / stepsPerEpoch);',
    '    const batch = step % stepsPerEpoch;',
    order === 'shuffled' && ['    if (batch === 0) shuffle(order);', 'training.order'],
    ['    const rows = order.slice(batch * BATCH, (batch + 1) * BATCH);', 'training.batchSize'],
    changes && [
      '    (adam as unknown as { learningRate: number }).learningRate = rate(step);',
      ...RATES,
    ],
    ...inPart(
      'step',
      lines(
        '    const loss = tf.tidy(() => {',
        '      const { value, grads } = tf.variableGrads(',
        '        () => losses(tf.gather(xTrain, rows), tf.gather(yTrain, rows)).mean(),',
        '        weightsOf,',
        '      );',
        clipNorm > 0 && [
          '      const norm = tf.addN(Object.values(grads).map((g) => g.square().sum())).sqrt();\n' +
            `      const clip = tf.minimum(1, tf.div(${clipNorm}, norm.add(1e-6)));\n` +
            '      for (const name in grads) grads[name] = grads[name]!.mul(clip);',
          'training.clipNorm',
        ],
        weightDecay > 0 && [
          `      for (const w of weightsOf) grads[w.name] = grads[w.name]!.add(w.mul(${weightDecay}));`,
          'training.weightDecay',
        ],
        '      adam.applyGradients(weightsOf.map(({ name }) => ({ name, tensor: grads[name]! })));',
        '      return value.dataSync()[0]!;',
        '    });',
      ),
    ),
    [
      training.recover
        ? `    // The page goes back some steps and halves the rate.\n${NOT_FINITE}`
        : NOT_FINITE,
      'training.recover',
    ],
    '    history.push(loss);',
    '    // The mean over the epoch; the article tells of its last batch alone.',
    '    total += loss * rows.length;',
    '    if (batch < stepsPerEpoch - 1) continue;',
    '    const trainLoss = inUnit(total / train.x.length);',
    '    total = 0;',
    '    if ((epoch + 1) % EVERY > 0) continue;',
    '    const testLoss = lossOn(xTest, yTest);',
    PRINTED,
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

function scaledInput(standardise: boolean) {
  return [
    `      const raw = ${standardise ? 'column(x, input)' : 'column(x)'};`,
    'training.standardise',
  ] as const;
}

function mixtureSamples({ training: { standardise } }: Experiment): Line[] {
  const answer = 'mu[row]![k]! + sigma * normal()';
  return lines(
    ...inPart(
      'sample',
      lines(
        '  /** One answer for each x: a component by its weight, then from its Gaussian. */',
        '  function sample(x: readonly number[]): number[] {',
        '    const [pi, mu, logVariance] = tf.tidy(() => {',
        scaledInput(standardise),
        '      const { logPi, mu, logVariance } = answer(raw);',
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
      ),
    ),
  );
}

function gaussianSamples({ training: { standardise } }: Experiment): Line[] {
  return lines(
    '  const sigma = Math.sqrt(lossOn(xTrain, yTrain)); // the Gaussian that squared error stands for',
    '',
    ...inPart(
      'sample',
      lines(
        '  /** One answer for each x, from N(f(x), sigma^2). */',
        '  function sample(x: readonly number[]): number[] {',
        '    const mean = tf.tidy(() => {',
        scaledInput(standardise),
        '      return [...(network.apply(raw) as tf.Tensor2D).dataSync()];',
        '    });',
        [
          standardise
            ? '    return mean.map((f) => target.mean + target.std * f + sigma * normal());'
            : '    return mean.map((f) => f + sigma * normal());',
          'training.standardise',
        ],
        '  }',
      ),
    ),
  );
}

const CLOSED = lines(
  '',
  '  return { network, history, testLoss: lossOn(xTest, yTest), sample };',
  '}',
);
