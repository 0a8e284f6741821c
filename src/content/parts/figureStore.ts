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

/** The state of a figure that needs no training. */
export class FigureStore<State extends object> implements Settable<Partial<State>> {
  private readonly initial: State;
  private readonly store;

  constructor(initial: State) {
    this.initial = initial;
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
    const now = { ...this.initial, ...change };
    this.store.setState({ now, text: now });
  }

  back(): void {
    this.store.setState(({ text }) => ({ now: text }));
  }

  useNow(): State {
    return useStore(this.store, ({ now }) => now);
  }

  useChanged(): boolean {
    return useStore(this.store, ({ now, text }) => now !== text && !same(now, text));
  }
}
