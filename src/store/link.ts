import { linkValues, routeOf } from '../core/linkText.ts';
import { parseScene, type Scene, SHOWN, writeScene } from '../core/scene.ts';
import { ROWS } from '../core/settings.ts';
import type { Lab } from './lab.ts';
import type { OwnSets } from './ownSets.ts';
import { epochOf } from './run.ts';
import { keepInTab, keptInTab } from './tabStorage.ts';

/** Where the link lives: the browser's location and history, or a stand-in. */
export interface Address {
  /** What stands before the fragment, from its `?` on; empty for nothing. */
  search(): string;
  hash(): string;
  replace(search: string, hash: string): void;
  onChange(listener: () => void): void;
  /** Calls `listener` whenever the page may be left. */
  onLeave(listener: () => void): void;
  /** True if the page is there once more, after a reload. */
  readonly reloaded: boolean;
}

/** The user's own data sets that this browser keeps. */
type Sets = Pick<OwnSets, 'load' | 'store'>;

/** An address bar is written at most this often, in milliseconds: browsers limit it. */
const WRITE_MS = 400;

/** Where an address is kept that was written too late for a reload to ask for. */
const LATE = 'mdn-playground.address';

const KEYS = ['v', ...[...ROWS, ...SHOWN].map(([, { key }]) => key)];

/** False for what others have put into the address, and for nothing. */
function holdsSettings(text: string): boolean {
  const values = linkValues(text);
  return KEYS.some((key) => values.has(key));
}

const fragmentOf = (scene: Scene) => `#/?${writeScene(scene)}`;

/** The whole link of what a lab shows now; the address bar may be a moment behind. */
export function linkOf(lab: Lab): string {
  return new URL(fragmentOf(lab.scene), location.href).href;
}

/** After a reload, the address as the page was left; the browser asks for the one of a moment before. */
function catchUp(address: Address): void {
  const [asked, late] = keptInTab(LATE)?.split('\n') ?? [];
  keepInTab(LATE, null);
  if (late === undefined || !address.reloaded || asked !== address.hash()) return;
  address.replace(address.search(), late);
}

/**
 * Keeps a lab's scene and the address of the playground the same. A link that
 * cannot be read leaves the scene as it is and says why. One whose data are the user's
 * own, and are not here, is taken as soon as they are.
 */
export function connectLink(lab: Lab, address: Address, sets: Sets): void {
  const { editor } = lab;
  /** A link that cannot be read before its data set is here. */
  let expecting: string | null = null;
  let written: string | null = null;
  let cold = true;
  let waiting = false;

  const onPlayground = () => routeOf(address.hash()) === '/';

  const write = () => {
    waiting = false;
    if (!onPlayground()) return;
    // Settings that stood before the fragment are in the scene by now, or were refused.
    const search = holdsSettings(address.search()) ? '' : address.search();
    written = fragmentOf(lab.scene);
    if (address.hash() !== written || address.search() !== search) address.replace(search, written);
  };

  const read = () => {
    if (!onPlayground() || address.hash() === written) return;
    const search = holdsSettings(address.search()) ? address.search() : '';
    const link = `${search}${address.hash()}`;
    // Back on the playground, or there for the first time: the address shows the scene.
    if (!holdsSettings(link) && !/\?./.test(address.hash())) return write();
    expecting = null;
    const parsed = parseScene(link);
    if (parsed.ok) take(parsed.value);
    else if (parsed.problems.some(({ reason }) => reason === 'absent')) expect(link);
    else editor.refuse(parsed.problems);
    write();
  };
  const take = (scene: Scene) => {
    editor.refuse([]);
    if (cold) editor.record(() => scene.experiment);
    lab.apply('link', scene);
  };
  const expect = async (link: string) => {
    expecting = link;
    await sets.load();
    const parsed = parseScene(link);
    if (expecting === link && !parsed.ok) editor.refuse(parsed.problems);
  };
  sets.store.subscribe(() => {
    const parsed = expecting === null ? null : parseScene(expecting);
    if (!parsed?.ok) return;
    expecting = null;
    take(parsed.value);
  });
  catchUp(address);
  read();
  cold = false;
  address.onChange(read);
  address.onLeave(() => {
    if (!waiting || !onPlayground()) return;
    // A reload that is under way asks for the address of before.
    keepInTab(LATE, `${address.hash()}\n${fragmentOf(lab.scene)}`);
    write();
  });
  const writeSoon = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      keepInTab(LATE, null);
      write();
    }, WRITE_MS);
  };
  editor.store.subscribe(writeSoon);
  lab.view.subscribe(writeSoon);
  lab.run.subscribe((now, before) => {
    if (epochOf(now) !== epochOf(before)) writeSoon();
  });
}
