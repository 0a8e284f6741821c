/**
 * Trains what the article's text tells of, over five seeds and with the seed that its
 * figures begin with, and writes what came of it to src/content/claims/observed.json, where
 * the text reads it.
 *
 * Usage: npm run build && node tests/bench/content-runs.mjs [name of one run …]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fusedEngine, modules } from './modules.mjs';

const FILE = 'src/content/claims/observed.json';
const SEEDS = [1, 2, 3, 4, 5];
/** Significant digits that are kept; the text prints fewer. */
const DIGITS = 7;

const project = await modules(
  'content/figures/10-break-it/experiments',
  'core/article',
  'core/calibration',
  'core/data/data',
  'core/datasets/truthOf',
  'core/lowest',
  'core/scores',
  'core/smallestDeviation',
  'engine/open',
  'engine/result',
  'engine/trainer',
  'headless/sources',
);
const { articleExperiment, lowest, resultOf, Trainer, truthLoss, truthOf } = project;
const { Calibrating, FEW, FLOORED, freshPoints, smallestDeviation, TWELVE } = project;
const engine = await fusedEngine(project);

const changed = (experiment, model) => ({
  ...experiment,
  model: { ...experiment.model, ...model },
});
const shuffled = (experiment) => ({
  ...experiment,
  training: { ...experiment.training, order: 'shuffled' },
});
const [sine, inverted] = [articleExperiment('sine', 'ffnn'), articleExperiment('inverted', 'mdn')];
const RUNS = {
  'sine-ffnn': sine,
  'sine-ffnn-3': changed(sine, { hidden: [3] }),
  'sine-ffnn-12': changed(sine, { hidden: [12] }),
  'inverted-ffnn': articleExperiment('inverted', 'ffnn'),
  'inverted-mdn': inverted,
  'inverted-mdn-1': changed(inverted, { components: 1 }),
  'inverted-mdn-3': changed(inverted, { components: 3 }),
  'inverted-mdn-5': changed(inverted, { components: 5 }),
  'spiral-ffnn': articleExperiment('spiral', 'ffnn'),
  'spiral-ffnn-shuffled': shuffled(articleExperiment('spiral', 'ffnn')),
  'spiral-mdn': articleExperiment('spiral', 'mdn'),
  'spiral-mdn-shuffled': shuffled(articleExperiment('spiral', 'mdn')),
  twelve: TWELVE,
  floored: FLOORED,
  few: FEW,
};

const rounded = (value) => Number(value.toPrecision(DIGITS));

/** The mean squared error of the true mean on points. */
function truthOn({ x, y }, truth) {
  return x.reduce((sum, at, i) => sum + truthLoss(truth, at, y[i], true), 0) / x.length;
}

/** Which share of fresh points a network's 90 % region holds. */
function heldBy(fitted, { data, seed }) {
  const calibrating = new Calibrating(fitted, 0, freshPoints(data, seed, 2000));
  let calibration = null;
  while (!calibration) calibration = calibrating.advance();
  return calibration.coverage.find(({ level }) => level === 0.9).highest.mean;
}

async function runOf(experiment) {
  const trainer = new Trainer(experiment, engine);
  const test = { epoch: [], loss: [] };
  for (let ended = false; !ended; ) {
    ended = trainer.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY) === 'end';
    const { test: series } = trainer.losses.take();
    test.epoch.push(...series.epoch);
    test.loss.push(...series.loss);
  }
  const { trainLoss, testLoss, freshLoss, excess } = await resultOf(trainer, 0);
  const least = lowest(test);
  const { name, noise } = experiment.data;
  const truth = truthOf(name, noise);
  const squared = experiment.model.kind === 'ffnn';
  const { data } = trainer.task;
  const fitted = trainer.fitted();
  const ofMixture = squared
    ? {}
    : {
        smallestDeviation: rounded(smallestDeviation(fitted, trainer.forward)),
        held: rounded(heldBy(fitted, experiment)),
      };
  trainer.dispose();
  return {
    trainLoss: rounded(trainLoss),
    testLoss: rounded(testLoss),
    freshLoss: rounded(freshLoss),
    excess: rounded(excess),
    leastTestLoss: rounded(least.loss),
    leastTestEpoch: least.epoch,
    ...ofMixture,
    // Of a density the truth may say +∞ where an arm turns back; nobody asks.
    ...(squared && {
      truthTrainLoss: rounded(truthOn(data.train, truth)),
      truthTestLoss: rounded(truthOn(data.test, truth)),
    }),
  };
}

/** The quantities of several runs, a list each. */
function transposed(runs) {
  const names = Object.keys(runs[0]);
  return Object.fromEntries(names.map((name) => [name, runs.map((run) => run[name])]));
}

const wanted = process.argv.slice(2);
const observed = JSON.parse(readFileSync(FILE, 'utf8'));
for (const [name, experiment] of Object.entries(RUNS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const runs = [];
  for (const seed of SEEDS) runs.push(await runOf({ ...experiment, seed }));
  observed[name] = { seeds: transposed(runs), own: await runOf(experiment) };
  console.log(name, observed[name].seeds.freshLoss.join(' '), observed[name].own.testLoss);
  const known = Object.keys(RUNS).filter((one) => one in observed);
  const ordered = Object.fromEntries(known.map((one) => [one, observed[one]]));
  writeFileSync(FILE, `${JSON.stringify(ordered, null, 1)}\n`);
}
