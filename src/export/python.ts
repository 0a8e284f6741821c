import { splitSizes } from '../core/data/data.ts';
import { dataSetOf } from '../core/datasets/datasets.ts';
import type { Experiment } from '../core/experiment.ts';
import { base64Lines } from './base64.ts';
import { dataWord, type Generator, generatorOf, inPython } from './generators.ts';
import { inPart, type Line, lines, RATES } from './program.ts';

/* What the Python programs have in common: options, points and the rate of a step. */

/** What becomes of a Python program. */
export interface PythonForm {
  /** A safetensors file to be written into it; null for none. */
  readonly weights: Uint8Array | null;
  /** Whether it stands in a notebook, which has no command line. */
  readonly notebook: boolean;
}

/** What a program of a framework begins with. */
interface Head {
  readonly imports: readonly string[];
  /** The lines that seed it. */
  readonly seeds: string;
  /** What its length is told in. */
  readonly counted: 'steps' | 'epochs';
}

/** Imports, options, and the weights if they are given. */
export function pythonHead(
  experiment: Experiment,
  { weights, notebook }: PythonForm,
  { imports, seeds, counted }: Head,
): Line[] {
  const { training, model, data } = experiment;
  const generated = generatorOf(data.name) !== null;
  return lines(
    [
      `"""A ${model.kind === 'mdn' ? 'mixture density' : 'feed-forward'} network on the ${dataWord(data.name)} data: a run of MDN Playground."""`,
      'data.name',
      'model.kind',
    ],
    weights
      ? 'import argparse\nimport base64\nimport io\nimport json\nimport math\n'
      : 'import argparse\nimport json\nimport math\n',
    'import numpy as np',
    ...imports,
    '',
    weights && `WEIGHTS = """\n${base64Lines(weights)}"""  # a safetensors file\n`,
    'options = argparse.ArgumentParser(description=__doc__)',
    generated
      ? 'options.add_argument("--data", help="CSV with columns x, y and split; drawn if left out")'
      : [
          'options.add_argument("--data", default="points.csv", help="CSV: x, y and split")',
          'data.name',
        ],
    'options.add_argument("--weights", help="safetensors file to begin with")',
    [
      counted === 'steps'
        ? `options.add_argument("--steps", type=int, help="Adam steps; ${training.epochs} epochs if left out")`
        : `options.add_argument("--epochs", type=int, default=${training.epochs})`,
      'training.epochs',
    ],
    notebook
      ? 'given = options.parse_args([])  # such as ["--data", "points.csv"]'
      : 'given = options.parse_args()',
    '',
    [`SEED = ${experiment.seed}`, 'seed'],
    seeds,
    '',
    ...READ_WEIGHTS,
    weights
      ? `source = open(given.weights, "rb") if given.weights else io.BytesIO(base64.b64decode(WEIGHTS))`
      : 'source = open(given.weights, "rb") if given.weights else None',
    'weights, about = read_safetensors(source) if source else (None, None)',
  );
}

const READ_WEIGHTS = [
  'def read_safetensors(file):',
  '    """Tensors and facts: 8 bytes of length, a JSON header, then float32 values."""',
  '    header = json.loads(file.read(int.from_bytes(file.read(8), "little")))',
  '    values = np.frombuffer(file.read(), dtype="<f4").copy()',
  '    about = header.pop("__metadata__")',
  '    part = lambda t: slice(t["data_offsets"][0] // 4, t["data_offsets"][1] // 4)',
  '    return {k: values[part(t)].reshape(t["shape"]) for k, t in header.items()}, about',
  '',
];

const READ_POINTS =
  'table = np.genfromtxt(given.data, delimiter=",", names=True, dtype=None, encoding="utf-8")\n' +
  'x, y, testing = table["x"], table["y"], table["split"] == "test"';

