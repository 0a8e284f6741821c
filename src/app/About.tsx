import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { pageStore } from '../store/page.ts';
import { useOnDemand } from './useOnDemand.ts';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('about', async () => {
  const { AboutDialog } = await import('./AboutDialog.tsx');
  return AboutDialog;
});

/** What this page is and how to cite it, loaded when somebody asks. */
export function About() {
  const open = useStore(pageStore, (page) => page.aboutOpen);
  const { Loaded: Dialog, ask } = useOnDemand(loadDialog);
  const load = useRef(ask);
  load.current = ask;
  useEffect(() => {
    if (open) void load.current();
  }, [open]);
  return Dialog && <Dialog />;
}
