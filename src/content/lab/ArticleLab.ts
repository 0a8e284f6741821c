import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Experiment } from '../../core/experiment.ts';
import type { Foreseen } from '../../core/foreseen.ts';
import { same } from '../../core/same.ts';
import { writeScene } from '../../core/scene.ts';
import type { View } from '../../core/view.ts';
import { foreseenNow } from '../../store/foreseen.ts';
import { Lab, type SceneChange } from '../../store/lab.ts';
import { epochOf } from '../../store/run.ts';
import type { RequestFor } from '../../store/runController.ts';
import { usePrinting } from '../../ui/printing.ts';
import type { Settable } from '../parts/figureStore.ts';
import { paceStore } from './pace.ts';
import type { Spawn } from './spawn.ts';

/** What the text has set. */
interface Setting {
  readonly experiment: Experiment;
  readonly view: Partial<View>;
}

/** Every living figure of the chapters that were opened; only one of them trains at a time. */
const all = new Set<ArticleLab>();

/** The lab of a living figure, with what the text has set it to. */
export class ArticleLab implements Settable<SceneChange> {
  readonly lab: Lab;
  /** What the text speaks of before it sets anything else. */
  readonly first: Experiment;
  private readonly text;
  private connected = false;
  /** Whether it is to train as soon as there is a worker. */
  private awaited = false;
  private partner: ArticleLab | null = null;
  /** Whether a run has been begun: from then on the reader's own are shown. */
  private begun = false;
  /** How its first run ends, once that is there. */
  private readonly end = createStore<{ readonly now: Foreseen | null }>(() => ({ now: null }));
  private load: (() => Promise<Foreseen>) | null = null;

  constructor(experiment: Experiment, view: Partial<View> = {}) {
    this.lab = new Lab(experiment, view);
    this.lab.show(paceStore.getState());
    paceStore.subscribe((now) => this.lab.show(now));
    this.first = experiment;
    this.text = createStore<Setting>(() => ({ experiment, view }));
    all.add(this);
    this.lab.run.subscribe((now, before) => {
      if (now.step > 0) this.begun = true;
      if (now.state === 'running' && before.state !== 'running') this.pauseOthers();
    });
  }

  /** Starts the worker, or brings it back. */
  near(spawn: Spawn, requestFor: RequestFor): void {
    const { controller } = this.lab;
    if (this.connected) controller.wake();
    else controller.connect(spawn, requestFor);
    this.connected = true;
    if (this.awaited) this.train();
  }

  /** Trains, at once or as soon as there is a worker. */
  train(): void {
    this.awaited = !this.connected;
    if (this.connected) void this.lab.controller.play();
  }

  /**
   * Shows how a run ends until the reader has begun one, as long as `when` holds.
   *
   * @param end that of the figure's first experiment, or what fetches it
   */
  foresee(
    end: Foreseen | (() => Promise<Foreseen>),
    when: () => boolean = () => !this.begun,
  ): void {
    if (typeof end === 'function') this.load = end;
    else this.end.setState({ now: end });
    this.lab.foreseen = () => (when() ? this.end.getState().now : null);
  }

  /** Fetches the end that is foreseen, if it is not there; without it the figure begins untrained. */
  fetchEnd(): void {
    const { load } = this;
    this.load = null;
    load?.().then(
      (now) => this.end.setState({ now }),
      () => {
        this.load = load;
      },
    );
  }

  /** The end that is shown in place of a run, followed as it comes and as the page is printed. */
  useForeseen(): Foreseen | null {
    useStore(this.end);
    usePrinting();
    return foreseenNow(this.lab);
  }

  /** The two may train at the same time. */
  pairWith(other: ArticleLab): void {
    this.partner = other;
    other.partner = this;
  }

  /** Nobody can see the figure: training rests. */
  unseen(): void {
    if (this.lab.run.getState().state === 'running') void this.lab.controller.pause();
  }

  /** The figure is far away: its worker is given up once the run rests. */
  far(): void {
    this.unseen();
    this.lab.controller.rest();
  }

  apply(change: SceneChange): void {
    this.text.setState(({ experiment, view }) => ({
      experiment: change.experiment ?? experiment,
      view: { ...view, ...change.view },
    }));
    this.lab.apply('text', change);
  }

  back(): void {
    this.lab.apply('text', this.text.getState());
  }

  useChanged(): boolean {
    const text = useStore(this.text);
    const experiment = useStore(this.lab.editor.store, (state) => state.experiment);
    const view = useStore(this.lab.view);
    return (
      !same(essence(experiment), essence(text.experiment)) ||
      Object.entries(text.view).some(([key, value]) => !same(view[key as keyof View], value))
    );
  }

  /** True while the figure runs this experiment, or the same with another seed. */
  useRuns(experiment: Experiment): boolean {
    const now = useStore(this.lab.editor.store, (state) => state.experiment);
    return same({ ...essence(now), seed: 0 }, { ...essence(experiment), seed: 0 });
  }

  /** The address of the playground with what this figure shows. */
  useAddress(): string {
    const experiment = useStore(this.lab.editor.store, (state) => state.experiment);
    const view = useStore(this.lab.view);
    const epoch = useStore(this.lab.run, epochOf);
    return `#/?${writeScene({ experiment, view, epoch })}`;
  }

  private pauseOthers(): void {
    for (const other of all) if (other !== this && other !== this.partner) other.unseen();
  }
}

/** What a run does of itself, as when it is trained longer, is no change of the figure. */
function essence({ data, model, training, seed }: Experiment) {
  const { epochs: _, rateChanges: __, ...rest } = training;
  return { data, model, training: rest, seed };
}
