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

/**
 * An experiment as a PyTorch program. With the page's points (`--data`), its weights
 * (`--weights`) and the rows in the same order it takes the steps that the page takes,
 * to the rounding of float32.
 */
export function pytorchProgram(experiment: Experiment, form: PythonForm): Program {
  const mixture = experiment.model.kind === 'mdn';
  return {
    head: pythonHead(experiment, form, {
      imports: 'import torch\nfrom torch import nn',
      seeded: 'torch.manual_seed',
    }),
    data: [
      ...pythonData(experiment),
      ...pythonSplit('torch.tensor(v, dtype=torch.float32)[:, None]'),
    ],
    model: [...(mixture ? mixtureModel(experiment) : feedForward(experiment)), ...LOADED],
    loss: [...(mixture ? mixtureLoss() : SQUARED_ERROR), ...lossOn(experiment)],
    training: training(experiment),
    samples: [
      ...(mixture ? mixtureSamples(experiment) : gaussianSamples(experiment)),
      ...pythonSampled(experiment),
    ],
  };
}

const LOADED = lines(
  'if weights:',
  '    network.load_state_dict({name: torch.tensor(values) for name, values in weights.items()})',
);

/** The layers of a module, with so many outputs. */
function layers({ model }: Experiment, outputs: string): Line[] {
  const activation = model.activation === 'tanh' ? 'nn.Tanh()' : 'nn.ReLU()';
  return lines(
    '',
    '    def __init__(self):',
    '        super().__init__()',
    '        # nn.Linear draws weights and biases from U(-1/sqrt(fan_in), 1/sqrt(fan_in)).',
    '        self.layers = nn.Sequential(',
    ...model.hidden.map(
      (units, i) =>
        [
          `            nn.Linear(${model.hidden[i - 1] ?? 1}, ${units}), ${activation},`,
          'model.hidden',
          'model.activation',
        ] as const,
    ),
    [
      `            nn.Linear(${model.hidden.at(-1)}, ${outputs}),`,
      'model.hidden',
      ...(model.kind === 'mdn' ? (['model.components'] as const) : []),
    ],
    '        )',
  );
}

function mixtureModel(experiment: Experiment): Line[] {
  const { model } = experiment;
  if (model.kind !== 'mdn') return [];
  return lines(
    [`K, D = ${model.components}, 1  # components, numbers in a target`, 'model.components'],
    ...pythonFloor(experiment, 'y_train.var(unbiased=False)'),
    '',
    ...inPart(
      'network',
      ['class MixtureDensityNetwork(nn.Module):', 'model.kind'],
      '    """p(y given x) = sum_k pi_k(x) N(y; mu_k(x), sigma_k(x)^2 I)."""',
      ...layers(experiment, 'K + K * D + K'),
    ),
    '',
    ...inPart(
      'outputs',
      '    def forward(self, x):',
      '        logits, means, s = self.layers(x).split([K, K * D, K], dim=1)',
      '        # log pi from log_softmax: the logarithm of a softmax is -inf where that is 0.',
      '        log_pi = torch.log_softmax(logits, dim=1)',
      [
        model.varianceFloor > 0
          ? '        log_variance = torch.log(s.exp() + FLOOR)'
          : '        log_variance = s  # sigma^2 = exp(s)',
        'model.varianceFloor',
      ],
      '        return log_pi, means.unflatten(1, (K, D)), log_variance',
    ),
    '',
    'network = MixtureDensityNetwork()',
    model.initialisation === 'spread' && [
      'with torch.no_grad():  # each component begins with a stretch of the targets of its own\n' +
        '    bias, middles = network.layers[-1].bias, (np.arange(K) + 0.5) / K\n' +
        '    bias[K : K + K * D] = torch.tensor(np.quantile(y_train, middles, method="hazen"))\n' +
        '    bias[K + K * D :] = 2 * math.log(min(1, 3.5 / K) * y_train.std(unbiased=False))',
      'model.initialisation',
    ],
  );
}

