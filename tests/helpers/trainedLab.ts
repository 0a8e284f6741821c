import { expect, vi } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import type { LastingPlace } from '../../src/core/place.ts';
import type { WayState } from '../../src/core/way.ts';
import { Lab } from '../../src/store/lab.ts';
import { VIEW } from './viewRequest.ts';
import { WorkerHere } from './workerHere.ts';

const article = articleExperiment('sine', 'ffnn');

/** Two steps an epoch, and over within a moment. */
export const SMALL: Experiment = {
  ...article,
  data: { ...article.data, points: 100 },
  model: { ...article.model, hidden: [5] },
  training: { ...article.training, epochs: 60, batchSize: 50 },
};

const labs: Lab[] = [];

/**
 * A lab that really trains, in this process.
 *
 * @param kept where its run is to go on
 * @param before what is done to it before its worker starts
 * @param way what that run has gone through
 */
export function openLab(
  experiment: Experiment = SMALL,
  kept: LastingPlace | null = null,
  before: (lab: Lab) => void = () => {},
  way: readonly WayState[] = [],
): Lab {
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 1));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  const lab = new Lab(experiment);
  labs.push(lab);
  before(lab);
  lab.controller.connect(
    () => new WorkerHere(),
    () => VIEW,
    kept,
    way,
  );
  return lab;
}

/** Ends every lab that was opened. */
export function closeLabs(): void {
  for (const lab of labs.splice(0)) lab.dispose();
}

/** What a person sees of a run, to the bit. */
export function seen({ feed }: Lab) {
  const { train, test } = feed.losses();
  return {
    parameters: [...feed.frame!.parameters],
    train: [...train.loss],
    epochs: [...train.epoch],
    test: [...test.loss],
  };
}

/** Waits until a run is where it should be, and its frame is there. */
export async function stands(lab: Lab, state: 'paused' | 'finished', epoch: number) {
  await vi.waitFor(
    () => {
      expect(lab.run.getState()).toMatchObject({ state, epoch, ready: true });
      expect(lab.feed.frame).toMatchObject({ state, epoch });
    },
    { timeout: 10_000, interval: 5 },
  );
  return seen(lab);
}

/** The run of an experiment, trained so far without anything between. */
export async function straight(experiment: Experiment, epoch: number) {
  const lab = openLab(experiment);
  void lab.controller.trainTo(epoch);
  return stands(lab, epoch === experiment.training.epochs ? 'finished' : 'paused', epoch);
}
