import { useSyncExternalStore } from 'react';

/** Read once and after every change: to read it lays the page out. */
let size = 0;

/** The size follows the window, and the classes of the document. */
function subscribe(listener: () => void): () => void {
  const changed = () => {
    size = measured();
    listener();
  };
  addEventListener('resize', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['class'] });
  return () => {
    removeEventListener('resize', changed);
    observer.disconnect();
  };
}

const measured = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

const read = () => {
  size ||= measured();
  return size;
};

/** The page's type size in px, for figures that draw their own text. */
export function useRootFontSize(): number {
  return useSyncExternalStore(subscribe, read);
}
