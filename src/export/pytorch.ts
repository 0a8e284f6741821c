import { type Experiment, testInterval } from '../core/experiment.ts';
import { inPart, lines, type Program, RATES } from './program.ts';
import { type PythonForm, pythonData, pythonHead, pythonRate } from './python.ts';

/**
 * An experiment as a PyTorch program. With the page's points (`--data`), its weights
 * (`--weights`) and the rows in the same order it takes the steps that the page takes,
 * to the rounding of float32.
 */
export function pytorchProgram(experiment: Experiment, form: PythonForm): Program {
  const mixture = experiment.model.kind === 'mdn';
  return {
    head: pythonHead(experiment, form, {
      imports: ['import torch', 'from torch import nn'],
      seeds: 'torch.manual_seed(SEED)\nrng = np.random.default_rng(SEED)',
      counted: 'steps',
    }),
    data: [...pythonData(experiment), ...tensors(experiment)],
    model: mixture ? mixtureModel(experiment) : feedForward(experiment),
    loss: mixture ? mixtureLoss(experiment) : squaredError(experiment),
    training: training(experiment),
    samples: mixture ? mixtureSamples(experiment) : gaussianSamples(experiment),
  };
}

function tensors({ training: { standardise } }: Experiment) {
  return lines(
    '',
    'def column(values, mean=0.0, std=1.0):',
    '    return torch.tensor((values - mean) / std, dtype=torch.float32)[:, None]',
    '',
    ...(standardise
      ? ([
          [
            'x_train, y_train = column(train_x, x_mean, x_std), column(train_y, y_mean, y_std)',
            'training.standardise',
          ],
          [
            'x_test, y_test = column(test_x, x_mean, x_std), column(test_y, y_mean, y_std)',
            'training.standardise',
          ],
        ] as const)
      : ([
          ['x_train, y_train = column(train_x), column(train_y)', 'training.standardise'],
          ['x_test, y_test = column(test_x), column(test_y)', 'training.standardise'],
        ] as const)),
  );
}

/** The layers, as arguments of nn.Sequential. */
function layerLines({ model }: Experiment, outputs: string) {
  const activation = model.activation === 'tanh' ? 'nn.Tanh()' : 'nn.ReLU()';
  return [
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
    ] as const,
  ];
}

const LOADS =
  'if weights:\n    network.load_state_dict({name: torch.from_numpy(t) for name, t in weights.items()})';

function mixtureModel(experiment: Experiment) {
  const { model, training } = experiment;
  if (model.kind !== 'mdn') return [];
  const { components, varianceFloor, initialisation } = model;
  const floored = varianceFloor > 0;
  return lines(
    [`K = ${components}  # components`, 'model.components'],
    'D = 1  # numbers in a target',
    floored && [
      training.standardise
        ? `FLOOR = ${varianceFloor}  # the least variance, in units of training`
        : `FLOOR = float(about["variance_floor"]) if about else ${varianceFloor} * train_y.var()`,
      'model.varianceFloor',
      'training.standardise',
    ],
    '',
    ...inPart(
      'network',
      lines(
        ['class MixtureDensityNetwork(nn.Module):', 'model.kind'],
        '    """p(y given x) = sum_k pi_k(x) N(y; mu_k(x), sigma_k(x)^2 I)."""',
        '',
        '    def __init__(self):',
        '        super().__init__()',
        '        # nn.Linear draws weights and biases from U(-1/sqrt(fan_in), 1/sqrt(fan_in)).',
        '        self.layers = nn.Sequential(',
        ...layerLines(experiment, 'K + K * D + K'),
        '        )',
      ),
    ),
    '',
    ...inPart(
      'outputs',
      lines(
        '    def forward(self, x):',
        '        logits, means, s = self.layers(x).split([K, K * D, K], dim=1)',
        '        # log pi from log_softmax: the logarithm of a softmax is -inf where that is 0.',
        '        log_pi = torch.log_softmax(logits, dim=1)',
        [
          floored
            ? '        log_variance = torch.log(s.exp() + FLOOR)'
            : '        log_variance = s  # sigma^2 = exp(s)',
          'model.varianceFloor',
        ],
        '        return log_pi, means.unflatten(1, (K, D)), log_variance',
      ),
    ),
    '',
    'network = MixtureDensityNetwork()',
    initialisation === 'spread' && [
      'with torch.no_grad():  # each component begins with a stretch of the targets of its own\n' +
        '    bias, middles = network.layers[-1].bias, (np.arange(K) + 0.5) / K\n' +
        '    bias[K : K + K * D] = torch.tensor(np.quantile(y_train, middles, method="hazen"))\n' +
        '    bias[K + K * D :] = 2 * math.log(min(1, 3.5 / K) * y_train.std(unbiased=False))',
      'model.initialisation',
    ],
    LOADS,
  );
}

