import type { Experiment } from '../core/experiment.ts';
import { createComponentColours } from './componentColours.ts';
import { ExperimentEditor } from './experimentEditor.ts';
import { createRunStore } from './run.ts';
import { RunController } from './runController.ts';
import { RunFeed } from './runFeed.ts';
import { createViewStore, type View } from './view.ts';

/**
 * One experiment with its run and the way it is shown. The playground has one,
 * and every living figure of the article has its own.
 */
export class Lab {
  readonly editor: ExperimentEditor;
  readonly run = createRunStore();
  readonly feed = new RunFeed();
  readonly componentColours;
  readonly view;
  readonly controller: RunController;
  private readonly unfollow: () => void;

  constructor(experiment: Experiment, view: Partial<View> = {}) {
    this.editor = new ExperimentEditor(experiment);
    this.view = createViewStore(view);
    const { store, unfollow } = createComponentColours(this.run, this.feed);
    this.componentColours = store;
    this.unfollow = unfollow;
    this.controller = new RunController(this.editor, this.run, this.feed);
  }

  /** The experiment that is shown: the present one, or the last one while Live trains it. */
  get shown(): Experiment {
    return this.run.getState().held ?? this.editor.experiment;
  }

  /** Changes how the run is shown. */
  show(change: Partial<View>): void {
    this.view.setState(change);
  }

  /** Ends its worker, and leaves nothing behind that goes on by itself. */
  dispose(): void {
    this.controller.dispose();
    this.unfollow();
  }
}
