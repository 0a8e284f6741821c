import { useSyncExternalStore } from 'react';

/** The size follows the window, and the classes of the document. */
function subscribe(changed: () => void): () => void {
  addEventListener('resize', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['class'] });
  return () => {
    removeEventListener('resize', changed);
    observer.disconnect();
  };
}

const read = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The page's type size in px, for figures that draw their own text. */
export function useRootFontSize(): number {
  return useSyncExternalStore(subscribe, read);
}
