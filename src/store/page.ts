import { createStore } from 'zustand/vanilla';
import type { Experiment } from '../core/experiment.ts';
import type { LastingPlace } from '../core/place.ts';
import { recall, remember } from './storage.ts';

/** How the page is used at the moment; nothing of it concerns an experiment or its view. */
export interface PageState {
  /** Whether the list of keys is open. */
  readonly keysOpen: boolean;
  /** Whether it is asked what the page is. */
  readonly aboutOpen: boolean;
  /** Whether sweeps are made and looked at. */
  readonly sweepOpen: boolean;
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
  sweepOpen: false,
  ensembleOpen: false,
  compared: null,
  paletteOpen: false,
  scenesOpen: false,
  sentLecture: null,
  singleKeys: recall(SINGLE_KEYS) !== 'off',
}));

export function chooseSingleKeys(singleKeys: boolean): void {
  pageStore.setState({ singleKeys });
  remember(SINGLE_KEYS, singleKeys ? 'on' : 'off');
}
