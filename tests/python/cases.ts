import { articleExperiment } from '../../src/core/article.ts';
import { type Experiment, stepsPerEpoch } from '../../src/core/experiment.ts';
import { PRESETS } from '../../src/core/presets.ts';
import { lossOn } from '../../src/core/scores.ts';
import { openEngine } from '../../src/engine/open.ts';
import { Trainer } from '../../src/engine/trainer.ts';
import { kerasProgram } from '../../src/export/keras.ts';
import { notebook } from '../../src/export/notebook.ts';
import { pointsCsv } from '../../src/export/points.ts';
import { programLines, textOf } from '../../src/export/program.ts';
import { pytorchProgram } from '../../src/export/pytorch.ts';
import { safetensors } from '../../src/export/safetensors.ts';
import { fileSources } from '../../src/headless/sources.ts';
import { NOTEBOOK_TEXT } from '../helpers/notebookText.ts';
import { ALL_SETTINGS, ALL_STANDARDISED, lossesFrom } from '../helpers/trainedOn.ts';

/** So many steps the page trains before its weights are taken, and a program after it. */
const TRAINED = 200;
const STEPS = 20;

const SCRIPT = { weights: null, notebook: false };

/** A program with the page's points and weights, and what it is to come to. */
export interface Case {
  readonly label: string;
  readonly experiment: Experiment;
  readonly program: string;
  readonly keras: string;
  /** The same as a notebook, with the weights inside. */
  readonly notebook: string;
  readonly points: string;
  readonly weights: Uint8Array;
  /** In the target's own unit. */
  readonly testLoss: number;
  /** So many epochs it trains on. */
  readonly epochs: number;
  /** Of each step of training on, and of one more, in the unit of training. */
  readonly losses: readonly number[];
}

export async function cases(kernel: URL): Promise<Case[]> {
  const { engine } = await openEngine('fused', fileSources(kernel));
  const named = [
    ...PRESETS,
    { label: 'Moons, all settings', experiment: ALL_SETTINGS },
    { label: 'Moons, all settings, standardised', experiment: ALL_STANDARDISED },
    { label: 'Engel, measured', experiment: articleExperiment('engel', 'mdn') },
  ];
  return named.map(({ label, experiment }) => {
    const trainer = new Trainer(experiment, engine);
    while (trainer.step < TRAINED)
      trainer.advance(Number.POSITIVE_INFINITY, TRAINED - trainer.step);
    const fitted = trainer.fitted();
    trainer.dispose();
    const weights = safetensors(experiment, fitted);
    const cells = pytorchProgram(experiment, { weights, notebook: true });
    const epochs = Math.ceil(STEPS / stepsPerEpoch(experiment));
    return {
      label,
      experiment,
      program: textOf(programLines(pytorchProgram(experiment, SCRIPT))),
      keras: textOf(programLines(kerasProgram(experiment, SCRIPT))),
      points: pointsCsv(fitted.task.data),
      notebook: notebook(cells, NOTEBOOK_TEXT, []),
      weights,
      testLoss: lossOn(fitted, fitted.task.data.tested),
      epochs,
      losses: lossesFrom(experiment, fitted, epochs * stepsPerEpoch(experiment) + 1),
    };
  });
}
