import { linkValues } from '../core/linkText.ts';
import { DEFAULT_EXPERIMENT } from '../core/presets.ts';
import { same } from '../core/same.ts';
import { UNCHANGED } from '../core/temperature.ts';
import { Lab } from '../store/lab.ts';
import { connectLink } from '../store/link.ts';
import { ownSets } from '../store/ownSets.ts';
import { pageStore } from '../store/page.ts';
import { followPresses } from '../store/press.ts';
import { keepForReload, reloadedRun } from '../store/reloadedRun.ts';
import { spawn } from './spawn.ts';

/** Until the figure has said what it needs: the first frame is drawn over the article's inputs. */
const FIRST_REQUEST = {
  columns: 257,
  range: [-15, 15],
  samplesPerPoint: 0,
  temperature: UNCHANGED,
  density: null,
  scores: false,
  calibration: false,
} as const;

/** False for a page that was opened anew: it begins as its address says. */
function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  const type = (navigation as PerformanceNavigationTiming | undefined)?.type;
  return type === 'reload' || type === 'back_forward';
}

/** Calls `listener` whenever the page may be left, for good or to be loaded once more. */
function onLeave(listener: () => void): void {
  addEventListener('pagehide', listener);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') listener();
  });
}

/** A link may bring a lecture along; it is offered, and opened by whoever wants it. */
function takeSentLecture(): void {
  const [sentLecture = null] = linkValues(location.hash).get('lecture') ?? [];
  if (sentLecture) pageStore.setState({ sentLecture, scenesOpen: true });
}

/** Writes the scene into the address. */
function writeAddress(search: string, hash: string): void {
  history.replaceState(history.state, '', `${location.pathname}${search}${hash}`);
}

/**
 * The playground's lab: takes the scene from the address and opens its run in a
 * worker, after a reload where it stood.
 *
 * @param replace writes the address as the scene changes
 */
export function startRun(replace = writeAddress): Lab {
  followPresses(window);
  const lab = new Lab(DEFAULT_EXPERIMENT);
  const reloaded = isReload();
  // It brings its data along, which the address may name.
  const before = reloaded ? reloadedRun() : null;
  const address = {
    search: () => location.search,
    hash: () => location.hash,
    replace,
    onChange: (listener: () => void) => addEventListener('hashchange', listener),
    onLeave,
    reloaded,
  };
  takeSentLecture();
  address.onChange(takeSentLecture);
  connectLink(lab, address, ownSets);
  const goesOn = before !== null && same(before.place.experiment, lab.editor.experiment);
  lab.controller.connect(
    spawn,
    () => FIRST_REQUEST,
    goesOn ? before.place : null,
    goesOn ? before.way : [],
  );
  onLeave(() => keepForReload(lab.controller.lasting(), lab.feed.way.states));
  return lab;
}
