/**
 * What training recipes reach: excess loss on fresh points over many
 * seeds, in one process through the Trainer.
 *
 * Usage: node tests/bench/recipes.mjs [--seeds 1001-1010] [--fresh 20000] [--log file.jsonl] recipe…
 *        (after npm run build)
 *
 * A recipe is a line of settings on top of standardised, reshuffled training
 * with a cosine to the end; a list of values makes one row of each combination:
 *
 *   "spiral mdn K=30,100 batch=250 rate=0.01 epochs=200 init=spread"
 *
 *   sine | inverted | spiral     data set, with its own size and noise
 *   ffnn | mdn                   model
 *   article                      the article's settings instead of those above
 *   N= noise= K= hidden=50-50 act=relu|tanh floor= batch= rate= epochs= clip= decay=
 *   steps=                       epochs such that there are about so many steps
 *   sched=cosine|constant order=shuffled|fixed std=1|0
 *   init=pytorch|spread width=   see `spread`
 *   plateau                      as well the run as it stands where "stop when it no longer
 *                                improves" would end it, and the best weights until there
 *   nets=3                       as well the mean of so many networks, trained on the same data
 *                                from other weights in another order
 *
 * A row: median (least to greatest) of the excess after the last epoch, the
 * same with the weights of the epoch with the least test loss, for several
 * networks that of their mean, steps, and seconds of processor time for the
 * training of one network, test losses included (median; on a busy machine it
 * says more than the clock). The excess of a density is the mean of
 * log p_true − log q in nats; that of a function its MSE less that of the true
 * mean. The truth is computed on the very same points.
 */
import { appendFileSync } from 'node:fs';
import { median, spread as range } from './measure.mjs';
import { fusedEngine, modules } from './modules.mjs';

/** K times the σ of a spread component, in standard deviations of the targets. */
const SPREAD_WIDTH = 3.5;

const project = await modules(
  'core/article',
  'core/experiment',
  'core/data/data',
  'core/data/standardise',
  'core/network',
  'core/random',
  'core/loss',
  'core/datasets/truthOf',
  'headless/sources',
  'engine/open',
  'engine/trainer',
);
const {
  articleExperiment,
  parseExperiment,
  stepsPerEpoch,
  freshPoints,
  toTrainingUnit,
  layers,
  initialParameters,
  randomStream,
  outputLoss,
  truthOf,
  Trainer,
} = project;

const engine = await fusedEngine(project);

/** The combinations of a recipe's lists, each as an object of strings. */
function combinations(text) {
  let all = [{}];
  for (const word of text.trim().split(/\s+/)) {
    const [key, value = ''] = word.split('=');
    all = value.split(',').flatMap((one) => all.map((rest) => ({ ...rest, [key]: one })));
  }
  return all;
}

