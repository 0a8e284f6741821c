/**
 * Trains every scene of the ready lectures as the stage does, and holds what its note says
 * to what came of it. Ends with 1 where a note is untrue.
 *
 * Usage: npm run build && npm run lectures
 */
import { fusedEngine, modules } from './modules.mjs';

const project = await modules(
  'core/answers',
  'core/calibration',
  'core/data/data',
  'core/datasets/truthOf',
  'core/lowest',
  'core/mixture',
  'core/rememberedTask',
  'engine/open',
  'engine/result',
  'engine/trainer',
  'headless/sources',
  'lectures/lectures',
);
const { answerAt, barsOutside, Calibrating, freshPoints, LECTURES, lowest, mean, rememberedTask } =
  project;
const { resultOf, Trainer, truthOf, variance } = project;
const engine = await fusedEngine(project);
const trained = new Map();

/** The run of a scene where the scene has it trained to. */
async function runOf({ experiment, entering }) {
  const to = entering.kind === 'epoch' ? entering.epoch : Number.POSITIVE_INFINITY;
  const key = JSON.stringify([experiment, to]);
  if (trained.has(key)) return trained.get(key);
  const trainer = new Trainer(experiment, engine);
  while (
    trainer.epoch < to &&
    trainer.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY) !== 'end'
  );
  const { data, seed } = experiment;
  const fitted = trainer.fitted();
  const calibrating = new Calibrating(fitted, trainer.step, freshPoints(data, seed, 2000));
  let calibration = null;
  while (!calibration) calibration = calibrating.advance();
  const losses = trainer.losses.take();
  const run = {
    ...(await resultOf(trainer, 0)),
    losses,
    at: (x) => answerAt(fitted, x),
    held: (level) => calibration.coverage.find((one) => one.level === level).highest.mean,
    calibration,
    truth: truthOf(data.name, data.noise),
    points: rememberedTask(experiment).data,
    fitted,
  };
  trained.set(key, run);
  trainer.dispose();
  return run;
}

/** The targets at which a density has a peak. */
function peaksOf(logDensity) {
  const ys = Array.from({ length: 1601 }, (_, i) => -20 + i / 40);
  const heights = ys.map(logDensity);
  const least = Math.max(...heights) - 4;
  return ys.filter((_, i) => heights[i] > Math.max(least, heights[i - 1], heights[i + 1]));
}

const near = (points, x, y, within) => {
  let count = 0;
  for (let i = 0; i < points.x.length; i++) {
    if (Math.abs(points.x[i] - x) < 1 && Math.abs(points.y[i] - y) < within) count++;
  }
  return count;
};
const peaksAt = ({ truth }, x) => peaksOf(truth.at(x).logDensity);
const answersAt = ({ at }, x) => at(x).answers.filter(({ share }) => share > 0.05);
const deviationAt = ({ at }, x) => Math.sqrt(variance(at(x).mixture));
/** Of the heaviest component. */
const widthAt = ({ at }, x) => {
  const { weights, deviations } = at(x).mixture;
  return deviations[weights.indexOf(Math.max(...weights))];
};
const answerOf = ({ at }, x) => mean(at(x).mixture);
/** Each answer lies at one of the truth's, and none is left out. */
const answersAreTrue = (run, x) => {
  const [given, true_] = [answersAt(run, x).map(({ y }) => y), peaksAt(run, x)];
  const close = (from, to) => from.every((y) => to.some((other) => Math.abs(y - other) < 1.5));
  return close(given, true_) && close(true_, given);
};
/** The weight of each component, averaged over the inputs. */
const weightsOf = ({ at }) => {
  const all = Array.from({ length: 49 }, (_, i) => at(-12 + i / 2).mixture.weights);
  return [...all[0]].map((_, k) => all.reduce((sum, weights) => sum + weights[k], 0) / all.length);
};
const lossAfter = ({ losses: { train } }, share) =>
  train.loss[Math.floor(share * (train.loss.length - 1))];

