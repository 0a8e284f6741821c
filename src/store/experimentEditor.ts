import { createStore } from 'zustand/vanilla';
import type { Experiment, Problem } from '../core/experiment.ts';
import { same } from '../core/same.ts';
import { type SettingPath, type SettingValue, withSetting } from '../core/settings.ts';

/** The experiment that a lab edits, and what undo and redo go back to. */
export interface ExperimentState {
  readonly experiment: Experiment;
  readonly past: readonly Experiment[];
  readonly future: readonly Experiment[];
  /** Why a link or stored experiment was not taken. */
  readonly refused: readonly Problem[];
}

const LONGEST_HISTORY = 100;
/** Edits of one setting that follow each other within this time are one undo step. */
const MERGE_MS = 1000;

export const UNRULED = (_setting: string, _before: Experiment, after: Experiment) => after;

/** An experiment with its history. */
export class ExperimentEditor {
  readonly store;
  /** What every edit is passed through before it is kept. */
  rule: (setting: string, before: Experiment, after: Experiment) => Experiment = UNRULED;
  private lastEdit = { setting: '', at: 0 };

  constructor(experiment: Experiment) {
    this.store = createStore<ExperimentState>(() => ({
      experiment,
      past: [],
      future: [],
      refused: [],
    }));
  }

  get experiment(): Experiment {
    return this.store.getState().experiment;
  }

  /**
   * Replaces the experiment as one undoable edit.
   *
   * @param setting what is edited; a drag of one slider is undone as one
   * @param now milliseconds, for telling one drag from the next
   */
  edit(
    setting: string,
    change: (experiment: Experiment) => Experiment,
    now = performance.now(),
  ): void {
    this.store.setState(({ experiment, past }) => {
      const next = this.rule(setting, experiment, change(experiment));
      if (same(next, experiment)) return {};
      const { lastEdit } = this;
      const merged =
        setting === lastEdit.setting && now - lastEdit.at < MERGE_MS && past.length > 0;
      this.lastEdit = { setting, at: now };
      return {
        experiment: next,
        past: merged ? past : [...past, experiment].slice(-LONGEST_HISTORY),
        future: [],
        refused: [],
      };
    });
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
    this.lastEdit = { setting: '', at: 0 };
    this.store.setState(({ experiment, past, future }) => {
      const previous = past.at(-1);
      if (!previous) return {};
      return { experiment: previous, past: past.slice(0, -1), future: [experiment, ...future] };
    });
  }

  redo(): void {
    this.lastEdit = { setting: '', at: 0 };
    this.store.setState(({ experiment, past, future }) => {
      const [next, ...rest] = future;
      if (!next) return {};
      return { experiment: next, past: [...past, experiment], future: rest };
    });
  }

  /** Tells the user why something from outside was not taken; the experiment stays. */
  refuse(problems: readonly Problem[]): void {
    this.store.setState({ refused: problems });
  }
}
