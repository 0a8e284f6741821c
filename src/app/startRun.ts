import { DEFAULT_EXPERIMENT } from '../core/presets.ts';
import { Lab } from '../store/lab.ts';
import { connectLink } from '../store/link.ts';
import { followPresses } from '../store/press.ts';
import { spawn } from './spawn.ts';

/** Until the figure has said what it needs: the first frame is drawn over the article's inputs. */
const FIRST_REQUEST = {
  columns: 257,
  range: [-15, 15],
  samplesPerPoint: 0,
  density: null,
  scores: false,
} as const;

/** The playground's lab: takes the scene from the address and opens its run in a worker. */
export function startRun(): Lab {
  followPresses(window);
  const lab = new Lab(DEFAULT_EXPERIMENT);
  connectLink(lab, {
    search: () => location.search,
    hash: () => location.hash,
    replace: (search, hash) =>
      history.replaceState(history.state, '', `${location.pathname}${search}${hash}`),
    onChange: (listener) => addEventListener('hashchange', listener),
  });
  lab.controller.connect(spawn, () => FIRST_REQUEST);
  return lab;
}