function feedForward(experiment: Experiment): Line[] {
  return lines(
    ...inPart(
      'network',
      ['class FeedForwardNetwork(nn.Module):', 'model.kind'],
      '    """One answer for each x: the mean of y given x."""',
      ...layers(experiment, '1'),
      '',
      '    def forward(self, x):',
      '        return self.layers(x)',
    ),
    '',
    'network = FeedForwardNetwork()',
  );
}

function mixtureLoss(): Line[] {
  return inPart(
    'loss',
    'def losses(x, y):',
    '    """-log p(y given x) of each point, in nats."""',
    '    log_pi, mu, log_variance = network(x)',
    '    distance = (y[:, None] - mu).square().sum(dim=2)',
    '    # (2 pi sigma^2)^(-1/2) for each of the D numbers in a target; the original has it once.',
    '    log_normal = -0.5 * (D * (math.log(2 * math.pi) + log_variance) + distance / log_variance.exp())',
    '    # In the original, exp(log_normal) is summed first: in float32 it is 0 from 14.4 sigma on.',
    '    return -torch.logsumexp(log_pi + log_normal, dim=1)',
  );
}

const SQUARED_ERROR = inPart(
  'loss',
  'def losses(x, y):',
  '    """The squared error of each point: a Gaussian NLL, but for scale and constant."""',
  '    return (network(x) - y).square().sum(dim=1)',
);

/** A loss of training in the target's own unit: a density shrinks as its unit grows. */
function inUnit({ model, training }: Experiment): string {
  if (!training.standardise) return '';
  return model.kind === 'mdn' ? ' + math.log(y_std)' : ' * y_std**2';
}

function lossOn(experiment: Experiment): Line[] {
  const unit = experiment.model.kind === 'mdn' ? 'in nats a point' : 'the MSE';
  const said = experiment.training.standardise ? `${unit}, in the target's own unit` : unit;
  return lines('', '@torch.no_grad()', 'def loss_on(x, y):', [
    `    return losses(x, y).mean().item()${inUnit(experiment)}  # ${said}`,
    'training.standardise',
  ]);
}

/** The rate of each step, where it changes. */
function rate({ training }: Experiment): Line[] {
  const { learningRate, schedule, rateChanges } = training;
  if (schedule.kind === 'constant' && rateChanges.length === 0) return [];
  const body = [
    'def rate(step):',
    `    base = ${learningRate}`,
    ...rateChanges.map(({ step, rate }) => `    if step >= ${step}:\n        base = ${rate}`),
    ...(schedule.kind === 'constant'
      ? ['    return base']
      : [
          `    done = min(1, step / (${schedule.epochs} * steps_per_epoch))`,
          '    return base * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * done)))',
        ]),
  ];
  return lines('', [body.join('\n'), ...RATES], '');
}

