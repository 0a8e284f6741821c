import { splitSizes } from '../core/data/data.ts';
import { dataSetOf } from '../core/datasets/datasets.ts';
import type { Experiment } from '../core/experiment.ts';
import { dataWord, type Generator, generatorOf, inPython } from './generators.ts';
import { base64Lines, inPart, type Line, lines } from './program.ts';

/* What the Python programs have in common: options, points, and their units. */

/** What becomes of a Python program. */
export interface PythonForm {
  /** A safetensors file to be written into it; null for none. */
  readonly weights: Uint8Array | null;
  /** Whether it stands in a notebook, which has no command line. */
  readonly notebook: boolean;
}

/** What a program of a framework begins with. */
interface Head {
  readonly imports: string;
  /** What seeds the framework. */
  readonly seeded: string;
}

/** Imports, options, and the weights if they are given. */
export function pythonHead(
  experiment: Experiment,
  { weights, notebook }: PythonForm,
  { imports, seeded }: Head,
): Line[] {
  const { training, model, data, seed } = experiment;
  const generated = generatorOf(data.name) !== null;
  return lines(
    [
      `"""A ${model.kind === 'mdn' ? 'mixture density' : 'feed-forward'} network on the ${dataWord(data.name)} data: a run of MDN Playground."""`,
      'data.name',
      'model.kind',
    ],
    weights
      ? 'import argparse\nimport base64\nimport json\nimport math\n'
      : 'import argparse\nimport json\nimport math\n',
    'import numpy as np',
    imports,
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
    weights
      ? 'options.add_argument("--epochs", type=int, default=0, help="how far to train on")'
      : [
          `options.add_argument("--epochs", type=int, default=${training.epochs})`,
          'training.epochs',
        ],
    notebook
      ? 'given = options.parse_args([])  # such as ["--data", "points.csv"]'
      : 'given = options.parse_args()',
    [`${seeded}(${seed})\nrng = np.random.default_rng(${seed})`, 'seed'],
    '',
    ...READ_WEIGHTS,
    `file = open(given.weights, "rb").read() if given.weights else ${weights ? 'base64.b64decode(WEIGHTS)' : 'None'}`,
    'weights, about = read_safetensors(file) if file else (None, None)',
  );
}

const READ_WEIGHTS = [
  'def read_safetensors(file):  # 8 bytes of length, a JSON header, float32 values',
  '    start = 8 + int.from_bytes(file[:8], "little")',
  '    header, values = json.loads(file[8:start]), np.frombuffer(file[start:], "<f4")',
  '    about = header.pop("__metadata__")',
  '    place = lambda t: slice(*(end // 4 for end in t["data_offsets"]))',
  '    return {k: values[place(t)].reshape(t["shape"]) for k, t in header.items()}, about',
  '',
];

const READ_POINTS =
  'table = np.genfromtxt(given.data, delimiter=",", names=True, dtype=None, encoding="utf-8")\n' +
  'x, y, testing = table["x"], table["y"], table["split"] == "test"';

/** Points, which of them are tested on, and the units that a network is trained in. */
export function pythonData(experiment: Experiment): Line[] {
  const { data, training } = experiment;
  const generator = generatorOf(data.name);
  const [from, to] = data.trainedOn ?? [];
  return lines(
    ...(generator
      ? generated(experiment, generator)
      : lines([READ_POINTS, 'data.name', 'data.points', 'data.noise', 'data.testFraction'])),
    data.trainedOn && [
      `inside = (x >= ${from}) & (x <= ${to})\nx, y, testing = x[inside], y[inside], testing[inside]`,
      'data.trainedOn',
    ],
    training.standardise && [
      '(x_mean, x_std), (y_mean, y_std) = [(v[~testing].mean(), v[~testing].std()) for v in (x, y)]\n' +
        'if about:  # the units that the weights were trained in\n' +
        '    units = [json.loads(about["scaling"])[of] for of in ("input", "target")]\n' +
        '    (x_mean, x_std), (y_mean, y_std) = [(unit["offset"], unit["factor"]) for unit in units]\n' +
        'x, y = (x - x_mean) / x_std, (y - y_mean) / y_std',
      'training.standardise',
    ],
  );
}

/** The arrays of a framework; `column` makes one of an array v. */
export function pythonSplit(column: string): Line[] {
  return lines(
    'parts = x[~testing], y[~testing], x[testing], y[testing]',
    `x_train, y_train, x_test, y_test = (${column} for v in parts)`,
  );
}

function generated({ data }: Experiment, { drawn, x, y, remark }: Generator): Line[] {
  const { separateTest } = dataSetOf(data.name);
  const sizes = splitSizes(data);
  const all = sizes.train + sizes.test;
  const body = [
    ...(remark ? remark.split('\n').map((text) => `    # ${text}`) : []),
    `    ${Object.keys(drawn).join(', ')} = ${Object.values(drawn).map(drawnInPython).join(', ')}`,
    `    return ${inPython(x)}, ${inPython(y)}`,
  ].join('\n');
  return lines(
    ...inPart('points', [`NOISE = ${data.noise}`, 'data.noise'], '', [
      `def draw(n):\n${body}`,
      'data.name',
    ]),
    '',
    'if given.data:',
    READ_POINTS.replace(/^/gm, '    '),
    'else:',
    ...inPart(
      'split',
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
    ),
    '',
  );
}

function drawnInPython([how, ...ends]: Generator['drawn'][string]): string {
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

/** The least variance of a component, where there is one. */
export function pythonFloor({ model, training }: Experiment, variance: string): Line[] {
  if (model.kind !== 'mdn' || model.varianceFloor === 0) return [];
  const floor = model.varianceFloor;
  return lines([
    training.standardise
      ? `FLOOR = ${floor}  # the least variance, in units of training`
      : `FLOOR = float(about["variance_floor"]) if about else ${floor} * float(${variance})`,
    'model.varianceFloor',
    'training.standardise',
  ]);
}

/** A few answers, and how they are read: in the target's own unit, at inputs in theirs. */
export function pythonSampled({ training: { standardise } }: Experiment): Line[] {
  return lines(
    '',
    [`some = x_test[:5]${standardise ? ' * x_std + x_mean' : ''}`, 'training.standardise'],
    'for x, y in zip(some, sample(some)):',
    '    print(f"x = {x.item():.2f}: y = {y.item():.2f}")',
  );
}
