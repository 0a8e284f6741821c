import type { Experiment } from '../core/experiment.ts';
import { createComponentRanks } from './componentRanks.ts';
import { ExperimentStore } from './experiment.ts';
import { createRunStore } from './run.ts';
import { RunController } from './runController.ts';
import { RunFeed } from './runFeed.ts';
import { createViewStore, type ViewState } from './view.ts';

/**
 * One experiment with its run and the way it is shown. The playground has one,
 * and every living figure of the article has its own.
 */
export class Lab {
  readonly experiments: ExperimentStore;
  readonly run = createRunStore();
  readonly feed = new RunFeed();
  readonly componentRanks = createComponentRanks(this.run, this.feed);
  readonly view;
  readonly controller: RunController;

  constructor(experiment: Experiment, view: Partial<ViewState> = {}) {
    this.experiments = new ExperimentStore(experiment);
    this.view = createViewStore(view);
    this.controller = new RunController(this.experiments, this.run, this.feed);
  }

  /** Changes how the run is shown. */
  show(change: Partial<ViewState>): void {
    this.view.setState(change);
  }
}
