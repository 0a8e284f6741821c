import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { same } from '../../core/same.ts';

/** A figure that the text can set, and that knows when the reader has changed it since. */
export interface Settable<Change> {
  /** Sets the figure as the text says. */
  apply(change: Change): void;
  /** Back to what the text said last. */
  back(): void;
  /** A hook: whether the figure differs from what the text said last. */
  useChanged(): boolean;
}

/** The state of a figure that needs no training. What the reader alone makes, as a drawing, the text leaves alone. */
export class FigureStore<State extends object> implements Settable<Partial<State>> {
  private readonly initial: State;
  private readonly own: readonly (keyof State)[];
  private readonly store;

  /** @param own what of the state is the reader's own */
  constructor(initial: State, own: readonly (keyof State)[] = []) {
    this.initial = initial;
    this.own = own;
    this.store = createStore<{ now: State; text: State }>(() => ({ now: initial, text: initial }));
  }

  get now(): State {
    return this.store.getState().now;
  }

  /** The reader changes something. */
  set(change: Partial<State>): void {
    this.store.setState(({ now }) => ({ now: { ...now, ...change } }));
  }

  apply(change: Partial<State>): void {
    const now = this.withOwn({ ...this.initial, ...change });
    this.store.setState({ now, text: now });
  }

  back(): void {
    this.store.setState(({ text }) => ({ now: this.withOwn(text) }));
  }

  /** As at first, without what the reader has made. */
  restart(): void {
    this.store.setState({ now: this.initial, text: this.initial });
  }

  useNow(): State {
    return useStore(this.store, ({ now }) => now);
  }

  useChanged(): boolean {
    return useStore(this.store, ({ now, text }) => now !== text && !same(now, this.withOwn(text)));
  }

  private withOwn(state: State): State {
    const { now } = this.store.getState();
    return { ...state, ...Object.fromEntries(this.own.map((key) => [key, now[key]])) };
  }
}
