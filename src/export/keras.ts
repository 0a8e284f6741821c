import { type Experiment, testInterval } from '../core/experiment.ts';
import { inPart, type Line, lines, type Program, RATES } from './program.ts';
import {
  type PythonForm,
  pythonData,
  pythonFloor,
  pythonHead,
  pythonSampled,
  pythonSplit,
} from './python.ts';

/** An experiment as a Keras 3 program, for whichever backend Keras runs on. */
export function kerasProgram(experiment: Experiment, form: PythonForm): Program {
  const mixture = experiment.model.kind === 'mdn';
  return {
    head: pythonHead(experiment, form, {
      imports: 'import keras\nfrom keras import ops',
      seeded: 'keras.utils.set_random_seed',
    }),
    data: [...pythonData(experiment), ...pythonSplit('v.astype("float32")[:, None]')],
    model: model(experiment),
    loss: [...(mixture ? mixtureLoss(experiment) : SQUARED_ERROR), ...lossOn(experiment)],
    training: training(experiment),
    samples: [
      ...(mixture ? mixtureSamples(experiment) : gaussianSamples(experiment)),
      ...pythonSampled(experiment),
    ],
  };
}

function model(experiment: Experiment): Line[] {
  const { model } = experiment;
  const mixture = model.kind === 'mdn';
  return lines(
    mixture && [
      `K, D = ${model.components}, 1  # components, numbers in a target`,
      'model.components',
    ],
    ...pythonFloor(experiment, 'y_train.var()'),
    '',
    'def dense(fan_in, units, activation=None):',
    '    # U(-1/sqrt(fan_in), 1/sqrt(fan_in)) for weights and biases; the default is another.',
    '    bound = 1 / math.sqrt(fan_in)',
    '    start = lambda: keras.initializers.RandomUniform(-bound, bound)',
    '    return keras.layers.Dense(',
    '        units, activation, kernel_initializer=start(), bias_initializer=start(),',
    '    )',
    '',
    ...inPart(
      'network',
      ['network = keras.Sequential([', 'model.kind'],
      '    keras.Input((1,)),',
      ...model.hidden.map(
        (units, i) =>
          [
            `    dense(${model.hidden[i - 1] ?? 1}, ${units}, "${model.activation}"),`,
            'model.hidden',
            'model.activation',
          ] as const,
      ),
      [
        `    dense(${model.hidden.at(-1)}, ${mixture ? 'K + K * D + K' : '1'}),`,
        'model.hidden',
        'model.components',
        'model.kind',
      ],
      '])',
    ),
    mixture &&
      model.initialisation === 'spread' && [
        '# Each component begins with a stretch of the targets of its own.\n' +
          'kernel, bias = network.layers[-1].get_weights()\n' +
          'bias[K : K + K * D] = np.quantile(y_train, (np.arange(K) + 0.5) / K, method="hazen")\n' +
          'bias[K + K * D :] = 2 * math.log(min(1, 3.5 / K) * y_train.std())\n' +
          'network.layers[-1].set_weights([kernel, bias])',
        'model.initialisation',
      ],
    'if weights:  # a kernel is [outputs, inputs] in the file, and [inputs, outputs] here',
    '    network.set_weights([values.T for values in weights.values()])',
  );
}

function mixtureLoss({ model }: Experiment): Line[] {
  const floored = model.kind === 'mdn' && model.varianceFloor > 0;
  return lines(
    ...inPart(
      'outputs',
      'def answer(raw):',
      '    """log pi, mu and log sigma^2 of p(y given x) = sum_k pi_k(x) N(y; mu_k(x), sigma_k(x)^2 I)."""',
      '    logits, means, s = ops.split(raw, [K, K + K * D], axis=1)',
      '    # log pi from log_softmax: the logarithm of a softmax is -inf where that is 0.',
      '    log_pi = ops.log_softmax(logits, axis=1)',
      [
        floored
          ? '    log_variance = ops.log(ops.exp(s) + FLOOR)'
          : '    log_variance = s  # sigma^2 = exp(s)',
        'model.varianceFloor',
      ],
      '    return log_pi, ops.reshape(means, (-1, K, D)), log_variance',
    ),
    '',
    ...inPart(
      'loss',
      'def losses(y, raw):',
      '    """-log p(y given x) of each point, in nats."""',
      '    log_pi, mu, log_variance = answer(raw)',
      '    distance = ops.sum(ops.square(y[:, None] - mu), axis=2)',
      '    # (2 pi sigma^2)^(-1/2) for each of the D numbers in a target; the original has it once.',
      '    log_normal = -0.5 * (D * (math.log(2 * math.pi) + log_variance)',
      '                         + distance / ops.exp(log_variance))',
      '    # In the original, exp(log_normal) is summed first: in float32 it is 0 from 14.4 sigma on.',
      '    return -ops.logsumexp(log_pi + log_normal, axis=1)',
    ),
  );
}

const SQUARED_ERROR = inPart(
  'loss',
  'def losses(y, predicted):',
  '    """The squared error of each point: a Gaussian NLL, but for scale and constant."""',
  '    return ops.sum(ops.square(predicted - y), axis=1)',
);

function lossOn({ model, training: { standardise } }: Experiment): Line[] {
  const mixture = model.kind === 'mdn';
  const unit = mixture ? 'In nats a point' : 'The MSE';
  const own = mixture ? ' + math.log(y_std)' : ' * y_std**2';
  return lines('', 'def loss_on(x, y):', [
    `    # ${unit}${standardise ? ", in the target's own unit" : ''}.\n` +
      `    return float(ops.mean(losses(y, network(x))))${standardise ? own : ''}`,
    'training.standardise',
  ]);
}

