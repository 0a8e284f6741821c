import { useEffect } from 'react';
import { useStore } from 'zustand';
import { pageStore } from '../store/page.ts';
import { droppedFile } from './droppedFile.ts';

/**
 * Whether a dialog is open that the page's store opens, and a file that was dropped on the
 * page, which opens it too.
 *
 * @param wants whether a file is one to be opened there; of one page, no two want the same
 */
export function useDroppedOn(asked: 'ownDataOpen' | 'exportOpen', wants: (file: File) => boolean) {
  // Who comes back to the page has not asked again.
  useEffect(() => () => pageStore.setState({ [asked]: false }), [asked]);
  const isAsked = useStore(pageStore, (page) => page[asked]);
  const dropped = useStore(droppedFile, ({ file }) => (file && wants(file) ? file : null));
  return {
    dropped,
    open: isAsked || dropped !== null,
    onClose: () => {
      pageStore.setState({ [asked]: false });
      if (dropped) droppedFile.setState({ file: null });
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