function training(experiment: Experiment): Line[] {
  const { training, model } = experiment;
  const { weightDecay, clipNorm, order, keepBest, stopAtPlateau, learningRate } = training;
  const changing = rate(experiment);
  const changes = changing.length > 0;
  const keeps = keepBest || stopAtPlateau;
  const every = keeps
    ? testInterval(training.epochs)
    : Math.max(1, Math.floor(training.epochs / 20));
  const decay = weightDecay > 0 ? `, weight_decay=${weightDecay}` : '';
  const first = changes ? '1.0' : learningRate;
  return lines(
    [`BATCH = ${training.batchSize}`, 'training.batchSize'],
    'steps_per_epoch = math.ceil(len(x_train) / BATCH)  # Adam steps count, not epochs',
    ...changing,
    [
      `adam = torch.optim.Adam(network.parameters(), lr=${first}, betas=(0.9, 0.999), eps=1e-8${decay})`,
      ...RATES,
      'training.weightDecay',
    ],
    changes && [
      'schedule = torch.optim.lr_scheduler.LambdaLR(adam, rate)  # a factor of lr',
      ...RATES,
    ],
    keeps && ['best, kept = math.inf, None', 'training.keepBest', 'training.stopAtPlateau'],
    stopAtPlateau && [
      'clearly, since, patience = math.inf, 0, max(20, math.ceil(400 / steps_per_epoch))',
      'training.stopAtPlateau',
    ],
    'for epoch in range(1, given.epochs + 1):',
    '    total = 0.0  # for the mean over the epoch; the original tells of its last batch alone',
    [
      `    for rows in torch.${order === 'fixed' ? 'arange' : 'randperm'}(len(x_train)).split(BATCH):`,
      'training.order',
      'training.batchSize',
    ],
    ...inPart(
      'step',
      '        loss = losses(x_train[rows], y_train[rows]).mean()',
      [
        training.recover
          ? '        if not loss.isfinite():  # the page goes back some steps and halves the rate'
          : '        if not loss.isfinite():',
        'training.recover',
      ],
      '            raise SystemExit(f"Epoch {epoch}: the loss is {loss.item()}.")',
      '        adam.zero_grad()',
      '        loss.backward()',
      clipNorm > 0 && [
        `        nn.utils.clip_grad_norm_(network.parameters(), ${clipNorm})`,
        'training.clipNorm',
      ],
      '        adam.step()',
      changes && ['        schedule.step()', ...RATES],
    ),
    '        total += loss.item() * len(rows)',
    [
      `    if epoch % ${every} == 0:`,
      'training.epochs',
      'training.keepBest',
      'training.stopAtPlateau',
    ],
    [
      `        train, test = total / len(x_train)${inUnit(experiment)}, loss_on(x_test, y_test)`,
      'training.standardise',
    ],
    '        print(f"epoch {epoch}: train {train:.4f}, test {test:.4f}")',
    keeps && [
      '        if test < best:\n' +
        '            best, kept = test, {k: v.clone() for k, v in network.state_dict().items()}',
      'training.keepBest',
      'training.stopAtPlateau',
    ],
    stopAtPlateau && [
      `        if test < clearly${model.kind === 'mdn' ? ' - 0.001' : ' * 0.999'}:\n` +
        '            clearly, since = test, epoch\n' +
        '        elif epoch - since >= patience:\n' +
        '            break',
      'training.stopAtPlateau',
    ],
    keeps && [
      'if kept:  # the weights of the least test loss\n    network.load_state_dict(kept)',
      'training.keepBest',
      'training.stopAtPlateau',
    ],
    model.kind === 'mdn'
      ? 'print(f"Test NLL {loss_on(x_test, y_test):.6f} nats a point")'
      : 'print(f"Test MSE {loss_on(x_test, y_test):.6f}")',
  );
}

const inOwnUnit = (values: string, standardise: boolean) =>
  standardise ? `(${values}) * y_std + y_mean` : values;

function mixtureSamples({ training: { standardise } }: Experiment): Line[] {
  return inPart(
    'sample',
    '@torch.no_grad()',
    'def sample(x):',
    '    """One answer for each x: a component by its weight, then from its Gaussian."""',
    standardise && ['    x = (x - x_mean) / x_std', 'training.standardise'],
    '    log_pi, mu, log_variance = network(x)',
    '    k = torch.distributions.Categorical(logits=log_pi).sample()',
    '    rows = torch.arange(len(x))',
    '    sigma = (0.5 * log_variance[rows, k]).exp()[:, None]',
    [
      `    return ${inOwnUnit('mu[rows, k] + sigma * torch.randn(len(x), D)', standardise)}`,
      'training.standardise',
    ],
  );
}

function gaussianSamples({ training: { standardise } }: Experiment): Line[] {
  return lines(
    'sigma = math.sqrt(loss_on(x_train, y_train))  # the Gaussian that squared error stands for',
    '',
    ...inPart(
      'sample',
      '@torch.no_grad()',
      'def sample(x):',
      '    """One answer for each x, from N(f(x), sigma^2)."""',
      standardise && ['    x = (x - x_mean) / x_std', 'training.standardise'],
      [
        `    return ${standardise ? 'network(x) * y_std + y_mean' : 'network(x)'} + sigma * torch.randn(len(x), 1)`,
        'training.standardise',
      ],
    ),
  );
}