/** What is said at a scene, by lecture and scene: sentences with what shows that they are true. */
const SAID = {
  mean: {
    sine: { 'at x = 5 one answer': (run) => peaksAt(run, 5).length === 1 },
    curve: { 'the MSE comes down to that of the noise': ({ freshLoss }) => freshLoss < 1.1 },
    inverted: { 'at x = 0 three places': (run) => peaksAt(run, 0).length === 3 },
    mean: {
      'it has found the conditional mean': (run) =>
        Math.abs(answerOf(run, 5) - run.truth.at(5).mean) < 1.5,
      'at x = 5 no point is near its answer': (run) =>
        near(run.points.test, 5, answerOf(run, 5), 2) === 0,
      'the excess is small': ({ freshLoss, truth }) => freshLoss < 1.1 * truth.meanSquaredError(),
    },
    bell: {
      'it reaches all branches': (run) =>
        peaksAt(run, 5).every((y) => Math.abs(y - answerOf(run, 5)) < 2 * deviationAt(run, 5)),
      'it is highest where nothing was observed': (run) =>
        near(run.points.test, 5, answerOf(run, 5), 2) === 0,
    },
    mixture: { 'the density gathers on the branches': ({ excess }) => excess < 0.2 },
    answers: { 'each answer is one, and all are there': (run) => answersAreTrue(run, 0) },
  },
  bells: {
    data: { 'at x = 0 there are three': (run) => peaksAt(run, 0).length === 3 },
    one: {
      'it is wide where the branches are many': (run) =>
        deviationAt(run, 0) > 1.3 * deviationAt(run, 11),
    },
    three: { 'three bells are three answers': (run) => answersAreTrue(run, 0) },
    means: {
      'a component hands over to another': (run) =>
        new Set(
          [-10, -5, 0, 5, 10].map((x) =>
            run.at(x).mixture.weights.indexOf(Math.max(...run.at(x).mixture.weights)),
          ),
        ).size > 1,
    },
    count: { 'what is not needed fades': (run) => Math.min(...weightsOf(run)) < 0.02 },
    start: {
      'the components lie spread over the targets': (run) => {
        const { means } = run.at(0).mixture;
        return Math.max(...means) - Math.min(...means) > 15;
      },
      'and follow the data only roughly': ({ excess }) => excess > 0.3,
    },
    learning: {
      'the loss falls steeply, then slowly': (run) =>
        lossAfter(run, 0) - lossAfter(run, 1 / 3) > 2 * (lossAfter(run, 1 / 3) - lossAfter(run, 1)),
    },
    samples: { 'what it draws is like the data': ({ excess }) => excess < 0.2 },
    spiral: { 'at the middle there are more answers': (run) => answersAt(run, 0).length > 3 },
  },
  trust: {
    bands: { 'the regions fall apart': (run) => answersAt(run, 5).length === 2 },
    pit: {},
    bell: {
      'its region of 90 % holds nearly 90 in 100 points': ({ held }) =>
        Math.abs(held(0.9) - 0.88) < 0.025,
      'the ranks are far from level': ({ calibration }) => barsOutside(calibration.ranks) > 5,
    },
    coverage: {},
    few: {
      'the test loss turns and rises': ({ losses: { test } }) =>
        lowest(test).epoch < 0.5 * test.epoch.at(-1) && test.loss.at(-1) > lowest(test).loss + 0.5,
      'the training loss goes on falling': ({ losses: { train, test } }) =>
        train.loss.at(-1) < train.loss[train.epoch.indexOf(lowest(test).epoch)] - 0.2,
    },
    heart: { 'far fewer points than promised': ({ held }) => held(0.9) < 0.75 },
    outside: {
      'beyond it goes on along both branches, where there is one answer between them': (run) => {
        const ys = answersAt(run, 12).map(({ y }) => y);
        const { mean: one } = run.truth.at(12);
        return ys.length === 2 && Math.min(...ys) < one && one < Math.max(...ys);
      },
      'as narrow and sure as before': (run) => widthAt(run, 12) <= 1.05 * widthAt(run, 5),
      'the score inside does not tell': ({ excess, outside }) => outside.excess > 5 * excess,
    },
  },
};

let untrue = 0;
for (const { name, scenes } of LECTURES) {
  for (const scene of scenes) {
    const run = await runOf(scene);
    const { freshLoss, testLoss, trainLoss, excess } = run;
    console.log(`${name} ${scene.name}`, {
      epochs: run.epochs,
      trainLoss,
      testLoss,
      freshLoss,
      excess: excess,
    });
    for (const [said, isTrue] of Object.entries(SAID[name][scene.name])) {
      const holds = isTrue(run);
      if (!holds) untrue++;
      console.log(`  ${holds ? 'true  ' : 'UNTRUE'} ${said}`);
    }
  }
}
process.exitCode = untrue > 0 ? 1 : 0;
