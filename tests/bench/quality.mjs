/**
 * Time to quality: seconds of training until the excess on fresh points of the
 * inverted data is what the article's run reaches at its end (0.072 nats), and
 * until 0.05. For the quick recipe and the article's settings here, and for the
 * article's settings in vectorised PyTorch, where there is one: its time for a
 * step, times the steps that the same settings took here.
 *
 * The clock stands still while a network is scored. The first run of all warms
 * the compiler up and is left out.
 *
 * Usage: node tests/bench/quality.mjs [seeds]   (after npm run build; PYTHON names the Python)
 */
import { median, row, spread } from './measure.mjs';
import { fusedEngine, modules } from './modules.mjs';
import { pytorch } from './pytorch.mjs';

const SEEDS = Number(process.argv[2] ?? 5);
const GOALS = [0.072, 0.05];
const FRESH = 5000;

const project = await modules(
  'core/article',
  'core/recipes',
  'core/data/data',
  'core/datasets/truthOf',
  'core/runResult',
  'headless/sources',
  'engine/open',
  'engine/trainer',
);
const { articleExperiment, withRecipe, freshPoints, truthOf, scoreOnFresh, Trainer } = project;
const engine = await fusedEngine(project);

/** Seconds and optimizer steps until each goal, null where it is not reached; scored every so many epochs. */
function timesOf(experiment, every) {
  const { data, seed } = experiment;
  const fresh = freshPoints(data, seed, FRESH);
  const truth = truthOf(data.name, data.noise);
  const reached = GOALS.map(() => null);
  let start = performance.now();
  let milliseconds = 0;
  const trainer = new Trainer(experiment, engine);
  for (let scored = 0; ; ) {
    const ended = trainer.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY) === 'end';
    if (!ended && (trainer.epoch === scored || trainer.epoch % every > 0)) continue;
    milliseconds += performance.now() - start;
    scored = trainer.epoch;
    const { excess } = scoreOnFresh(trainer.fitted(), fresh, truth, trainer.forward);
    GOALS.forEach((goal, i) => {
      if (excess <= goal) reached[i] ??= { seconds: milliseconds / 1000, steps: trainer.step };
    });
    start = performance.now();
    if (ended || reached.every((found) => found)) break;
  }
  trainer.dispose();
  return reached;
}

const article = (seed) => ({ ...articleExperiment('inverted', 'mdn'), seed });
timesOf(withRecipe(article(1), 'quick'), 1);
const runs = Array.from({ length: SEEDS }, (_, i) => ({
  quick: timesOf(withRecipe(article(2001 + i), 'quick'), 1),
  own: timesOf(article(2001 + i), 10),
  torch: pytorch(),
}));

/** One number of every run that reached a goal, and how many did. */
function cell(values, digits) {
  const found = values.filter((value) => value !== null);
  if (found.length === 0) return 'not reached';
  const all = found.length === values.length ? '' : `, in ${found.length} of ${values.length} runs`;
  return `${spread(found, digits)} s${all}`;
}

GOALS.forEach((goal, i) => {
  const quick = runs.map((run) => run.quick[i]?.seconds ?? null);
  const torch = runs.map(({ own, torch }) =>
    own[i] && torch ? (own[i].steps * torch.vectorised) / 2000 : null,
  );
  row(`  excess ${goal}, the quick recipe`, cell(quick, 3));
  row(
    `  excess ${goal}, the article’s settings`,
    cell(
      runs.map((run) => run.own[i]?.seconds ?? null),
      2,
    ),
  );
  if (runs[0].torch) row(`  excess ${goal}, the same in PyTorch`, cell(torch, 2));
});
if (runs[0].torch) {
  const whole = median(runs.map(({ torch }) => torch.vectorised));
  const quick = median(runs.map((run) => run.quick[0]?.seconds ?? Number.POSITIVE_INFINITY));
  row(
    `  PyTorch’s whole run of the article, of the quick recipe’s to ${GOALS[0]}`,
    `${whole.toFixed(2)} s, ${(whole / quick).toFixed(0)} times as long`,
  );
} else {
  row('  PyTorch', 'skipped: there is no torch on this machine');
}
