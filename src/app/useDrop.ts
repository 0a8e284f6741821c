import { useEffect, useState } from 'react';

/**
 * Takes files that are dropped anywhere on the page, unless something on it has taken them.
 *
 * @param wants whether a file is one to be taken here; of one page, no two want the same
 */
function useDrop(wants: (file: File) => boolean, take: (file: File) => void): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (event.defaultPrevented || !file || !wants(file)) return;
      event.preventDefault();
      take(file);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, [wants, take]);
}

/** Whether a dialog is open that a button opens, and a file that is dropped on the page. */
export function useDroppedOn(wants: (file: File) => boolean) {
  const [asked, setAsked] = useState(false);
  const [dropped, setDropped] = useState<File | null>(null);
  useDrop(wants, setDropped);
  return {
    dropped,
    open: asked || dropped !== null,
    onOpen: () => setAsked(true),
    onClose: () => {
      setAsked(false);
      setDropped(null);
    },
  };
}

/** A saved run, whose name a browser may have changed; all else may be a table. */
export function isSavedRun(file: File): boolean {
  return /\.zip$/i.test(file.name) || file.type === 'application/zip';
}

export function isTable(file: File): boolean {
  return !isSavedRun(file);
}
