import { useEffect } from 'react';

/**
 * Takes files that are dropped anywhere on the page, unless something on it has taken them.
 *
 * @param wants whether a file is one to be taken here; of one page, no two want the same
 */
export function useDrop(wants: (file: File) => boolean, take: (file: File) => void): void {
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

/** A saved run, whose name a browser may have changed; all else may be a table. */
export function isSavedRun(file: File): boolean {
  return /\.zip$/i.test(file.name) || file.type === 'application/zip';
}

export function isTable(file: File): boolean {
  return !isSavedRun(file);
}