function training({ model, training }: Experiment): Line[] {
  const { learningRate, schedule, rateChanges, clipNorm, weightDecay, keepBest, stopAtPlateau } =
    training;
  const changes = schedule.kind === 'cosine' || rateChanges.length > 0;
  const keeps = keepBest || stopAtPlateau;
  const every = keeps
    ? testInterval(training.epochs)
    : Math.max(1, Math.floor(training.epochs / 20));
  const rate = [
    'class Rate(keras.optimizers.schedules.LearningRateSchedule):',
    '    def __call__(self, step):',
    '        step = ops.cast(step, "float32")',
    `        base = ${learningRate}`,
    ...rateChanges.map(
      ({ step, rate }) => `        base = ops.where(step >= ${step}, ${rate}, base)`,
    ),
    ...(schedule.kind === 'constant'
      ? ['        return base']
      : [
          `        done = ops.minimum(1.0, step / (${schedule.epochs} * steps_per_epoch))`,
          '        return base * (0.01 + 0.99 * 0.5 * (1 + ops.cos(math.pi * done)))',
        ]),
  ].join('\n');
  const least = model.kind === 'mdn' ? '0.001' : '0.001 * float(y_test.var())';
  const clip = clipNorm > 0 ? `, global_clipnorm=${clipNorm}` : '';
  return lines(
    [`BATCH = ${training.batchSize}`, 'training.batchSize'],
    'steps_per_epoch = math.ceil(len(x_train) / BATCH)  # Adam steps count, not epochs',
    changes && [`\n${rate}\n`, ...RATES],
    weightDecay > 0 && [
      `${changes ? '' : '\n'}# The weight_decay of Keras is not L2 but decoupled from the gradient.\nclass DecayingAdam(keras.optimizers.Adam):\n` +
        '    def update_step(self, gradient, variable, rate):\n' +
        `        super().update_step(gradient + ${weightDecay} * variable, variable, rate)\n`,
      'training.weightDecay',
    ],
    [
      `adam = ${weightDecay > 0 ? 'DecayingAdam' : 'keras.optimizers.Adam'}(${changes ? 'Rate()' : learningRate}, beta_1=0.9, beta_2=0.999, epsilon=1e-8${clip})`,
      ...RATES,
      'training.weightDecay',
      'training.clipNorm',
    ],
    [
      `EVERY = ${every}  # epochs from one test loss to the next`,
      'training.epochs',
      'training.keepBest',
      'training.stopAtPlateau',
    ],
    [
      training.recover
        ? 'watching = [keras.callbacks.TerminateOnNaN()]  # the page goes back and halves the rate'
        : 'watching = [keras.callbacks.TerminateOnNaN()]',
      'training.recover',
    ],
    keeps && [
      'watching.append(keras.callbacks.EarlyStopping(  # the weights of the least test loss\n' +
        '    monitor="val_loss", mode="min", restore_best_weights=True,\n' +
        (stopAtPlateau
          ? `    min_delta=${least}, patience=math.ceil(max(20, 400 / steps_per_epoch) / EVERY),\n`
          : '    patience=given.epochs + 1,\n') +
        '))',
      'training.keepBest',
      'training.stopAtPlateau',
    ],
    ...inPart(
      'step',
      'network.compile(optimizer=adam, loss=losses)',
      '# What it prints is the mean over the epoch; the original tells of its last batch alone.',
      'network.fit(',
      [
        `    x_train, y_train, batch_size=BATCH, epochs=given.epochs, shuffle=${training.order === 'shuffled' ? 'True' : 'False'},`,
        'training.batchSize',
        'training.order',
      ],
      '    validation_data=(x_test, y_test), validation_freq=EVERY, validation_batch_size=len(x_test),',
      '    callbacks=watching, verbose=2,',
      ')',
    ),
    [
      model.kind === 'mdn'
        ? 'print(f"Test NLL {loss_on(x_test, y_test):.6f} nats a point")'
        : 'print(f"Test MSE {loss_on(x_test, y_test):.6f}")',
      'model.kind',
    ],
  );
}

function mixtureSamples({ training: { standardise } }: Experiment): Line[] {
  const answer = 'mu[rows, k] + sigma * rng.standard_normal((len(x), D))';
  return inPart(
    'sample',
    'def sample(x):',
    '    """One answer for each x: a component by its weight, then from its Gaussian."""',
    standardise && ['    x = (x - x_mean) / x_std', 'training.standardise'],
    '    log_pi, mu, log_variance = map(ops.convert_to_numpy, answer(network(x)))',
    '    # The largest of log pi + Gumbel noise is component k with probability pi_k.',
    '    k = np.argmax(log_pi + rng.gumbel(size=log_pi.shape), axis=1)',
    '    rows = np.arange(len(x))',
    '    sigma = np.exp(0.5 * log_variance[rows, k])[:, None]',
    [`    return ${standardise ? `y_mean + y_std * (${answer})` : answer}`, 'training.standardise'],
  );
}

function gaussianSamples({ training: { standardise } }: Experiment): Line[] {
  return lines(
    'sigma = math.sqrt(loss_on(x_train, y_train))  # the Gaussian that squared error stands for',
    '',
    ...inPart(
      'sample',
      'def sample(x):',
      '    """One answer for each x, from N(f(x), sigma^2)."""',
      standardise && ['    x = (x - x_mean) / x_std', 'training.standardise'],
      '    mean = ops.convert_to_numpy(network(x))',
      [
        `    return ${standardise ? 'y_mean + y_std * mean' : 'mean'} + sigma * rng.standard_normal(mean.shape)`,
        'training.standardise',
      ],
    ),
  );
}
