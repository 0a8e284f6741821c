import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { NO_COLOUR } from '../../src/core/componentColours.ts';
import type { Foreseen } from '../../src/core/foreseen.ts';
import { parameterCount } from '../../src/core/network.ts';
import { rememberedTask } from '../../src/core/rememberedTask.ts';
import { foreseenNow, lossesNow, usedAtEnd } from '../../src/store/foreseen.ts';
import { Lab } from '../../src/store/lab.ts';
import { fittedNow } from '../../src/store/mixturesNow.ts';

const EXPERIMENT = articleExperiment('sine', 'ffnn');
const TASK = rememberedTask(EXPERIMENT);
const series = (loss: number) => ({ epoch: Float64Array.of(2000), loss: Float64Array.of(loss) });
const END: Foreseen = {
  experiment: EXPERIMENT,
  epoch: 2000,
  parameters: new Float32Array(parameterCount(TASK.network)).fill(0.5),
  losses: { train: series(1), test: series(1.1) },
};

function labWithEnd(): Lab {
  const lab = new Lab(structuredClone(EXPERIMENT));
  lab.foreseen = () => END;
  return lab;
}

describe('the end that a lab foresees', () => {
  it('is shown with its losses before the run has begun', () => {
    const lab = labWithEnd();
    expect(fittedNow(lab, TASK)?.parameters).toBe(END.parameters);
    expect(lossesNow(lab)).toEqual({ ...END.losses, epoch: 2000 });
  });

  it('gives way to the run, whose losses are then its own', () => {
    const lab = labWithEnd();
    lab.run.setState({ step: 1 });
    expect(foreseenNow(lab)).toBeNull();
    expect(lossesNow(lab).test.loss).toHaveLength(0);
  });

  it('has colours for the components that it uses', () => {
    const experiment = articleExperiment('inverted', 'mdn');
    const { network } = rememberedTask(experiment);
    // Without any weight, every component is as likely as every other.
    const parameters = new Float32Array(parameterCount(network));
    const { usage, colours } = usedAtEnd({ ...END, experiment, parameters });
    expect(usage).toHaveLength(network.components);
    for (const share of usage) expect(share).toBeCloseTo(1 / network.components, 6);
    expect(new Set(colours).size).toBe(network.components);
    expect(colours).not.toContain(NO_COLOUR);
  });

  it('is of no other experiment', () => {
    const lab = labWithEnd();
    lab.editor.set('seed', 8);
    expect(foreseenNow(lab)).toBeNull();
    lab.editor.set('seed', EXPERIMENT.seed);
    expect(foreseenNow(lab)).toBe(END);
  });
});
