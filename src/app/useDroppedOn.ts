import { useState } from 'react';
import { useStore } from 'zustand';
import { droppedFile } from './droppedFile.ts';

/**
 * Whether a dialog is open that a button opens, and a file that was dropped on the page.
 *
 * @param wants whether a file is one to be opened there; of one page, no two want the same
 */
export function useDroppedOn(wants: (file: File) => boolean) {
  const [asked, setAsked] = useState(false);
  const dropped = useStore(droppedFile, ({ file }) => (file && wants(file) ? file : null));
  return {
    dropped,
    open: asked || dropped !== null,
    onOpen: () => setAsked(true),
    onClose: () => {
      setAsked(false);
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
