import { createStore } from 'zustand/vanilla';
import { type Experiment, holdsTooFew, TOO_FEW } from '../core/experiment.ts';
import type { Problem } from '../core/parsed.ts';
import { same } from '../core/same.ts';
import { type SettingPath, type SettingValue, withSetting } from '../core/settings.ts';
import type { Bookmark } from './bookmark.ts';
import { presentPress } from './press.ts';

/** What undo or redo goes back to: an experiment, and where its run stood when it was left. */
interface Entry {
  readonly experiment: Experiment;
  readonly bookmark: Bookmark | null;
}

/** The experiment that a lab edits, and what undo and redo go back to. */
export interface ExperimentState {
  readonly experiment: Experiment;
  /** The newest last. */
  readonly past: readonly Entry[];
  /** The nearest first. */
  readonly future: readonly Entry[];
  /** Where a run stood that the experiment may go on from: undo's, or that of before a drag. */
  readonly back: Bookmark | null;
  /** Why a link or stored experiment was not taken. */
  readonly refused: readonly Problem[];
}

const LONGEST_HISTORY = 100;
/** A bookmark may hold megabytes: only the entries next to the present keep theirs. */
const MOST_BOOKMARKS = 8;
/** Edits of one setting within one press of the pointer, or without one within this time, are one undo step. */
const MERGE_MS = 1000;

/** What an edit is passed through before it is kept. */
type Rule = (setting: string, before: Experiment, after: Experiment) => Experiment;

const withoutBookmark = ({ experiment }: Entry): Entry => ({ experiment, bookmark: null });

function trimmed(past: readonly Entry[]): readonly Entry[] {
  const first = past.length - MOST_BOOKMARKS;
  return past
    .map((entry, i) => (i < first ? withoutBookmark(entry) : entry))
    .slice(-LONGEST_HISTORY);
}

/** An experiment with its history. */
export class ExperimentEditor {
  readonly store;
  private readonly bookmark: () => Bookmark | null;
  private readonly rule: Rule;
  private lastEdit = { setting: '', at: 0, press: 0 };

  /** @param bookmark tells where the run of the present experiment stands, to be gone back to */
  constructor(
    experiment: Experiment,
    bookmark: () => Bookmark | null = () => null,
    rule: Rule = (_setting, _before, after) => after,
  ) {
    this.bookmark = bookmark;
    this.rule = rule;
    this.store = createStore<ExperimentState>(() => ({
      experiment,
      past: [],
      future: [],
      back: null,
      refused: [],
    }));
  }

  get experiment(): Experiment {
    return this.store.getState().experiment;
  }

  /**
   * Replaces the experiment as one undoable edit. One that would leave too few points
   * to train on is refused.
   *
   * @param setting what is edited; a drag of one slider is undone as one
   * @param now milliseconds, for telling one drag from the next
   */
  edit(
    setting: string,
    change: (experiment: Experiment) => Experiment,
    now = performance.now(),
  ): void {
    this.store.setState((before) => {
      const next = this.rule(setting, before.experiment, change(before.experiment));
      if (same(next, before.experiment)) return {};
      if (holdsTooFew(next)) return { refused: TOO_FEW.problems };
      return this.entered(setting, next, before, now);
    });
  }

  /**
   * Makes a step of undo of what is edited beside the experiment, which stays: an equal
   * one, another object, stands for it, and is what undo and redo come back to.
   */
  mark(setting: string, now = performance.now()): Experiment {
    this.store.setState((before) => this.entered(setting, { ...before.experiment }, before, now));
    return this.experiment;
  }

  private entered(
    setting: string,
    next: Experiment,
    { experiment, past }: ExperimentState,
    now: number,
  ): Partial<ExperimentState> {
    const { lastEdit } = this;
    const press = presentPress();
    const goesOn = press > 0 ? press === lastEdit.press : now - lastEdit.at < MERGE_MS;
    const merged = setting === lastEdit.setting && goesOn && past.length > 0;
    this.lastEdit = { setting, at: now, press };
    return {
      experiment: next,
      past: merged ? past : trimmed([...past, this.leave(experiment)]),
      future: [],
      back: merged ? past.at(-1)!.bookmark : null,
      refused: [],
    };
  }

  /** Changes one setting, with all that this brings with it, as one undoable edit. */
  set<Path extends SettingPath>(path: Path, value: SettingValue<Path>): void {
    this.edit(path, (experiment) => withSetting(experiment, path, value));
  }

  /** Writes down what the run itself has made of the experiment; not an edit. */
  record(change: (experiment: Experiment) => Experiment): void {
    this.store.setState(({ experiment }) => ({ experiment: change(experiment) }));
  }

  undo(): void {
    this.lastEdit = { setting: '', at: 0, press: 0 };
    this.store.setState(({ experiment, past, future }) => {
      const previous = past.at(-1);
      if (!previous) return {};
      return {
        experiment: previous.experiment,
        past: past.slice(0, -1),
        future: [this.leave(experiment), ...future],
        back: previous.bookmark,
      };
    });
  }

  redo(): void {
    this.lastEdit = { setting: '', at: 0, press: 0 };
    this.store.setState(({ experiment, past, future }) => {
      const [next, ...rest] = future;
      if (!next) return {};
      return {
        experiment: next.experiment,
        past: trimmed([...past, this.leave(experiment)]),
        future: rest,
        back: next.bookmark,
      };
    });
  }

  /** Tells the user why something from outside was not taken; the experiment stays. */
  refuse(problems: readonly Problem[]): void {
    this.store.setState({ refused: problems });
  }

  private leave(experiment: Experiment): Entry {
    return { experiment, bookmark: this.bookmark() };
  }
}