function feedForward(experiment: Experiment) {
  return lines(
    ...inPart(
      'network',
      lines(
        ['class FeedForwardNetwork(nn.Module):', 'model.kind'],
        '    """One answer for each x: the mean of y given x."""',
        '',
        '    def __init__(self):',
        '        super().__init__()',
        '        # nn.Linear draws weights and biases from U(-1/sqrt(fan_in), 1/sqrt(fan_in)).',
        '        self.layers = nn.Sequential(',
        ...layerLines(experiment, '1'),
        '        )',
        '',
        '    def forward(self, x):',
        '        return self.layers(x)',
      ),
    ),
    '',
    'network = FeedForwardNetwork()',
    LOADS,
  );
}

function mixtureLoss({ training: { standardise } }: Experiment) {
  return lines(
    ...inPart(
      'loss',
      lines(
        'def losses(x, y):',
        '    """-log p(y given x) of each point, in nats."""',
        '    log_pi, mu, log_variance = network(x)',
        '    distance = (y[:, None] - mu).square().sum(dim=2)',
        '    # (2 pi sigma^2)^(-1/2) for each of the D numbers in a target; the article has it once.',
        '    log_normal = -0.5 * (',
        '        D * (math.log(2 * math.pi) + log_variance) + distance * (-log_variance).exp()',
        '    )',
        '    # In the article exp(log_normal) is summed first: in float32 it is 0 from 14.4 sigma on.',
        '    return -torch.logsumexp(log_pi + log_normal, dim=1)',
      ),
    ),
    '',
    '@torch.no_grad()',
    'def loss_on(x, y):',
    standardise
      ? [
          '    """In nats a point, in the target\'s own unit: a density shrinks as its unit grows."""\n' +
            '    return losses(x, y).mean().item() + math.log(y_std)',
          'training.standardise',
        ]
      : [
          '    """In nats a point."""\n    return losses(x, y).mean().item()',
          'training.standardise',
        ],
  );
}

function squaredError({ training: { standardise } }: Experiment) {
  return lines(
    ...inPart(
      'loss',
      lines(
        'def losses(x, y):',
        '    """The squared error of each point: a Gaussian NLL, but for scale and constant."""',
        '    return (network(x) - y).square().sum(dim=1)',
      ),
    ),
    '',
    '@torch.no_grad()',
    'def loss_on(x, y):',
    standardise
      ? [
          '    """The MSE, in the target\'s own unit squared."""\n' +
            '    return losses(x, y).mean().item() * y_std**2',
          'training.standardise',
        ]
      : ['    """The MSE."""\n    return losses(x, y).mean().item()', 'training.standardise'],
  );
}