/** The experiment that a combination names, and what the experiment does not hold. */
function experimentOf(words, seed) {
  const name = ['sine', 'inverted', 'spiral'].find((one) => one in words) ?? 'inverted';
  const kind = 'ffnn' in words ? 'ffnn' : 'mdn';
  const number = (key, fallback) => (words[key] ? Number(words[key]) : fallback);
  const article = articleExperiment(name, kind);
  const data = {
    ...article.data,
    points: number('N', article.data.points),
    noise: number('noise', article.data.noise),
  };
  const model = {
    ...article.model,
    hidden: words.hidden?.split('-').map(Number) ?? article.model.hidden,
    activation: words.act ?? article.model.activation,
    ...(kind === 'mdn' && {
      components: number('K', article.model.components),
      varianceFloor: number('floor', 0),
    }),
  };
  const plain = 'article' in words;
  const training = {
    ...article.training,
    batchSize: number('batch', article.training.batchSize),
    order: words.order ?? (plain ? 'fixed' : 'shuffled'),
    learningRate: number('rate', article.training.learningRate),
    clipNorm: number('clip', 0),
    weightDecay: number('decay', 0),
    standardise: (words.std ?? (plain ? '0' : '1')) === '1',
  };
  const whole = { ...article, data, model, training, seed };
  const perEpoch = stepsPerEpoch(whole);
  const epochs = words.steps
    ? Math.max(1, Math.round(Number(words.steps) / perEpoch))
    : number('epochs', article.training.epochs);
  const kinds = words.sched ?? (plain ? 'constant' : 'cosine');
  const schedule = kinds === 'cosine' ? { kind: 'cosine', epochs } : { kind: 'constant' };
  const parsed = parseExperiment({ ...whole, training: { ...training, epochs, schedule } });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** Quantile of sorted values by linear interpolation between the middles of their steps. */
function quantile(sorted, share) {
  const at = Math.min(sorted.length - 1, Math.max(0, share * sorted.length - 0.5));
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}

/**
 * Components spread over the targets: the last layer's biases put mean k at the
 * quantile (k + ½)/K of the training targets and every σ at `width`/K of their
 * standard deviation, at most all of it. All else stays as PyTorch draws it.
 */
function spread(network, parameters, targets, width) {
  const { components: K } = network;
  const { bias } = layers(network).at(-1);
  const sorted = Float64Array.from(targets).sort();
  const mean = sorted.reduce((sum, y) => sum + y, 0) / sorted.length;
  const variance = sorted.reduce((sum, y) => sum + (y - mean) ** 2, 0) / sorted.length;
  const logVariance = 2 * Math.log(Math.min(1, width / K)) + Math.log(variance || 1);
  for (let k = 0; k < K; k++) {
    parameters[bias + K + k] = quantile(sorted, (k + 0.5) / K);
    parameters[bias + 2 * K + k] = logVariance;
  }
}

/** A trainer at its first step; network `member` of several differs in weights and order alone. */
function open(experiment, words, member) {
  const plain = new Trainer(experiment, engine);
  if (member === 0 && words.init !== 'spread') return plain;
  const { now, ...others } = plain.snapshot();
  const { network, data, scaling } = plain.task;
  plain.dispose();
  const seed = experiment.seed + 1_000_000 * member;
  const parameters = initialParameters(network, randomStream(seed, 'weights'));
  if (words.init === 'spread' && network.components > 0) {
    const targets = toTrainingUnit(data.train.y, scaling.target);
    spread(network, parameters, targets, Number(words.width ?? SPREAD_WIDTH));
  }
  const batches = randomStream(seed, 'batches').state();
  const start = { ...now, batches, state: { ...now.state, parameters } };
  return new Trainer(experiment, engine, { ...others, now: start, checkpoint: start });
}

/** True where a run that is to stop at a plateau of its test loss would be at its end. */
function wouldStop(trainer) {
  const { epochs } = trainer.experiment.training;
  trainer.setEnd({ epochs, stopAtPlateau: true });
  const { plateau } = trainer;
  trainer.setEnd({ epochs, stopAtPlateau: false });
  return plateau;
}

/**
 * Trains to the end: seconds of processor time and by the clock, the weights
 * with the least test loss, and those and the present ones at the first plateau.
 */
function train(trainer) {
  let stop = null;
  let best = { epoch: 0, loss: Number.POSITIVE_INFINITY, parameters: trainer.parameters() };
  let seen = 0;
  const clock = performance.now();
  const before = process.cpuUsage();
  for (;;) {
    const advanced = trainer.advance();
    if (advanced === 'end') break;
    if (advanced === 'part' || trainer.epoch === seen) continue;
    seen = trainer.epoch;
    // Long runs are not tested after every epoch.
    const loss = trainer.losses.last.test ?? Number.POSITIVE_INFINITY;
    if (loss < best.loss) best = { epoch: seen, loss, parameters: trainer.parameters() };
    if (!stop && wouldStop(trainer)) stop = { epoch: seen, last: trainer.parameters(), best };
  }
  const { user, system } = process.cpuUsage(before);
  stop ??= { epoch: trainer.epoch, last: trainer.parameters(), best };
  return { best, stop, seconds: (user + system) / 1e6, clock: (performance.now() - clock) / 1e3 };
}

const known = new Map();

/** Fresh points of a data set and the loss of the truth on them. */
function freshOf({ data, seed }, components) {
  const key = JSON.stringify([data.name, data.noise, seed, components > 0]);
  const before = known.get(key);
  if (before) return before;
  const points = freshPoints(data, seed, FRESH);
  const truth = truthOf(data.name, data.noise);
  let sum = 0;
  for (let i = 0; i < FRESH; i++) {
    const at = truth.at(points.x[i]);
    sum += components > 0 ? -at.logDensity(points.y[i]) : (points.y[i] - at.mean) ** 2;
  }
  const result = { points, truthLoss: sum / FRESH };
  known.set(key, result);
  return result;
}

/** Loss of every fresh point under the mean of several mixtures, or the mean of several functions. */
function lossOfMean(trainer, points, members) {
  const { network, scaling } = trainer.task;
  const { components: K } = network;
  const y = toTrainingUnit(points.y, scaling.target);
  const raws = members.map((parameters) =>
    trainer.forward({ task: trainer.task, parameters }, points.x),
  );
  const { factor } = scaling.target;
  const n = y.length;
  if (K === 0) {
    const mean = Float32Array.from(
      y,
      (_, i) => raws.reduce((s, raw) => s + raw[i], 0) / raws.length,
    );
    return outputLoss(network, mean, y) * factor ** 2;
  }
  let sum = 0;
  for (let i = 0; i < n; i++) {
    let density = 0;
    for (const raw of raws) {
      const row = raw.subarray(3 * K * i, 3 * K * (i + 1));
      density += Math.exp(-outputLoss(network, row, y.subarray(i, i + 1))) / raws.length;
    }
    sum -= Math.log(Math.max(density, 1e-300));
  }
  return sum / n + Math.log(factor);
}

/** One seed of a combination. */
function run(words, seed) {
  const experiment = experimentOf(words, seed);
  const nets = Number(words.nets ?? 1);
  const last = [];
  let first;
  let trainer;
  for (let member = 0; member < nets; member++) {
    trainer?.dispose();
    trainer = open(experiment, words, member);
    const trained = train(trainer);
    last.push(trainer.parameters());
    if (member > 0) continue;
    const { points, truthLoss } = freshOf(experiment, trainer.task.network.components);
    const excess = (parameters) => lossOf(trainer, points, parameters) - truthLoss;
    first = {
      excess: excess(trainer.parameters()),
      bestExcess: excess(trained.best.parameters),
      bestEpoch: trained.best.epoch,
      ...('plateau' in words && {
        stopExcess: excess(trained.stop.last),
        stopBestExcess: excess(trained.stop.best.parameters),
        stopEpoch: trained.stop.epoch,
      }),
      epochs: trainer.epoch,
      steps: trainer.step,
      recoveries: trainer.recoveries,
      seconds: trained.seconds,
      clock: trained.clock,
      truthLoss,
    };
  }
  if (nets > 1) {
    const { points, truthLoss } = freshOf(experiment, trainer.task.network.components);
    first.meanExcess = lossOfMean(trainer, points, last) - truthLoss;
  }
  trainer.dispose();
  return first;
}

function lossOf(trainer, { x, y }, parameters) {
  const { network, scaling } = trainer.task;
  const { factor } = scaling.target;
  const loss = outputLoss(
    network,
    trainer.forward({ task: trainer.task, parameters }, x),
    toTrainingUnit(y, scaling.target),
  );
  return network.components === 0 ? loss * factor ** 2 : loss + Math.log(factor);
}

function seedsOf(text) {
  return text.split(',').flatMap((part) => {
    const [from, to = from] = part.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

const words = process.argv.slice(2);
const flag = (name, fallback) => {
  const at = words.indexOf(name);
  return at < 0 ? fallback : words.splice(at, 2)[1];
};
const seeds = seedsOf(flag('--seeds', '1001-1010'));
const log = flag('--log', null);
const FRESH = Number(flag('--fresh', 20_000));

for (const text of words) {
  for (const combination of combinations(text)) {
    const name = Object.entries(combination)
      .map(([key, value]) => (value ? `${key}=${value}` : key))
      .join(' ');
    const runs = [];
    for (const seed of seeds) {
      const result = run(combination, seed);
      runs.push(result);
      if (log) appendFileSync(log, `${JSON.stringify({ name, seed, ...result })}\n`);
    }
    const all = (key) => runs.map((one) => one[key]);
    const digits = 'ffnn' in combination ? 3 : 4;
    console.log(
      [
        name.padEnd(70),
        `last ${range(all('excess'), digits)}`,
        `best ${range(all('bestExcess'), digits)} at ${median(all('bestEpoch'))}`,
        ...(combination.nets
          ? [`mean of ${combination.nets} ${range(all('meanExcess'), digits)}`]
          : []),
        ...('plateau' in combination
          ? [
              `plateau at ${range(all('stopEpoch'), 0)}`,
              `last there ${range(all('stopExcess'), digits)}`,
              `best there ${range(all('stopBestExcess'), digits)}`,
            ]
          : []),
        `${median(all('steps'))} steps`,
        `${median(all('seconds')).toFixed(3)} s cpu, ${median(all('clock')).toFixed(3)} s clock`,
        ...(Math.max(...all('recoveries')) > 0 ? [`recoveries ${all('recoveries')}`] : []),
      ].join('  '),
    );
  }
}
