import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const listeners = new Set<() => void>();
let printing = false;

/** The class on the document that the style sheets know a print by. */
const CLASS = 'printing';

function set(next: boolean): void {
  if (next === printing) return;
  printing = next;
  document.documentElement.classList.toggle(CLASS, next);
  // The browser takes its picture as soon as it has told everybody.
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}

function subscribe(listener: () => void): () => void {
  const paper = matchMedia('print');
  const begin = () => set(true);
  const end = () => set(false);
  const change = () => set(paper.matches);
  if (listeners.size === 0) {
    // Before the figures, which measure and draw themselves for the page as it then is.
    addEventListener('beforeprint', begin, { capture: true });
    addEventListener('afterprint', end, { capture: true });
    paper.addEventListener('change', change);
    stop = () => {
      removeEventListener('beforeprint', begin, { capture: true });
      removeEventListener('afterprint', end, { capture: true });
      paper.removeEventListener('change', change);
      set(false);
    };
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

let stop = () => {};

/** Whether the page is being printed; as long as anyone asks, the document has the class `printing` meanwhile. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing);
}

/** The same for who does not render. */
export function isPrinting(): boolean {
  return printing;
}
