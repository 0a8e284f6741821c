import { createStore } from 'zustand/vanilla';
import { cursorOver } from '../core/cursor.ts';
import { rememberedPoints } from '../core/data/data.ts';
import type { Experiment } from '../core/experiment.ts';
import type { Foreseen } from '../core/foreseen.ts';
import type { Heights } from '../core/guess.ts';
import type { LastingPlace } from '../core/place.ts';
import type { Range } from '../core/range.ts';
import { withRecipe } from '../core/recipes.ts';
import { same } from '../core/same.ts';
import type { SavedRun } from '../core/savedRun.ts';
import type { Scene } from '../core/scene.ts';
import { INITIAL_VIEW, type View } from '../core/view.ts';
import { createComponentColours } from './componentColours.ts';
import { edited } from './edited.ts';
import { ExperimentEditor } from './experimentEditor.ts';

import { createRunStore, epochOf } from './run.ts';
import { RunController } from './runController.ts';
import { RunFeed } from './runFeed.ts';

/** What is to be seen from now on; what is left out stays as it is. */
export interface SceneChange {
  readonly experiment?: Experiment;
  readonly view?: Partial<View>;
  readonly epoch?: Scene['epoch'];
}

/** A curve that somebody has drawn over the data before the answer was shown. */
export interface Guess {
  /** The inputs along which its heights lie. */
  readonly range: Range;
  readonly heights: Heights;
  /** Whether it is drawn over the answer too. */
  readonly shown: boolean;
}

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
  /** What was guessed of the present data; no link holds it. */
  readonly guess = createStore<{ readonly now: Guess | null }>(() => ({ now: null }));
  readonly controller: RunController;
  /** How its run will end, if that is known and to be seen before it begins. */
  foreseen: () => Foreseen | null = () => null;
  private readonly unfollow: () => void;

  constructor(experiment: Experiment, view: Partial<View> = {}) {
    const isLive = () => this.view.getState().live;
    this.editor = new ExperimentEditor(
      experiment,
      () => this.controller.bookmark(),
      (setting, before, after) => edited(setting, before, after, isLive()),
    );
    this.view = createStore<View>(() => ({ ...INITIAL_VIEW, ...view }));
    const { store, unfollow } = createComponentColours(this.run, this.feed);
    this.componentColours = store;
    this.unfollow = unfollow;
    this.controller = new RunController(this.editor, this.run, this.feed, store, isLive);
    this.editor.store.subscribe(({ experiment: { data, seed } }, { experiment: before }) => {
      // Another data set has other points.
      const others = seed !== before.seed || !same(data, before.data);
      if (!others) return;
      this.guess.setState({ now: null });
      if (this.view.getState().point) this.show({ point: null });
      if (data.name === before.data.name) return;
      const { cursor } = this.view.getState();
      this.show({ cursor: cursorOver(rememberedPoints(data, seed), cursor) });
    });
  }

  /** What is to be seen now. */
  get scene(): Scene {
    return {
      experiment: this.editor.experiment,
      view: this.view.getState(),
      epoch: epochOf(this.run.getState()),
    };
  }

  /**
   * Shows a scene, or a part of one. Its experiment is one undoable edit.
   *
   * @param setting what the edit is called; those of one name that follow each other closely are one
   */
  apply(setting: string, { experiment, view, epoch }: SceneChange): void {
    // It is known before the experiment comes whether that is trained at once.
    if (view?.live !== undefined) this.show({ live: view.live });
    if (experiment) this.editor.edit(setting, () => experiment);
    if (view) this.show(view);
    if (epoch) void this.controller.trainTo(epoch);
    else if (view?.live) void this.controller.play();
  }

  /**
   * Turns Live on or off. While it is on, the quick recipe follows every change of
   * data and network, and every change trains a whole run at once, whose answer
   * takes the place of the last one.
   */
  setLive(live: boolean): void {
    this.show({ live });
    if (!live) return;
    this.editor.edit('live', (experiment) => withRecipe(experiment, 'quick'));
    void this.controller.play();
  }

  /** Goes back to the end of an epoch, to go on from there in another way; nothing is then trained at once. */
  async branch(epoch: number): Promise<void> {
    this.show({ live: false });
    await this.controller.branch(epoch);
  }

  /** Takes another run's place, as one undoable edit; nothing is then trained at once. */
  async goTo(place: LastingPlace): Promise<void> {
    this.show({ live: false });
    await this.controller.goTo(place);
  }

  /** Opens a run that was saved as it stood, as one undoable edit. */
  async open({ experiment, view, run }: SavedRun): Promise<void> {
    if (!run) return this.apply('run', { experiment, view });
    this.show({ live: false });
    await this.controller.goTo(run.place, run.way);
    this.show(view);
    if (run.sight !== null) await this.controller.look(run.sight);
  }

  /** The experiment that is shown: the present one, or the last one while Live trains it. */
  get shown(): Experiment {
    return this.run.getState().held ?? this.editor.experiment;
  }

  /** Changes how the run is shown. */
  show(change: Partial<View>): void {
    const { pace } = this.view.getState();
    this.view.setState(change);
    if (change.pace !== undefined && change.pace !== pace) void this.controller.pace(change.pace);
  }

  /** Shows the answer that was hidden; a run that has not begun begins, so that its learning is seen. */
  reveal(): void {
    this.show({ guessing: false });
    const { state, step } = this.run.getState();
    if (step === 0 && state !== 'running') void this.controller.play();
  }

  /** Ends its worker, and leaves nothing behind that goes on by itself. */
  dispose(): void {
    this.controller.dispose();
    this.unfollow();
  }
}