/** The points, those that are tested on apart, and the units that a network is trained in. */
export function pythonData(experiment: Experiment): Line[] {
  const { data, training } = experiment;
  const generator = generatorOf(data.name);
  const [from, to] = data.trainedOn ?? [];
  return [
    ...(generator
      ? generated(experiment, generator)
      : lines([READ_POINTS, 'data.name', 'data.points', 'data.noise', 'data.testFraction'])),
    ...lines(
      data.trainedOn && [
        `inside = (x >= ${from}) & (x <= ${to})\nx, y, testing = x[inside], y[inside], testing[inside]`,
        'data.trainedOn',
      ],
      'train_x, train_y, test_x, test_y = x[~testing], y[~testing], x[testing], y[testing]',
      training.standardise && [
        'x_mean, x_std, y_mean, y_std = train_x.mean(), train_x.std(), train_y.mean(), train_y.std()\n' +
          'if about:  # the units that the weights were trained in\n' +
          '    units = json.loads(about["scaling"])\n' +
          '    x_mean, x_std = units["input"]["offset"], units["input"]["factor"]\n' +
          '    y_mean, y_std = units["target"]["offset"], units["target"]["factor"]',
        'training.standardise',
      ],
    ),
  ];
}

function generated({ data }: Experiment, { drawn, x, y, remark }: Generator): Line[] {
  const { separateTest } = dataSetOf(data.name);
  const sizes = splitSizes(data);
  const all = sizes.train + sizes.test;
  const body = [
    ...(remark ? remark.split('\n').map((text) => `    # ${text}`) : []),
    ...Object.entries(drawn).map(([name, how]) => `    ${name} = ${drawnInPython(how)}`),
    `    return ${inPython(x)}, ${inPython(y)}`,
  ].join('\n');
  const rule = lines([`NOISE = ${data.noise}`, 'data.noise'], '', [
    `def draw(n):\n${body}`,
    'data.name',
  ]);
  const split = lines(
    separateTest
      ? [
          `    (x, y), testing = np.hstack([draw(${sizes.train}), draw(${sizes.test})]), np.arange(${all}) >= ${sizes.train}`,
          'data.points',
        ]
      : [`    x, y = draw(${all})`, 'data.points'],
    !separateTest && [
      '    # Points set aside at random: on those trained on, a fit by heart would look like skill.\n' +
        `    testing = rng.permutation(${all}) < ${sizes.test}`,
      'data.testFraction',
      'data.points',
    ],
  );
  return lines(
    ...inPart('points', rule),
    '',
    'if given.data:',
    READ_POINTS.replace(/^/gm, '    '),
    'else:',
    ...inPart('split', split),
    '',
  );
}

function drawnInPython(drawn: Generator['drawn'][string]): string {
  const [how, ...ends] = drawn;
  const given = ends.map(inPython).join(', ');
  switch (how) {
    case 'uniform':
      return `rng.uniform(${given}, n)`;
    case 'even':
      return `np.linspace(0, ${given}, n)`;
    case 'normal':
      return 'rng.standard_normal(n)';
    case 'sign':
      return 'rng.choice([-1, 1], n)';
  }
}

/** The rate of a step as a Python function, where it changes, and that of the first step. */
export function pythonRate({ training }: Experiment): { first: string; lines: Line[] } {
  const { learningRate, schedule, rateChanges } = training;
  if (schedule.kind === 'constant' && rateChanges.length === 0) {
    return { first: String(learningRate), lines: [] };
  }
  const changed = rateChanges.map(
    ({ step, rate }) => `    if step >= ${step}:\n        base = ${rate}`,
  );
  const returned =
    schedule.kind === 'constant'
      ? ['    return base']
      : [
          `    done = min(1, step / (${schedule.epochs} * steps_per_epoch))`,
          '    return base * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * done)))',
        ];
  const body = ['def rate(step):', `    base = ${learningRate}`, ...changed, ...returned];
  return { first: 'rate(0)', lines: lines('', [body.join('\n'), ...RATES], '') };
}
