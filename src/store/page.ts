import { createStore } from 'zustand/vanilla';
import type { Experiment } from '../core/experiment.ts';
import type { LastingPlace } from '../core/place.ts';
import type { Swept } from '../core/sweep.ts';
import { recall, remember } from './storage.ts';

/** What is to be swept, as it is asked for elsewhere than in the sweep's own form. */
export interface AskedSweep {
  /** None to repeat over seeds. */
  readonly settings: readonly Swept[];
  /** The lists of values, of those settings for which they are known. */
  readonly values: Readonly<Partial<Record<Swept, string>>>;
}

/** How the page is used at the moment; nothing of it concerns an experiment or its view. */
export interface PageState {
  /** Whether the list of keys is open. */
  readonly keysOpen: boolean;
  /** Whether it is asked what the page is. */
  readonly aboutOpen: boolean;
  /** Whether data of the user's own are taken in. */
  readonly ownDataOpen: boolean;
  /** Whether something is taken away. */
  readonly exportOpen: boolean;
  /** Whether the program is shown. */
  readonly codeOpen: boolean;
  /** Whether sweeps are made and looked at. */
  readonly sweepOpen: boolean;
  /** What the sweep's form is to be filled in with; null once it is. */
  readonly sweepAsked: AskedSweep | null;
  /** Whether kept runs are taken together. */
  readonly ensembleOpen: boolean;
  /** The run that is compared, and where it stood; null while none is. */
  readonly compared: {
    readonly experiment: Experiment;
    readonly place: LastingPlace | null;
  } | null;
  /** Whether an action is chosen by its name. */
  readonly paletteOpen: boolean;
  /** Whether the scenes of the lecture are open. */
  readonly scenesOpen: boolean;
  /** A lecture that a link has brought, as it stands there; null for none. */
  readonly sentLecture: string | null;
  /** Whether keys without Ctrl do anything; they disturb people who speak to the page. */
  readonly singleKeys: boolean;
}

const SINGLE_KEYS = 'mdn-playground.single-keys';

export const pageStore = createStore<PageState>(() => ({
  keysOpen: false,
  aboutOpen: false,
  ownDataOpen: false,
  exportOpen: false,
  codeOpen: false,
  sweepOpen: false,
  sweepAsked: null,
  ensembleOpen: false,
  compared: null,
  paletteOpen: false,
  scenesOpen: false,
  sentLecture: null,
  singleKeys: recall(SINGLE_KEYS) !== 'off',
}));

/** Opens the sweep in place of what compares runs, its form filled in. */
export function askSweep(sweepAsked: AskedSweep): void {
  pageStore.setState({ compared: null, sweepOpen: true, sweepAsked });
}

export function chooseSingleKeys(singleKeys: boolean): void {
  pageStore.setState({ singleKeys });
  remember(SINGLE_KEYS, singleKeys ? 'on' : 'off');
}