function training(experiment: Experiment) {
  const { training, model } = experiment;
  const { weightDecay, clipNorm, order, keepBest, stopAtPlateau } = training;
  const rate = pythonRate(experiment);
  const keeps = keepBest || stopAtPlateau;
  const standardised = training.standardise;
  const unit = !standardised ? '' : model.kind === 'mdn' ? ' + math.log(y_std)' : ' * y_std**2';
  return lines(
    [`BATCH = ${training.batchSize}`, 'training.batchSize'],
    'steps_per_epoch = math.ceil(len(x_train) / BATCH)  # Adam steps count, not epochs',
    [
      `steps = ${training.epochs} * steps_per_epoch if given.steps is None else given.steps`,
      'training.epochs',
    ],
    ...rate.lines,
    [
      `adam = torch.optim.Adam(network.parameters(), lr=${rate.first}, betas=(0.9, 0.999), eps=1e-8${weightDecay > 0 ? `, weight_decay=${weightDecay}` : ''})`,
      ...RATES,
      'training.weightDecay',
    ],
    keeps && ['best, kept = math.inf, None', 'training.keepBest', 'training.stopAtPlateau'],
    stopAtPlateau && [
      `clearly, since, patience = math.inf, 0, max(20, math.ceil(400 / steps_per_epoch))`,
      'training.stopAtPlateau',
    ],
    [
      `EVERY = ${keeps ? testInterval(training.epochs) : Math.max(1, Math.floor(training.epochs / 20))}  # epochs from one test loss to the next`,
      'training.epochs',
      'training.keepBest',
      'training.stopAtPlateau',
    ],
    'total = 0.0',
    'for step in range(steps):',
    '    epoch, batch = divmod(step, steps_per_epoch)',
    '    if batch == 0:',
    order === 'fixed'
      ? ['        order = torch.arange(len(x_train))', 'training.order']
      : ['        order = torch.randperm(len(x_train))', 'training.order'],
    ['    rows = order[batch * BATCH : (batch + 1) * BATCH]', 'training.batchSize'],
    rate.lines.length > 0 && [
      '    for group in adam.param_groups:\n        group["lr"] = rate(step)',
      ...RATES,
    ],
    ...inPart(
      'step',
      lines(
        '    loss = losses(x_train[rows], y_train[rows]).mean()',
        [
          training.recover
            ? '    if not loss.isfinite():  # the page goes back some steps and halves the rate'
            : '    if not loss.isfinite():',
          'training.recover',
        ],
        '        raise SystemExit(f"Step {step + 1}: the loss is {loss.item()}.")',
        '    adam.zero_grad()',
        '    loss.backward()',
        clipNorm > 0 && [
          `    nn.utils.clip_grad_norm_(network.parameters(), ${clipNorm})`,
          'training.clipNorm',
        ],
        '    adam.step()',
      ),
    ),
    '    # The mean over the epoch; the article tells of its last batch alone.',
    '    total += loss.item() * len(rows)',
    '    if batch == steps_per_epoch - 1:',
    [`        train, total = total / len(x_train)${unit}, 0.0`, 'training.standardise'],
    '        if (epoch + 1) % EVERY == 0:',
    '            test = loss_on(x_test, y_test)',
    '            print(f"epoch {epoch + 1}: train {train:.4f}, test {test:.4f}")',
    keeps && [
      '            if test < best:\n                best, kept = test, {k: v.clone() for k, v in network.state_dict().items()}',
      'training.keepBest',
      'training.stopAtPlateau',
    ],
    stopAtPlateau && [
      `            if test < clearly${model.kind === 'mdn' ? ' - 0.001' : ' * 0.999'}:\n                clearly, since = test, epoch\n            elif epoch - since >= patience:\n                break`,
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

function inUnits(values: string, standardise: boolean) {
  return standardise ? `(${values}) * y_std + y_mean` : values;
}

function mixtureSamples({ training: { standardise } }: Experiment) {
  return lines(
    ...inPart(
      'sample',
      lines(
        '@torch.no_grad()',
        'def sample(x):',
        '    """One answer for each x: a component by its weight, then from its Gaussian."""',
        standardise && ['    x = (x - x_mean) / x_std', 'training.standardise'],
        '    log_pi, mu, log_variance = network(x)',
        '    k = torch.distributions.Categorical(logits=log_pi).sample()',
        '    rows = torch.arange(len(x))',
        '    sigma = (0.5 * log_variance[rows, k]).exp()[:, None]',
        [
          `    return ${inUnits('mu[rows, k] + sigma * torch.randn(len(x), D)', standardise)}`,
          'training.standardise',
        ],
      ),
    ),
    '',
    ...SAMPLED,
  );
}

function gaussianSamples({ training: { standardise } }: Experiment) {
  return lines(
    'sigma = math.sqrt(loss_on(x_train, y_train))  # the Gaussian that squared error stands for',
    '',
    ...inPart(
      'sample',
      lines(
        '@torch.no_grad()',
        'def sample(x):',
        '    """One answer for each x, from N(f(x), sigma^2)."""',
        standardise && ['    x = (x - x_mean) / x_std', 'training.standardise'],
        [
          `    return ${standardise ? 'network(x) * y_std + y_mean' : 'network(x)'} + sigma * torch.randn(len(x), 1)`,
          'training.standardise',
        ],
      ),
    ),
    '',
    ...SAMPLED,
  );
}

const SAMPLED = [
  'some = torch.linspace(float(train_x.min()), float(train_x.max()), 5)[:, None]',
  'for x, y in zip(some, sample(some)):',
  '    print(f"x = {x.item():.2f}: y = {y.item():.2f}")',
];
