import { linkValues, routeOf } from '../core/linkText.ts';
import { parseScene, SHOWN, writeScene } from '../core/scene.ts';
import { ROWS } from '../core/settings.ts';
import type { Lab } from './lab.ts';
import { epochOf } from './run.ts';

/** Where the link lives: the browser's location and history, or a stand-in. */
export interface Address {
  /** What stands before the fragment, from its `?` on; empty for nothing. */
  search(): string;
  hash(): string;
  replace(search: string, hash: string): void;
  onChange(listener: () => void): void;
}

/** An address bar is written at most this often, in milliseconds: browsers limit it. */
const WRITE_MS = 400;

const KEYS = ['v', ...[...ROWS, ...SHOWN].map(([, { key }]) => key)];

/** False for what others have put into the address, and for nothing. */
function holdsSettings(text: string): boolean {
  const values = linkValues(text);
  return KEYS.some((key) => values.has(key));
}

/**
 * Keeps a lab's scene and the address of the playground the same. A link that
 * cannot be read leaves the scene as it is and says why.
 */
export function connectLink(lab: Lab, address: Address): void {
  const { editor } = lab;
  let written: string | null = null;
  let cold = true;
  let waiting = false;

  const onPlayground = () => routeOf(address.hash()) === '/';

  const write = () => {
    waiting = false;
    if (!onPlayground()) return;
    // Settings that stood before the fragment are in the scene by now, or were refused.
    const search = holdsSettings(address.search()) ? '' : address.search();
    written = `#/?${writeScene(lab.scene)}`;
    if (address.hash() !== written || address.search() !== search) address.replace(search, written);
  };

  const read = () => {
    if (!onPlayground() || address.hash() === written) return;
    const search = holdsSettings(address.search()) ? address.search() : '';
    const link = `${search}${address.hash()}`;
    // Back on the playground, or there for the first time: the address shows the scene.
    if (!holdsSettings(link) && !/\?./.test(address.hash())) return write();
    const parsed = parseScene(link);
    if (!parsed.ok) {
      editor.refuse(parsed.problems);
    } else {
      editor.refuse([]);
      if (cold) editor.record(() => parsed.value.experiment);
      lab.apply('link', parsed.value);
    }
    write();
  };
  read();
  cold = false;
  address.onChange(read);
  const writeSoon = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(write, WRITE_MS);
  };
  editor.store.subscribe(writeSoon);
  lab.view.subscribe(writeSoon);
  lab.run.subscribe((now, before) => {
    if (epochOf(now) !== epochOf(before)) writeSoon();
  });
}
