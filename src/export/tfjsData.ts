import { splitSizes } from '../core/data/data.ts';
import type { Experiment } from '../core/experiment.ts';
import { type Generator, generatorOf, inJavaScript } from './generators.ts';
import { inPart, type Line, lines } from './program.ts';

/* Where a TensorFlow.js program has its points from, and the units that it is trained in. */

/** Functions that draw points, read them and measure them. */
export function tfjsData(experiment: Experiment): Line[] {
  const { data, model, training } = experiment;
  const generator = generatorOf(data.name);
  const spread = model.kind === 'mdn' && model.initialisation === 'spread';
  const floored = model.kind === 'mdn' && model.varianceFloor > 0;
  return lines(
    'type Point = readonly [x: number, y: number];',
    ...(generator ? [...rule(experiment, generator), ...lines('')] : []),
    'function read(csv: string, split: string): Point[] {',
    "  const rows = csv.trim().split('\\n').map((line) => line.split(','));",
    '  return rows.filter((row) => row[2] === split).map(([x, y]) => [Number(x), Number(y)]);',
    '}',
    (training.standardise || floored || spread) && [
      '\nfunction scaleOf(values: readonly number[]) {\n' +
        '  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;\n' +
        '  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;\n' +
        '  return { mean, std: Math.sqrt(variance) };\n' +
        '}',
      'training.standardise',
      'model.varianceFloor',
      'model.initialisation',
    ],
  );
}

/** Points to train on and to test with. */
export function tfjsSplit({ data }: Experiment): Line[] {
  const { train, test } = splitSizes(data);
  const [from, to] = data.trainedOn ?? [];
  const inside = data.trainedOn ? 'all' : '';
  return lines(
    ...(generatorOf(data.name)
      ? inPart(
          'split',
          '  // Each point is drawn by itself, so that those to test on can be drawn apart.',
          [
            `  ${inside ? 'const all' : 'const [train, test]'} = csv ? [read(csv, 'train'), read(csv, 'test')] : [draw(${train}), draw(${test})];`,
            'data.points',
            'data.testFraction',
            'data.trainedOn',
          ],
        )
      : lines([
          `  ${inside ? 'const all' : 'const [train, test]'} = [read(csv, 'train'), read(csv, 'test')];`,
          'data.name',
          'data.points',
          'data.noise',
          'data.testFraction',
          'data.trainedOn',
        ])),
    data.trainedOn && [
      `  const inside = ([x]: Point) => x >= ${from} && x <= ${to};\n` +
        '  const [train = [], test = []] = all.map((points) => points.filter(inside));',
      'data.trainedOn',
    ],
  );
}

function rule({ data }: Experiment, { drawn, x, y, remark }: Generator): Line[] {
  const ways = Object.values(drawn);
  const names = Object.keys(drawn);
  const values = ways.map(drawnOne).join(', ');
  return inPart(
    'points',
    [`const NOISE = ${data.noise};`, 'data.noise'],
    ways.some(([how]) => how === 'uniform') && [
      'const uniform = (from: number, to: number) => from + (to - from) * random();',
      'data.name',
    ],
    '',
    [
      [
        ...(remark ? remark.split('\n').map((text) => `// ${text}`) : []),
        'const draw = (n: number) =>',
        `  Array.from({ length: n }, (${ways.some(([how]) => how === 'even') ? '_, i' : ''}): Point => {`,
        names.length > 1
          ? `    const [${names.join(', ')}] = [${values}];`
          : `    const ${names[0]} = ${values};`,
        `    return [${inJavaScript(x)}, ${inJavaScript(y)}];`,
        '  });',
      ].join('\n'),
      'data.name',
    ],
  );
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
