import { parseLink, writeLink } from '../core/link.ts';
import type { ExperimentEditor } from './experimentEditor.ts';

/** Where the link lives: the browser's location and history, or a stand-in. */
export interface Address {
  hash(): string;
  replaceHash(hash: string): void;
  onChange(listener: () => void): void;
}

/** An address bar is written at most this often, in milliseconds: browsers limit it. */
const WRITE_MS = 300;

/** The route part of a fragment, `#/` for the playground. */
function routeOf(hash: string): string {
  return hash.split('?')[0] || '#/';
}

/**
 * Keeps the experiment and the fragment of the address the same. A link that
 * cannot be read leaves the experiment as it is and says why.
 */
export function connectLink(editor: ExperimentEditor, address: Address): void {
  let written = '';
  let cold = true;
  let waiting = false;

  const write = () => {
    waiting = false;
    written = `${routeOf(address.hash())}?${writeLink(editor.experiment)}`;
    if (address.hash() !== written && routeOf(written) === '#/') address.replaceHash(written);
  };

  const read = () => {
    const hash = address.hash();
    // Back on the playground, or there for the first time: the address shows the experiment.
    if (!hash.includes('?')) return write();
    if (hash === written) return;
    const parsed = parseLink(hash);
    if (!parsed.ok) {
      editor.refuse(parsed.problems);
      write();
    } else if (cold) {
      editor.record(() => parsed.value);
    } else {
      editor.edit('link', () => parsed.value);
    }
  };
  read();
  cold = false;
  address.onChange(read);
  editor.store.subscribe(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(write, WRITE_MS);
  });
}
